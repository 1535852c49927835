import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import pg from 'pg';
import { overTcp } from './over-tcp.ts';

/** One statement that a server ran for its client. */
export type CountedStatement = {
  /** The name of the prepared statement, or what its text says first in a comment; the words of one without a name. */
  readonly name: string;
  /** Pages of 8 kB that it looked at, as the server itself tells. */
  buffers: number;
  /** Tables that its plan reads from end to end. */
  readWhole: readonly string[];
};

/** What went to a database while something was done. */
export type Traffic = {
  /** Without `begin`, `commit` and `rollback`. */
  readonly statements: readonly CountedStatement[];
  /** Writes of the client that arrived together. */
  readonly packets: number;
  /** Transactions that changed something, by whether their commit waited until it was on disk. */
  readonly waited: number;
  readonly unwaited: number;
};

/** Stands before a PostgreSQL server and counts what is asked of it. */
export type CountingProxy = {
  /** The same database, through the proxy. */
  readonly url: string;
  /** What the clients sent while `work` ran, until all of it was answered. */
  during<Answer>(work: () => Promise<Answer>): Promise<readonly [Answer, Traffic]>;
  close(): Promise<void>;
};

/** How the server tells of a commit: a notice with this word, the transaction and its `synchronous_commit`. */
const COMMITTED = 'counted_commit';
/** The line that is always open asks every two seconds how the database is, whatever else is done: it does not count. */
const NEWS = 'application_name\0sluis news\0';

/**
 * Opens one before the database of this address, whose tables it gives a trigger. A commit waits for the disk when its transaction changed
 * something and `synchronous_commit` is not `off` at its very end: the trigger is deferred until then, and tells both. That is exact, and the
 * same on a busy server and on one that keeps its files in memory. What a statement looked at is told by `auto_explain`, which sees the
 * statement itself, at work. The client hears of neither.
 */
export async function openCountingProxy(url: string): Promise<CountingProxy> {
  await makeTelling(url);
  const sockets = new Set<Socket>();
  const own = new URL(overTcp(url));
  const { hostname, port } = own;
  let count = newCount();
  const unanswered: Unanswered = { count: 0, heard: () => {} };
  const take = (client: Socket) => {
    const server = connect(Number(port || 5432), hostname);
    const session = openSession(() => count, unanswered);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        session.end();
        other.destroy();
      });
    }
    client.on('data', (chunk: Buffer) => {
      session.hearClient(chunk);
      server.write(chunk);
    });
    server.on('data', (chunk: Buffer) => {
      const passed = session.hearServer(chunk);
      if (passed.length > 0) client.write(passed);
    });
  };
  const listener = createServer(take).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  own.hostname = '127.0.0.1';
  own.port = String((listener.address() as AddressInfo).port);
  return {
    url: own.href,
    async during(work) {
      count = newCount();
      const answer = await work();
      while (unanswered.count > 0)
        await new Promise<void>((resolve) => {
          unanswered.heard = resolve;
        });
      const { statements, packets, commits } = count;
      const waits = [...commits.values()];
      const waited = waits.filter((each) => each).length;
      return [answer, { statements, packets, waited, unwaited: waits.length - waited }];
    },
    async close() {
      for (const each of sockets) each.destroy();
      listener.close();
      await once(listener, 'close');
    },
  };
}

/** Questions of all connections, and who wants to hear of an answer. */
type Unanswered = { count: number; heard: () => void };

type Count = {
  readonly statements: CountedStatement[];
  packets: number;
  /** By transaction: whether its commit waited. */
  readonly commits: Map<string, boolean>;
};

function newCount(): Count {
  return { statements: [], packets: 0, commits: new Map() };
}

/** From now on the server tells every session of that database what it did. Only a superuser may ask for it. */
async function makeTelling(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(TELLING);
  } finally {
    await client.end();
  }
}

const TELLING = `
  create function ${COMMITTED}() returns trigger language plpgsql as $$
    begin
      raise notice '${COMMITTED} % %', pg_current_xact_id(), current_setting('synchronous_commit');
      return null;
    end $$;
  do $$
    declare
      each regclass;
      setting text;
    begin
      for each in select oid from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition loop
        execute format('create constraint trigger ${COMMITTED} after insert or update or delete on %s
          deferrable initially deferred for each row execute function ${COMMITTED}()', each);
      end loop;
      foreach setting in array array['synchronous_commit = on', 'session_preload_libraries = auto_explain',
        'auto_explain.log_min_duration = 0', 'auto_explain.log_analyze = on', 'auto_explain.log_timing = off',
        'auto_explain.log_buffers = on', 'auto_explain.log_format = json', 'auto_explain.log_level = notice',
        'auto_explain.log_parameter_max_length = 0'] loop
        execute format('alter database %I set %s', current_database(), setting);
      end loop;
    end $$`;

/** Until the server tells. */
const UNTOLD: Pick<CountedStatement, 'buffers' | 'readWhole'> = { buffers: 0, readWhole: [] };

/** Message types of the protocol (3.0): of the client, and of the server. */
const [PARSE, BIND, EXECUTE, SYNC, QUERY] = ['P', 'B', 'E', 'S', 'Q'] as const;
const STARTUP = '';
const ASKING: readonly string[] = [PARSE, BIND, EXECUTE, SYNC, QUERY];
const [NOTICE, READY] = ['N', 'Z'] as const;

/** One connection: reads what passes in both directions. A client of ours encrypts nothing on this machine, and is not asked to. */
function openSession(count: () => Count, unanswered: Unanswered) {
  const fromClient = openReader(false);
  const fromServer = openReader(true);
  const texts = new Map<string, string>();
  let bound = '';
  let group: CountedStatement[] = [];
  /** Statements by the answer that they wait for. */
  const asked: (readonly CountedStatement[])[] = [];
  let told = 0;
  let isCounted = true;
  const note = (name: string) => {
    if (/^(begin|start transaction|commit|rollback)\b/i.test(name)) return;
    const statement = { name: /^\/\* (.*?) \*\//.exec(texts.get(name) ?? name)?.[1] ?? name, ...UNTOLD };
    group.push(statement);
    count().statements.push(statement);
  };
  const hearNotice = (body: Buffer): boolean => {
    const said = fieldsOf(body).get('M') ?? '';
    if (said.startsWith(COMMITTED)) {
      const [, transaction = '', synchronous] = said.split(' ');
      count().commits.set(transaction, synchronous !== 'off');
      return true;
    }
    const plan = /^duration: .* plan:\n(\{[\s\S]*\})$/.exec(said)?.[1];
    if (plan === undefined) return false;
    const of = asked[0]?.[told];
    told += 1;
    if (of) Object.assign(of, lookedAt(plan));
    return true;
  };
  return {
    hearClient(chunk: Buffer): void {
      const messages = fromClient(chunk);
      for (const { type, body } of messages) {
        if (type === STARTUP && body.includes(NEWS)) isCounted = false;
        if (!isCounted) continue;
        if (type === PARSE) {
          const [name = '', text = ''] = stringsIn(body);
          texts.set(name, text);
        }
        // The portal comes first; nobody here uses one with a name.
        if (type === BIND) bound = stringsIn(body)[1] ?? '';
        if (type === EXECUTE) note(bound === '' ? (texts.get('') ?? '') : bound);
        if (type === QUERY) note(stringsIn(body)[0] ?? '');
        if (type !== SYNC && type !== QUERY) continue;
        asked.push(group);
        group = [];
        unanswered.count += 1;
      }
      if (isCounted && messages.some(({ type }) => ASKING.includes(type))) count().packets += 1;
    },
    /** What is for the client. */
    hearServer(chunk: Buffer): Buffer {
      const passed = fromServer(chunk).filter(({ type, body }) => {
        if (type === NOTICE) return !hearNotice(body);
        // The end of the handshake answers no message of these.
        if (type === READY && asked.shift() !== undefined) {
          told = 0;
          unanswered.count -= 1;
          unanswered.heard();
        }
        return true;
      });
      return Buffer.concat(passed.map(({ whole }) => whole));
    },
    /** Nobody answers any more. */
    end(): void {
      unanswered.count -= asked.splice(0).length;
      unanswered.heard();
    },
  };
}

type Message = { readonly type: string; readonly body: Buffer; readonly whole: Buffer };

/** Reads messages out of a stream. The first one of a client has no type. */
function openReader(isTyped: boolean): (chunk: Buffer) => readonly Message[] {
  let rest: Buffer = Buffer.alloc(0);
  let head = isTyped ? 1 : 0;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    const messages: Message[] = [];
    while (rest.length >= head + 4) {
      const length = head + rest.readUInt32BE(head);
      if (rest.length < length) break;
      const whole = rest.subarray(0, length);
      messages.push({ type: whole.toString('latin1', 0, head), body: whole.subarray(head + 4), whole });
      rest = rest.subarray(length);
      head = 1;
    }
    return messages;
  };
}

function stringsIn(body: Buffer): readonly string[] {
  return body.toString('utf8').split('\0', 2);
}

function fieldsOf(body: Buffer): ReadonlyMap<string, string> {
  const fields = body
    .toString('utf8')
    .split('\0')
    .filter((each) => each !== '');
  return new Map(fields.map((each) => [each.slice(0, 1), each.slice(1)]));
}

type PlanNode = Readonly<Record<string, string | number>> & { readonly Plans?: readonly PlanNode[] };

function lookedAt(plan: string): Pick<CountedStatement, 'buffers' | 'readWhole'> {
  const { Plan: top } = JSON.parse(plan) as { Plan: PlanNode };
  const scans = (node: PlanNode): readonly string[] => [
    ...(node['Node Type'] === 'Seq Scan' ? [String(node['Relation Name'])] : []),
    ...(node.Plans ?? []).flatMap(scans),
  ];
  const pages = (kind: string) => Number(top[`Shared ${kind} Blocks`] ?? 0);
  return { buffers: pages('Hit') + pages('Read'), readWhole: scans(top) };
}
