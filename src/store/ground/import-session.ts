import { Connection } from './connection.ts';
import { UNBOUND } from './pool.ts';
import { queriesOn } from './queries.ts';
import type { Queries } from './statement.ts';

/** Some statements of an import read whole registers. */
const LONGEST = 60 * 60_000;

/** One import: a transaction that is open from the first row to the commit, on a connection of its own. */
export type ImportSession = {
  readonly client: Connection;
  readonly queries: Queries;
  /** Commits; nothing of the import is visible before. */
  commit(): Promise<void>;
  /** Forgets everything. May be called after a failure, and twice. */
  abort(): Promise<void>;
  /** Does a part of the import; when it fails, everything is forgotten. */
  orAbort<Answer>(work: () => Promise<Answer>): Promise<Answer>;
};

/** Rows of a file on their way in: everything goes in together, or nothing. */
export type RowImport<Row, Counts> = {
  /** Takes some rows, at best a few thousand; memory holds one batch at a time. */
  addBatch(rows: readonly Row[]): Promise<void>;
  /** Works out the counts and forgets everything: for a dry run. */
  tryOut(): Promise<Counts>;
  /** Forgets everything. */
  abort(): Promise<void>;
};

/** Sees to what the rows of an import tell, in the same transaction, with the stores that it names; what it counts. */
export type Followed<Stores, News, Name extends keyof Stores = keyof Stores> = {
  readonly names: readonly Name[];
  follow(stores: Pick<Stores, Name>, news: News): Promise<FollowedCounts>;
};

export type FollowedCounts = Readonly<Record<string, number>>;

/** Makes the named stores on the connection of an import. */
export type StoresOn<Stores> = <Name extends keyof Stores>(
  queries: Queries,
  names: readonly Name[],
) => Pick<Stores, Name>;

/**
 * Begins an import. Imports of the same kind wait for each other; the limits that keep a login quick do not apply to them.
 * When the connection is cut, the database itself rolls everything back.
 */
export async function beginImport(url: string, kind: string, staging: string): Promise<ImportSession> {
  const client = new Connection({
    connectionString: url,
    application_name: 'sluis import',
    silentAfter: LONGEST,
  });
  await client.connect();
  let open = true;
  const leave = async (last: 'commit' | 'rollback') => {
    if (!open) return;
    open = false;
    try {
      await client.query(last);
    } catch (error) {
      if (last === 'commit') throw error;
    } finally {
      await client.end();
    }
  };
  try {
    await client.query(`begin; set timezone = 'UTC'; ${UNBOUND}`);
    await client.query("select pg_advisory_xact_lock(hashtext('sluis import'), hashtext($1))", [kind]);
    await client.query(staging);
  } catch (error) {
    await leave('rollback');
    throw error;
  }
  return {
    client,
    queries: queriesOn(client),
    commit: () => leave('commit'),
    abort: () => leave('rollback'),
    async orAbort(work) {
      try {
        return await work();
      } catch (error) {
        await leave('rollback');
        throw error;
      }
    },
  };
}
