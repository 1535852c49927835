import { Connection, SilentConnection } from './connection.ts';
import { type DatabaseState, readState } from './database-state.ts';

/** What changed, told between processes in a word of its subject; the text is all that a notification carries. */
export type Change = string;

/** The line to the database that is always open: hears changes that other processes made, and asks how the database is. */
export type News = {
  /** Whether changes are heard at this moment. */
  heard(): boolean;
  /** How the database is now; throws when it does not answer within two seconds. */
  ask(): Promise<DatabaseState>;
  close(): Promise<void>;
};

export type Listener = {
  /** Numbers of the migrations that this program knows. */
  readonly migrations: readonly number[];
  /** Another process changed this; `null` says that anything may have changed. */
  onChange(change: Change | null): void;
  /** The line was silent from this moment of `performance.now()` on, and a new one answers: others like it are silent too. */
  onSilence(since: number): void;
  onState(state: DatabaseState): void;
};

const CHANNEL = 'sluis_changes';
const RECONNECT = 1_000;
/** How long somebody waits who asks how the database is, in milliseconds. */
export const ANSWER_WITHIN = 2_000;
const ASK_EVERY = 2_000;

/** Tells a change when the transaction of this statement commits. */
export const tell = { name: 'news.tell', text: `select pg_notify('${CHANNEL}', $1)` };

/** Opens the line, and keeps it: when it breaks or falls silent it is opened again. Throws when the database does not answer at first. */
export async function openNews(url: string, listener: Listener): Promise<News> {
  let line: Connection | null = null;
  let connecting: Promise<Connection> | null = null;
  let silentSince: number | null = null;
  let closed = false;
  const connect = async () => {
    const fresh = new Connection({
      connectionString: url,
      application_name: 'sluis news',
      connectionTimeoutMillis: ANSWER_WITHIN,
      silentAfter: ANSWER_WITHIN,
    });
    fresh.on('notification', ({ payload }) => listener.onChange(payload ?? null));
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
    } catch (error) {
      await fresh.end();
      throw error;
    }
    if (closed || !fresh.isUsable) {
      await fresh.end();
      throw new Error('the line to the database was closed');
    }
    fresh.on('end', () => {
      if (line === fresh) line = null;
      again();
    });
    line = fresh;
    if (silentSince !== null) listener.onSilence(silentSince);
    silentSince = null;
    listener.onChange(null);
    return fresh;
  };
  const reach = () => {
    if (line?.isUsable) return line;
    connecting ??= connect().finally(() => {
      connecting = null;
    });
    return connecting;
  };
  const ask = async () => {
    const began = performance.now();
    try {
      const state = await readState(await reach(), listener.migrations);
      listener.onState(state);
      return state;
    } catch (error) {
      if (error instanceof SilentConnection) silentSince ??= began;
      throw error;
    }
  };
  let next: NodeJS.Timeout | null = null;
  const later = (milliseconds: number) => {
    if (next !== null) clearTimeout(next);
    if (!closed) next = setTimeout(beat, milliseconds).unref();
  };
  const beat = () =>
    ask().then(
      () => later(ASK_EVERY),
      () => later(RECONNECT),
    );
  const again = () => later(RECONNECT);
  await ask();
  later(ASK_EVERY);
  return {
    heard: () => line !== null,
    ask,
    async close() {
      closed = true;
      if (next !== null) clearTimeout(next);
      await connecting?.catch(() => {});
      await line?.end();
    },
  };
}
