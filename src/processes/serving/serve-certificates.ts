import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { Settings } from '../../config/settings.ts';
import { explainListen } from '../database/explain-listen.ts';
import type { Certificates } from '../wiring/certificates.ts';
import { openCertificatePort, type PortKeys } from './certificate-port.ts';
import { listenAt } from './listen.ts';
import { ServeFailure } from './serve-failure.ts';
import { stopServing } from './stop-serving.ts';

/**
 * Opens the port for client certificates where the settings ask for one. `demoKeys` are those that the demo made itself; a demo without
 * them has no such port.
 */
export async function serveCertificates(options: {
  readonly settings: Settings;
  readonly certificates: Certificates;
  readonly demoKeys: PortKeys | null;
  readonly log: Logger;
}): Promise<{ close(): Promise<void> } | null> {
  const { settings, certificates, demoKeys, log } = options;
  const { port } = settings.certificates;
  if (port === null) return null;
  const keys = keysIn(settings) ?? (demoKeys && (async () => demoKeys));
  if (keys === null) {
    if (settings.isDemo) return null;
    throw new ServeFailure(
      'SLUIS_CERTIFICATE_PORT has no certificate and key of its own.',
      'Set SLUIS_CERTIFICATE_TLS_CERTIFICATE and SLUIS_CERTIFICATE_TLS_KEY, or leave the port out.',
    );
  }
  const { visits, providers } = certificates;
  const opened = await openPort({ visits, providers, keys, log });
  const listening = await listenAt(opened.server, port, settings.listen);
  if (listening.kind === 'failed') {
    opened.close();
    const { what, next } = explainListen(listening.code, { host: settings.listen, port });
    throw new ServeFailure(what, next);
  }
  return {
    async close() {
      opened.close();
      listening.close();
      await stopServing(opened.server);
    },
  };
}

/** Reads the files of the settings anew each time; `null` where the settings name none. */
function keysIn({ certificates: { tlsCertificate, tlsKey } }: Settings): (() => Promise<PortKeys>) | null {
  if (tlsCertificate === null || tlsKey === null) return null;
  return async () => ({
    certificate: await readFile(tlsCertificate, 'utf8'),
    key: await readFile(tlsKey, 'utf8'),
  });
}

/** A key that is not there, or belongs to another certificate, is told at the start and not to the first person who comes. */
async function openPort(options: Parameters<typeof openCertificatePort>[0]) {
  try {
    return await openCertificatePort(options);
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    throw new ServeFailure(
      `The certificate and key of SLUIS_CERTIFICATE_PORT cannot be used (${code}).`,
      'bin/sluis doctor looks at both files.',
    );
  }
}
