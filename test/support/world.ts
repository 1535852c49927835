import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type DemoSitePorts,
  type DemoSites,
  openDemoSites,
  type Persona,
  seedDemo,
} from '../../seed/index.ts';
import type { EuropeMember } from '../../simulators/europe/open-europe.ts';
import { loadSettings } from '../../src/config/load.ts';
import { writeKeyFile } from '../../src/files/keys/key-file.ts';
import { makeKeySet } from '../../src/processes/keys/make-keys.ts';
import { openKeys } from '../../src/processes/keys/open-keys.ts';
import { openStore, type Store } from '../../src/store/index.ts';
import { type Ending, freshDatabase, type TestServer } from './database.ts';
import { root } from './steps.ts';

/** The whole demo world on ports and a database of its own, with the platform in processes of its own. */
export type World = {
  readonly platform: string;
  readonly sites: DemoSites;
  readonly personas: readonly Persona[];
  readonly members: readonly EuropeMember[];
  readonly store: Store;
  /** Settings of the platform processes, to run commands with. */
  readonly environment: Readonly<Record<string, string>>;
  /** Everything that the platform processes logged so far. */
  log(): string;
  /** Ends one platform process without warning. */
  kill(process: number): void;
  restart(process: number): Promise<void>;
  isRunning(process: number): boolean;
  /** Asks a platform process to stop; answers with its exit code. */
  terminate(process: number): Promise<number | null>;
};

export type WorldOptions = {
  readonly processes?: number;
  readonly server?: TestServer;
  /** Settings of the platform besides those that every world has. */
  readonly settings?: Readonly<Record<string, string>>;
};

/**
 * Opens the demo world. With several `processes` every request goes to the other one in turn; `server` is another
 * PostgreSQL than the one of the run.
 */
export async function openWorld(
  ending: Ending,
  { processes = 1, server, settings: more = {} }: WorldOptions = {},
): Promise<World> {
  const database = await freshDatabase(undefined, server);
  const folder = mkdtempSync(join(tmpdir(), 'sluis-world-'));
  const keys = keysOfRun();
  if (keys !== null) cpSync(keys, folder, { recursive: true });
  const keySet = await makeKeySet(new Date());
  await writeKeyFile(join(folder, 'keys.json'), keySet);
  const ports: number[] = [];
  const door = await openDoor(ports);
  const platform = `http://localhost:${door.port}`;
  const environment = {
    SLUIS_ORIGIN: platform,
    SLUIS_DATABASE_URL: database.url,
    ...(database.poolerUrl && { SLUIS_DATABASE_POOLER_URL: database.poolerUrl }),
    SLUIS_KEYS: join(folder, 'keys.json'),
    SLUIS_DATA: folder,
    SLUIS_DEMO: 'true',
    SLUIS_LOG_LEVEL: 'info',
    ...more,
  };
  const running: Running[] = [];
  for (let each = 0; each < processes; each++) {
    const one = await startPlatform(environment);
    running.push(one);
    ports.push(one.port);
  }
  const sites = await openDemoSites({ ports: freePorts, platform, folder });
  const clock = () => new Date();
  const store = await openStore({ url: database.url, keys: openKeys(keySet).store, poolSize: 3, clock });
  const settings = loadSettings(environment);
  const personas = await seedDemo({ store, databaseUrl: database.url, settings, sites, clock, past: false });
  ending.after(async () => {
    for (const one of running) one.child.kill('SIGKILL');
    await sites.close();
    await store.close();
    door.server.closeAllConnections();
    door.server.close();
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    platform,
    sites,
    personas,
    members: sites.europe.members,
    store,
    environment,
    log: () => running.map((one) => one.log()).join('\n'),
    kill: (index) => void running[index]?.child.kill('SIGKILL'),
    isRunning: (index) =>
      running[index]?.child.exitCode === null && running[index]?.child.signalCode === null,
    async terminate(index) {
      const child = running[index]?.child;
      if (child === undefined) return null;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      return (await ended)[0];
    },
    async restart(index) {
      const again = await startPlatform(environment);
      running[index] = again;
      ports[index] = again.port;
    },
  };
}

/** Any port that is free, for each simulator. */
export const freePorts: DemoSitePorts = {
  klip: 0,
  gipod: 0,
  geopunt: 0,
  europe: 0,
  fas: 0,
  authority: 0,
  inbox: 0,
  smtp: 0,
};

/** Where a whole run keeps the keys of its simulators; `null` where each world makes its own. */
export function keysOfRun(): string | null {
  return process.env.SLUIS_TEST_SIMULATORS ?? null;
}

type Running = { readonly child: ChildProcess; readonly port: number; log(): string };

async function startPlatform(environment: Readonly<Record<string, string>>): Promise<Running> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(root, 'src/processes/command-line/command-line.ts'),
      'serve',
    ],
    { env: { ...process.env, ...environment, SLUIS_PORT: String(port) }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  child.stdout?.on('data', (text) => (log += String(text)));
  child.stderr?.on('data', (text) => (log += String(text)));
  while (!log.includes('Sluis serves')) {
    const ended = await Promise.race([
      once(child.stderr ?? child, 'data').then(() => false),
      once(child, 'exit').then(() => true),
    ]);
    if (ended) throw new Error(`the platform did not start:\n${log}`);
  }
  return { child, port, log: () => log };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The one address of the platform: hands each request to the next process in turn. */
async function openDoor(
  ports: readonly number[],
): Promise<{ readonly server: Server; readonly port: number }> {
  let turn = 0;
  const server = createServer((request, response) => {
    const port = ports[turn++ % ports.length];
    const { method, url, headers } = request;
    const onward = httpRequest(
      { host: '127.0.0.1', port, method, path: url, headers, agent: false },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      },
    );
    onward.on('error', () => {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
    request.pipe(onward);
  });
  // Longer than any client keeps a connection: one that is closed at the moment of its next use fails a request.
  server.keepAliveTimeout = 120_000;
  server.listen(0);
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}
