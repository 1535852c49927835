import type { CaseId, CaseLock, CaseLockStore } from '../../domain/casework/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

type LockRow = { case_id: string; agent: string; seen_at: Date };

const take: Statement = {
  name: 'case_locks.take',
  text: `insert into case_locks as held (case_id, agent, seen_at) values ($1, $2, $3)
    on conflict (case_id) do update set agent = excluded.agent, seen_at = excluded.seen_at
      where held.agent = excluded.agent or held.seen_at < $4
    returning case_id, agent, seen_at`,
};
const force: Statement = {
  name: 'case_locks.force',
  text: `insert into case_locks (case_id, agent, seen_at) values ($1, $2, $3)
    on conflict (case_id) do update set agent = excluded.agent, seen_at = excluded.seen_at
    returning case_id, agent, seen_at`,
};
const holder: Statement = {
  name: 'case_locks.holder',
  readsOnly: true,
  text: 'select case_id, agent, seen_at from case_locks where case_id = $1 and seen_at >= $2',
};
const release: Statement = {
  name: 'case_locks.release',
  text: 'delete from case_locks where case_id = $1 and agent = $2',
};

/** Locks on cases: at most one row each, taken by one conditional statement. */
export function caseLocksIn({ queries }: StoreContext): CaseLockStore {
  const first = async (statement: Statement, values: readonly unknown[]): Promise<CaseLock | null> => {
    const row = await queries.first<LockRow>(statement, values);
    return row === null ? null : readLock(row);
  };
  return {
    async take(id, agent, at, staleBefore) {
      const taken = await first(take, [id, agent, at, staleBefore]);
      // Whoever was refused keeps the row locked until the end of the transaction: the holder is still there.
      return taken ?? held(await first(holder, [id, staleBefore]));
    },
    force: async (id, agent, at) => held(await first(force, [id, agent, at])),
    holder: (id, staleBefore) => first(holder, [id, staleBefore]),
    async release(id, agent) {
      await queries.changeUnheard(release, [id, agent]);
    },
  };
}

function held(lock: CaseLock | null): CaseLock {
  if (lock === null) throw new Error('somebody must hold the lock');
  return lock;
}

function readLock(row: LockRow): CaseLock {
  return { case: row.case_id as CaseId, agent: row.agent as PersonId, seenAt: row.seen_at };
}
