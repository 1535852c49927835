import type { PoolClient, QueryResult } from 'pg';
import type { Keeping } from '../../base/unit-of-work.ts';
import { Connection } from './connection.ts';
import type { Deferred, Joiner } from './joining/joined-statement.ts';
import { gatherInto, type Waiting, waitingFor } from './joining/waiting.ts';
import type { ConnectionPool } from './pool.ts';
import { asking, type Queries, type Sent } from './statement.ts';

/**
 * Runs `work` on one connection, all or nothing. Whatever it throws is thrown on after the rollback; nothing is tried again.
 * A statement that failed unnoticed inside `work` makes the commit fail too. Work that only reads, or whose changes are one statement,
 * needs no transaction around it, and has none.
 */
export async function runInTransaction<Answer>(
  pool: ConnectionPool,
  work: (queries: Queries) => Promise<Answer>,
  { mayBeLost = false }: Keeping = {},
): Promise<Answer> {
  const client = await pool.connect();
  let broken = false;
  // A connection lost between two statements shows in the next one.
  const onError = () => {
    broken = true;
  };
  client.on('error', onError);
  const transaction = transactionOn(client, pool.joiner, mayBeLost);
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

/** in_failed_sql_transaction: a statement before this one failed, and says why. */
const AFTER_FAILURE = '25P02';

/**
 * As few round trips as can be, for every step of a login is a unit of work: what nobody waits for leaves as one statement, `begin` in one
 * packet with the first statement that needs it, and the last changes in one packet with the commit.
 */
function transactionOn(client: PoolClient, joiner: Joiner, mayBeLost: boolean): Transaction {
  let begun = false;
  let waiting: readonly Waiting[] = [];
  let unheard: readonly Promise<unknown>[] = [];
  let failure: { readonly error: unknown } | null = null;
  const send = async ({ statement: { name, text }, values }: Sent): Promise<QueryResult> => {
    try {
      return await client.query({ name, text, values: [...values] });
    } catch (error) {
      // Answers come in order: the first failure is why.
      failure ??= { error };
      throw (error as { code?: unknown }).code === AFTER_FAILURE ? failure.error : error;
    }
  };
  // Should one of them fail, so does everything after it, and the commit tells.
  const sendUnheard = (sending: Promise<unknown>) => {
    sending.catch(() => {});
    unheard = [...unheard, sending];
  };
  const begin = () => {
    if (!begun) sendUnheard(client.query(mayBeLost ? 'begin; set local synchronous_commit = off' : 'begin'));
    begun = true;
  };
  const takeWaiting = () => {
    const groups = joiner.part(waiting.map(({ deferred }) => deferred()));
    waiting = [];
    return groups;
  };
  const sendInTransaction = (groups: readonly (readonly Deferred[])[]) => {
    if (client instanceof Connection) client.inOnePacket();
    begin();
    for (const group of groups) sendUnheard(send(joiner.join(group)));
  };
  const run = (sent: Sent) => {
    const { statement } = sent;
    const mustFollow =
      !statement.readsOnly ||
      waiting.some(({ deferred }) => joiner.comesAfter(statement, deferred().statement));
    if (mustFollow && (!begun || waiting.length > 0)) sendInTransaction(takeWaiting());
    return send(sent);
  };
  return {
    queries: {
      ...asking(run),
      async changeUnheard(statement, values) {
        waiting = [...waiting, waitingFor({ statement, values })];
      },
      async changeSurely(statement, values, rows = 1) {
        waiting = [...waiting, waitingFor({ statement, values, rows })];
      },
      async gather(gathering, items) {
        waiting = gatherInto(waiting, gathering, items, joiner);
      },
    },
    async commit() {
      if (!begun && waiting.length === 0) return;
      const groups = takeWaiting();
      const [alone] = groups;
      if (!begun && groups.length === 1 && alone !== undefined && joiner.standsAlone(alone, mayBeLost)) {
        await send(joiner.join(alone, mayBeLost));
        return;
      }
      sendInTransaction(groups);
      const committed = client.query('commit');
      const [{ command }] = await Promise.all([committed, ...unheard]);
      if (command !== 'COMMIT')
        throw new Error('the transaction was rolled back: a statement in it had failed');
    },
    async rollback() {
      if (begun) await client.query('rollback');
    },
  };
}
