import type { Pool, PoolClient, QueryResult } from 'pg';
import { Connection } from './connection.ts';
import { type Queries, queriesThrough, type Statement } from './statement.ts';

/**
 * Runs `work` on one connection, all or nothing. Whatever it throws is thrown on after the rollback; nothing is tried again.
 * A statement that failed unnoticed inside `work` makes the commit fail too. Work that only reads needs no transaction, and has none.
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
  const transaction = transactionOn(client);
  try {
    const answer = await work(transaction.queries);
    await transaction.commit();
    return answer;
  } catch (error) {
    await transaction.rollback().catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

type Transaction = { readonly queries: Queries; commit(): Promise<void>; rollback(): Promise<void> };

/**
 * As few round trips as can be, for every step of a login is a transaction: `begin` leaves in one packet with the first statement
 * that changes something, and what nobody waits for leaves in one packet with what comes next, in its order.
 */
function transactionOn(client: PoolClient): Transaction {
  let begun: Promise<QueryResult> | null = null;
  let waiting: readonly Sent[] = [];
  let unheard: readonly Promise<QueryResult>[] = [];
  const send = ({ statement: { name, text }, values }: Sent) =>
    client.query({ name, text, values: [...values] });
  const sendWaiting = () => {
    if (client instanceof Connection) client.inOnePacket();
    begun ??= client.query('begin');
    // Should one of them fail, so does everything after it, and the commit tells.
    begun.catch(() => {});
    const sent = waiting.map(send);
    for (const each of sent) each.catch(() => {});
    unheard = [...unheard, ...sent];
    waiting = [];
  };
  const run = (statement: Statement, values: readonly unknown[]) => {
    const needsTransaction = begun === null && !statement.readsOnly;
    if (needsTransaction || waiting.length > 0) sendWaiting();
    return send({ statement, values });
  };
  return {
    queries: queriesThrough(run, (statement, values) => {
      waiting = [...waiting, { statement, values }];
    }),
    async commit() {
      if (begun === null && waiting.length === 0) return;
      sendWaiting();
      const committed = client.query('commit');
      const [{ command }] = await Promise.all([committed, begun, ...unheard]);
      if (command !== 'COMMIT')
        throw new Error('the transaction was rolled back: a statement in it had failed');
    },
    async rollback() {
      if (begun !== null) await client.query('rollback');
    },
  };
}

type Sent = { readonly statement: Statement; readonly values: readonly unknown[] };
