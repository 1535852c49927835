import type { Queries, Statement } from '../ground/statement.ts';

/** Whose database this is: the demo made it, nobody is in it yet, or others are at work in it. */
export type DatabaseOwner = 'demo' | 'nobody' | 'others';

export type DemoMark = {
  owner(): Promise<DatabaseOwner>;
  /** Takes the database for the demo, if nobody is in it yet. */
  claim(at: Date): Promise<DatabaseOwner>;
  /** Marks it whatever it holds: for the demo of one machine, which made it before there were marks. */
  set(at: Date): Promise<void>;
};

const EMPTY = `not exists (select from persons) and not exists (select from organisations)
  and not exists (select from countries) and not exists (select from register_persons)`;
const owner: Statement = {
  name: 'demo_mark.owner',
  text: `select case when exists (select from demo_marks) then 'demo' when ${EMPTY} then 'nobody' else 'others' end as owner`,
};
const claim: Statement = {
  name: 'demo_mark.claim',
  text: `insert into demo_marks (made_at) select $1::timestamptz where ${EMPTY} on conflict do nothing`,
};
const set: Statement = {
  name: 'demo_mark.set',
  text: 'insert into demo_marks (made_at) values ($1) on conflict do nothing',
};

export function demoMarkOn(queries: Queries): DemoMark {
  const readOwner = async () => (await queries.first<{ owner: DatabaseOwner }>(owner, []))?.owner ?? 'others';
  return {
    owner: readOwner,
    async claim(at) {
      await queries.change(claim, [at]);
      return readOwner();
    },
    set: async (at) => void (await queries.change(set, [at])),
  };
}
