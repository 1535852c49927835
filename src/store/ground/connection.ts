import { Socket } from 'node:net';
import pg from 'pg';

/** How long connecting may take, the handshake included, in milliseconds. */
export const CONNECT_WITHIN = 5_000;
/** How long a connection that nobody needs any more may take to say goodbye. */
const GOODBYE_WITHIN = 1_000;
/** The system notices a peer that is gone about ten seconds later (libuv probes each second then). */
const KEEP_ALIVE_AFTER = 10_000;

/** A connection did not answer for longer than the server itself lets a statement run. It was cut off. */
export class SilentConnection extends Error {
  override readonly name = 'SilentConnection';
  readonly code = 'ETIMEDOUT';
  constructor() {
    super('the connection to the database fell silent');
  }
}

export type ConnectionOptions = Omit<pg.ClientConfig, 'stream'> & {
  /** Milliseconds without an answer after which it is cut off; longer than the server lets a statement run. */
  readonly silentAfter?: number;
  /** Whether the server keeps a statement under its name from one to the next; it does when not given. */
  readonly keepsStatements?: boolean;
};

/**
 * One connection to the database, on a socket of our own, so that it can be cut off at once. However it ends, the statements on it fail and nothing else: it is listened to as long as it
 * lives, in a pool and between two owners too. One that falls silent is cut off, as TCP alone may take many minutes to notice.
 */
export class Connection extends pg.Client {
  readonly #socket: Socket;
  readonly #silentAfter: number;
  #heardAt = performance.now();
  #waitsSince: number | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isUsable = true;

  constructor(options: ConnectionOptions) {
    const socket = new Socket();
    super({
      connectionTimeoutMillis: CONNECT_WITHIN,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER,
      ...options,
      stream: () => socket,
    });
    this.#socket = socket;
    this.#silentAfter = options.silentAfter ?? CONNECT_WITHIN;
    // Without a listener an emitted error would end the process. Whoever waits for a statement hears of it there.
    this.on('error', () => {
      this.#isUsable = false;
    });
    this.on('drain', () => {
      this.#heardAt = performance.now();
      this.#waitsSince = null;
    });
    this.on('end', () => {
      this.#isUsable = false;
      this.#disarm();
    });
    const query = this.query.bind(this) as Query;
    this.query = this.#watched(
      options.keepsStatements === false ? unnamed(query) : query,
    ) as typeof this.query;
  }

  /** `query` as it is, noting when it was asked and answered. */
  #watched(query: Query): Query {
    const hear = () => {
      this.#heardAt = performance.now();
    };
    return (...given) => {
      this.#waitsSince ??= performance.now();
      this.#arm(this.#silentAfter);
      const callback = given.at(-1);
      if (typeof callback !== 'function') {
        const answer = query(...given);
        if (answer instanceof Promise) answer.then(hear, hear);
        return answer;
      }
      return query(...given.slice(0, -1), (...answer: readonly unknown[]) => {
        hear();
        callback(...answer);
      });
    };
  }

  /** Whether nothing is known against it; it may have broken without a sign. */
  get isUsable(): boolean {
    return this.#isUsable;
  }

  /** When the last answer came, by `performance.now()`. */
  get heardAt(): number {
    return this.#heardAt;
  }

  /** Ends it at once: what waits on it fails. */
  cutOff(): void {
    this.#disarm();
    // One that never began to connect has no listener of its own.
    this.#socket.on('error', () => {});
    this.#socket.destroy(new SilentConnection());
  }

  /** What is sent before the next tick leaves together (over TLS, each statement is a record of its own). */
  inOnePacket(): void {
    this.#socket.cork();
    process.nextTick(() => this.#socket.uncork());
  }

  #arm(milliseconds: number): void {
    this.#timer ??= setTimeout(() => {
      // What came in while this process was busy is read before it is judged.
      setImmediate(() => this.#judge());
    }, milliseconds).unref();
  }

  #disarm(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #judge(): void {
    if (this.#timer === null) return;
    this.#timer = null;
    if (this.#waitsSince === null) return;
    const left = this.#silentAfter - (performance.now() - Math.max(this.#heardAt, this.#waitsSince));
    if (left > 0) this.#arm(left);
    else this.cutOff();
  }

  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(callback?: (error: Error) => void): Promise<void> | undefined {
    const late = setTimeout(() => this.cutOff(), GOODBYE_WITHIN).unref();
    this.once('end', () => clearTimeout(late));
    if (callback !== undefined) {
      super.end(callback);
      return undefined;
    }
    return super.end();
  }
}

/** The one function under the overloads of the driver: the last argument may be a callback. */
type Query = (...given: readonly unknown[]) => unknown;

/** `query` as it is, for statements that are sent whole each time. */
function unnamed(query: Query): Query {
  return (asked, ...given) =>
    query(isStatement(asked) ? { text: asked.text, values: asked.values } : asked, ...given);
}

function isStatement(
  asked: unknown,
): asked is { readonly text: string; readonly values?: readonly unknown[] } {
  return typeof asked === 'object' && asked !== null && 'name' in asked && 'text' in asked;
}

/** Opens one connection, for `work` alone, and ends it whatever comes. */
export async function onOneConnection<Answer>(
  options: ConnectionOptions,
  work: (connection: Connection) => Promise<Answer>,
): Promise<Answer> {
  const connection = new Connection(options);
  try {
    await connection.connect();
    return await work(connection);
  } finally {
    await connection.end();
  }
}
