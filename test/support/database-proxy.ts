import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { overTcp } from './over-tcp.ts';

/** Stands before a PostgreSQL server and does what networks, proxies and failing machines do. */
export type DatabaseProxy = {
  /** The same database, through the proxy. */
  readonly url: string;
  /** How many connections were open at once, at most. */
  most(): number;
  /** Resolves when no connection is open through it. */
  whenEmpty(): Promise<void>;
  /** From now on nothing passes on the connections that are open, in neither direction, and nobody is told. */
  silenceOpen(): void;
  /** From now on those that come are taken, and hear nothing. */
  silenceNew(): void;
  /** New connections pass again, to `target` (a `postgres://…`) when given. */
  pass(target?: string): void;
  /** Ends every connection, and refuses new ones until `pass`. */
  cut(): void;
  /** Sends these bytes in one packet with the end of the next answer, and then ends that connection. */
  endWithNextAnswer(bytes: Buffer): void;
  close(): Promise<void>;
};

type Pair = { readonly client: Socket; readonly server: Socket | null; isSilent: boolean };

/** What a server sends last when somebody ends the session (`pg_terminate_backend`, a shutdown): protocol 3.0, ErrorResponse. */
export const SESSION_ENDED = errorResponse({
  S: 'FATAL',
  V: 'FATAL',
  C: '57P01',
  M: 'terminating connection',
});

/** The end of every answer: ReadyForQuery, outside of a transaction. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

/** Opens a proxy before the server of this address. */
export async function openDatabaseProxy(url: string): Promise<DatabaseProxy> {
  const pairs = new Set<Pair>();
  let target = new URL(url);
  let mode: 'pass' | 'silent' | 'refuse' = 'pass';
  let last: Buffer | null = null;
  let most = 0;
  const take = (client: Socket) => {
    client.on('error', () => {});
    if (mode === 'refuse') return void client.destroy();
    const server = mode === 'silent' ? null : connect(Number(target.port || 5432), target.hostname);
    const pair: Pair = { client, server, isSilent: mode === 'silent' };
    pairs.add(pair);
    most = Math.max(most, pairs.size);
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      server?.destroy();
    };
    client.on('close', end);
    client.on('data', (chunk) => {
      if (!pair.isSilent) server?.write(chunk);
    });
    server?.on('error', () => {}).on('close', () => (pair.isSilent ? undefined : end()));
    server?.on('data', (chunk: Buffer) => {
      if (pair.isSilent) return;
      if (last !== null && chunk.subarray(-READY.length).equals(READY)) {
        client.end(Buffer.concat([chunk, last]));
        last = null;
      } else client.write(chunk);
    });
  };
  const listener = createServer(take).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const own = new URL(overTcp(url));
  own.hostname = '127.0.0.1';
  own.port = String((listener.address() as AddressInfo).port);
  const cut = () => {
    for (const { client, server } of pairs) {
      client.destroy();
      server?.destroy();
    }
  };
  return {
    url: own.href,
    most: () => most,
    async whenEmpty() {
      for (const { client } of [...pairs]) if (!client.closed) await once(client, 'close');
    },
    silenceOpen: () => {
      for (const pair of pairs) pair.isSilent = true;
    },
    silenceNew: () => {
      mode = 'silent';
    },
    pass: (next) => {
      mode = 'pass';
      if (next !== undefined) target = new URL(next);
    },
    cut: () => {
      mode = 'refuse';
      cut();
    },
    endWithNextAnswer: (bytes) => {
      last = bytes;
    },
    async close() {
      cut();
      listener.close();
      await once(listener, 'close');
    },
  };
}

function errorResponse(fields: Readonly<Record<string, string>>): Buffer {
  const body = Object.entries(fields).map(([kind, text]) => `${kind}${text}\0`);
  const content = Buffer.from(`${body.join('')}\0`);
  const head = Buffer.from([0x45, 0, 0, 0, 0]);
  head.writeUInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}
