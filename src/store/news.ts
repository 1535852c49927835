import pg from 'pg';

/** What changes are told between processes; the text is all that a notification carries. */
export type Change = `application:${string}` | 'countries';

/** Listens for changes that other processes made. */
export type News = {
  /** Whether changes are heard at this moment. */
  heard(): boolean;
  close(): Promise<void>;
};

const CHANNEL = 'sluis_changes';
const RECONNECT = 1000;

/** Tells a change when the transaction of this statement commits. */
export const tell = { name: 'news.tell', text: `select pg_notify('${CHANNEL}', $1)` };

/**
 * Opens a connection that only listens. When it breaks it is opened again, and `onChange(null)` says that anything may have
 * changed meanwhile.
 */
export async function listenForNews(url: string, onChange: (change: Change | null) => void): Promise<News> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;
  const again = () => {
    client = null;
    if (!closed && timer === null) timer = setTimeout(connect, RECONNECT).unref();
  };
  const connect = async () => {
    timer = null;
    const fresh = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5000 });
    fresh.on('error', () => {});
    fresh.on('notification', ({ payload }) => onChange((payload ?? null) as Change | null));
    try {
      await fresh.connect();
      await fresh.query(`listen ${CHANNEL}`);
    } catch {
      await fresh.end().catch(() => {});
      return again();
    }
    if (closed) return fresh.end();
    fresh.on('end', again);
    client = fresh;
    onChange(null);
  };
  await connect();
  return {
    heard: () => client !== null,
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
