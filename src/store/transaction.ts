import type { Pool, PoolClient } from 'pg';
import { type Queries, queriesOn } from './statement.ts';

/**
 * Runs `work` on one connection, all or nothing. Whatever it throws is thrown on after the rollback; nothing is tried again.
 * A statement that failed unnoticed inside `work` makes the commit fail too.
 */
export async function runInTransaction<Answer>(
  pool: Pool,
  work: (queries: Queries) => Promise<Answer>,
): Promise<Answer> {
  const client = await pool.connect();
  let broken = false;
  // A connection lost between two statements shows in the next one.
  const onError = () => {
    broken = true;
  };
  client.on('error', onError);
  const begun = beginWithFirstStatement(client);
  try {
    const answer = await work(queriesOn(client));
    await begun;
    const { command } = await client.query('commit');
    if (command !== 'COMMIT')
      throw new Error('the transaction was rolled back: a statement in it had failed');
    return answer;
  } catch (error) {
    await client.query('rollback').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/**
 * Sends `begin` in one packet with the first statement of the work, which does not wait for it: a round trip less for every
 * step of a login. Should it fail, so does everything after it on this connection.
 */
function beginWithFirstStatement(client: PoolClient): Promise<unknown> {
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
  const begun = client.query('begin');
  begun.catch(() => {});
  return begun;
}
