import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import type { Settings } from '../../config/settings.ts';
import { OWN_CONNECTIONS, openStore, type Store } from '../../store/index.ts';
import type { WebWorld } from '../../web/index.ts';
import { explainListen } from '../database/explain-listen.ts';
import { travelledMilliseconds } from '../demo/time-travel.ts';
import type { OpenKeys } from '../keys/open-keys.ts';
import { keepOwnApplication } from '../wiring/keep-own-application.ts';
import { openPlatform } from '../wiring/platform.ts';
import { demoNumbersAfter } from '../wiring/policy.ts';
import type { PortKeys } from './certificate-port.ts';
import { type Listening, listenAt } from './listen.ts';
import { openReadiness } from './readiness.ts';
import { refuseDemoDatabase, refuseExposure } from './refuse-unfit.ts';
import { serveCertificates } from './serve-certificates.ts';
import { ServeFailure } from './serve-failure.ts';
import { stopServing } from './stop-serving.ts';

export type Serving = {
  readonly url: string;
  readonly port: number;
  readonly store: Store;
  close(): Promise<void>;
};

/** Milliseconds. Longer than reverse proxies and clients keep a connection, so that they close it, never we while they use it. */
const KEEP_ALIVE = 75_000;

/** Milliseconds. The head of a request comes at once; a document of 10 MB takes minutes over a slow line. */
const HEAD = 30_000;
const WHOLE = 300_000;

/** Serves the platform on its port, on a migrated database. `port` 0 takes a free one. */
export async function serve(options: {
  readonly settings: Settings;
  readonly databaseUrl: string;
  /** Where the process also does upkeep, as the demo does. */
  readonly upkeepUrl?: string | null;
  /** The same database through a pooler that lends sessions for a transaction, where there is one. */
  readonly poolerUrl?: string | null;
  readonly keys: OpenKeys;
  readonly log: Logger;
  readonly demo: WebWorld['demo'];
  /** The database lies in a folder where the demo keeps its own things. */
  readonly isDemoFolder?: boolean;
  /** Key and certificate of the port for client certificates, where the demo made them. */
  readonly certificateKeys?: PortKeys;
  /** The process is not ready before this says so. */
  readonly isOpen?: () => boolean;
}): Promise<Serving> {
  const { settings, keys, log } = options;
  refuseExposure(settings);
  const store = await openStore({
    url: options.databaseUrl,
    upkeepUrl: options.upkeepUrl ?? null,
    poolerUrl: options.poolerUrl ?? null,
    keys: keys.store,
    poolSize: settings.databaseConnections - OWN_CONNECTIONS,
    shift: travelledMilliseconds(),
    ...(options.demo && { numbersAfter: demoNumbersAfter }),
  });
  const { clock } = store;
  try {
    if (options.isDemoFolder) await store.demoMark.set(clock());
    else if (settings.isDemo) await store.demoMark.claim(clock());
    await refuseDemoDatabase(settings, store);
    await keepOwnApplication(store);
    // A clock that is wrong from the start is told at the start.
    await openReadiness(store, log)();
    const { demo, isOpen } = options;
    const platform = openPlatform({ settings, keys, store, log, clock, demo, ...(isOpen && { isOpen }) });
    const server = createServer(
      {
        maxHeaderSize: 16_384,
        headersTimeout: HEAD,
        requestTimeout: WHOLE,
        keepAliveTimeout: KEEP_ALIVE,
      },
      platform.handle,
    );
    server.on('clientError', platform.refuse);
    // RFC 9110 10.1.1: what a request expects and we do not know need not be refused.
    server.on('checkExpectation', platform.handle);
    const listening = await listen(server, settings);
    const demoKeys = options.certificateKeys ?? null;
    const certificates = await serveCertificates({ settings, log, demoKeys, ...platform });
    return {
      url: settings.origin,
      port: listening.port,
      store,
      close: async () => {
        listening.close();
        await Promise.all([stopServing(server), certificates?.close()]);
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function listen(
  server: Server,
  { listen: host, port }: Settings,
): Promise<Extract<Listening, { kind: 'listening' }>> {
  const listening = await listenAt(server, port, host);
  if (listening.kind === 'listening') return listening;
  const { what, next } = explainListen(listening.code, { host, port });
  throw new ServeFailure(what, next);
}
