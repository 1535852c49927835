import type { DutyTroubles } from '../../base/duty.ts';
import { later } from '../../base/time.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

/** What is done every so often, by one process at a time, however many there are. */
export type DutyStore = {
  /**
   * Takes a duty that is due: nobody else gets it before it ends, or before `believedMilliseconds` have passed without an end.
   * The first time it is due at once.
   */
  take(name: string, at: Date, believedMilliseconds: number): Promise<boolean>;
  /** What does not get done: duties that failed when they were last due, and cases that were set aside. */
  troubles(): Promise<DutyTroubles>;
  /** Ends it, well or not, until it is due again. */
  end(name: string, at: Date, outcome: { readonly isWell: boolean; readonly dueAt: Date }): Promise<void>;
};

const failing: Statement = {
  name: 'duties.failing',
  readsOnly: true,
  text: 'select name, failures from duties where failures > 0 order by name',
};
const aside: Statement = {
  name: 'duties.aside',
  readsOnly: true,
  text: `select
    (select count(*) from (select from cases where duty_failed_at is not null limit 1000) bounded)::int as "casesAside",
    (select count(*) from (select from outbox where set_aside_at is not null and kind = 'job' limit 1000) bounded)::int
      as "jobsAside"`,
};
const take: Statement = {
  name: 'duties.take',
  text: `insert into duties (name, due_at, running_until) values ($1, $2, $3)
    on conflict (name) do update set running_until = excluded.running_until
    where duties.due_at <= $2 and (duties.running_until is null or duties.running_until <= $2)`,
};
const end: Statement = {
  name: 'duties.end',
  text: `update duties set running_until = null, due_at = $3,
      last_ended_at = case when $4 then $2 else last_ended_at end,
      failures = case when $4 then 0 else failures + 1 end
    where name = $1`,
};

/** The duties of workers, each call a transaction of its own. */
export function dutiesOn({ queries }: StoreContext): DutyStore {
  return {
    async take(name, at, believedMilliseconds) {
      return (await queries.change(take, [name, at, later(at, believedMilliseconds)])) === 1;
    },
    async troubles() {
      const counted = await queries.first<Omit<DutyTroubles, 'failing'>>(aside, []);
      return {
        failing: await queries.all<DutyTroubles['failing'][number]>(failing, []),
        ...(counted ?? { casesAside: 0, jobsAside: 0 }),
      };
    },
    async end(name, at, { isWell, dueAt }) {
      await queries.change(end, [name, at, dueAt, isWell]);
    },
  };
}
