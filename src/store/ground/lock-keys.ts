import type { Queries, Statement } from './statement.ts';

// All locks in one order, so that two never wait for each other.
const lock: Statement = {
  name: 'keys.lock',
  text: `select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(encode(hash, 'hex'), 2) as key from unnest($1::bytea[]) hash order by key
    ) keys`,
};

/** Makes others who count under one of these keys wait until the end of this transaction. */
export async function lockKeys(queries: Queries, keys: readonly Buffer[]): Promise<void> {
  await queries.all(lock, [keys]);
}
