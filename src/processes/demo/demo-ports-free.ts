import { createServer } from 'node:http';
import type { Settings } from '../../config/settings.ts';
import { explainListen } from '../database/explain-listen.ts';
import { listenAt } from '../serving/listen.ts';
import { ServeFailure } from '../serving/serve-failure.ts';
import { demoPorts } from './demo-world.ts';

/**
 * Throws `ServeFailure` for the first port of the demo that somebody else has: before anything is started, or thrown away. One setting
 * moves them all.
 */
export async function refuseTakenPorts(settings: Settings): Promise<void> {
  const { klip, gipod, geopunt, europe, fas, authority, inbox, smtp } = demoPorts(settings);
  const certificates = settings.certificates.port;
  const wanted: readonly (readonly [whose: string, port: number, host: string])[] = [
    ['Sluis', settings.port, settings.listen],
    ['KLIP', klip, 'localhost'],
    ['GIPOD', gipod, 'localhost'],
    ['GEOPUNT', geopunt, 'localhost'],
    ['simulated Europe', europe, 'localhost'],
    ['simulated login providers', fas, 'localhost'],
    ...(certificates === null ? [] : [['port for client certificates', certificates, 'localhost'] as const]),
    ['authority of the eID cards', authority, 'localhost'],
    ['inbox', inbox, 'localhost'],
    ['mail of the inbox', smtp, 'localhost'],
  ];
  for (const [whose, port, host] of wanted) {
    const server = createServer();
    const listening = await listenAt(server, port, host);
    if (listening.kind === 'failed') throw taken(listening.code, { whose, port, host });
    listening.close();
    await new Promise((done) => server.close(done));
  }
}

function taken(
  code: string,
  where: { readonly whose: string; readonly port: number; readonly host: string },
): ServeFailure {
  const { what, next } = explainListen(code, where);
  if (code !== 'EADDRINUSE') return new ServeFailure(what, next);
  return new ServeFailure(
    what,
    'End what runs there, or move the whole demo: SLUIS_PORT=5000 npm start takes 5000 to 5003, 5010 to 5012, 5016, 5020 and 5025.',
  );
}
