import type { RelationStanding } from '../../domain/work-relation/index.ts';
import { type Statement, statementInParts } from '../ground/statement.ts';

/** Of `w`, at $2. */
const STANDS: Readonly<Record<RelationStanding, string>> = {
  current: 'w.valid_from <= $2 and (w.valid_until is null or w.valid_until > $2)',
  ending: "w.valid_from <= $2 and w.valid_until > $2 and w.valid_until <= $2 + interval '31 days'",
  coming: 'w.valid_from > $2 and (w.valid_until is null or w.valid_until > w.valid_from)',
  ended: 'w.valid_until <= $2',
};
const LIVE_RIGHT = (relation: string) =>
  `r.work_relation = ${relation} and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)`;

/** What a list may be narrowed by besides, each with its parameter. */
export type ListPart = keyof typeof PARTS;
const PARTS = {
  type: (n: number) => `w.user_type = $${n}`,
  search: (n: number) => `w.folded_name like all ($${n}::text[])`,
  // Looked up along the order of names, until the page is full.
  ofMany: (n: number) => `exists (select from user_rights r
          where r.application = $${n} and ${LIVE_RIGHT('w.id')} offset 0)`,
  // Where few have one, they are found by the right.
  ofFew: (n: number) => `w.id in (select r.work_relation from user_rights r
          where r.organisation = $1 and r.application = $${n} and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2))`,
  unused: (n: number) => `exists (select from user_rights r where ${unusedFor(n)})`,
  unusedOf: (n: number) =>
    `exists (select from user_rights r where ${unusedFor(n)} and r.application = $${n + 1})`,
  after: (n: number) => `(w.folded_name, w.id) > (
          select last.folded_name, last.id from work_relations last where last.id = $${n} and last.organisation = $1)`,
} as const;

/** A right of `w` that is there for so many days, and was not used as long. */
function unusedFor(days: number): string {
  return `${LIVE_RIGHT('w.id')}
            and coalesce(r.given_at, r.valid_from) < $2 - make_interval(days => $${days})
            and not exists (select from capacity_uses u where u.person = w.person and u.application = r.application
              and u.capacity in ('organisation:' || $1, 'group:' || (select target_group from organisations where id = $1))
              and u.used_on >= ($2 - make_interval(days => $${days}))::date)`;
}

/**
 * A page in the order of names, out of the index of the organisation's people: what stands beside a name is looked up for the lines of
 * the page alone. Each way to narrow it is a statement of its own: with all of them in one, the planner would sort everybody first.
 */
export function listBy(standing: RelationStanding, parts: readonly ListPart[]): Statement {
  let next = 4;
  const narrowed = parts.map((part) => {
    const text = `\n        and ${PARTS[part](next)}`;
    next += part === 'unusedOf' ? 2 : 1;
    return text;
  });
  return {
    name: ['people.list', standing, ...parts].join('_'),
    readsOnly: true,
    text: `select w.id, w.person, p.given_names, p.family_name, w.user_type, w.email, w.job_title, w.valid_from, w.valid_until,
      (select count(*)::int from user_rights r where ${LIVE_RIGHT('w.id')}) as rights,
      (select max(d.last_used_at) from account_devices d where d.person = w.person) as last_login_at
    from (
      select w.* from work_relations w
      where w.organisation = $1 and ${STANDS[standing]}${narrowed.join('')}
      order by w.folded_name, w.id limit $3
    ) w
    join persons p on p.id = w.person
    order by w.folded_name, w.id`,
  };
}

/** So many rights of an application are few: their people are found by them. */
export const MOST_OF_FEW = 2000;
export const countOf: Statement = {
  name: 'people.count_of_application',
  readsOnly: true,
  text: `select count(*)::int as count from (
      select from user_rights where organisation = $1 and application = $2 limit ${MOST_OF_FEW + 1}) counted`,
};

const COLUMNS = `w.id, w.person, w.organisation, p.given_names, p.family_name, w.user_type, w.email, w.phone, w.job_title,
      w.valid_from, w.valid_until, w.version, w.added_by, w.added_as
    from work_relations w join persons p on p.id = w.person`;
export const find: Statement = {
  name: 'people.find',
  readsOnly: true,
  text: `select ${COLUMNS} where w.organisation = $1 and w.id = $2`,
};
/** Not said to read only: whoever added one meanwhile held the lock that was waited for. */
export const findLive: Statement = {
  name: 'people.find_live',
  text: `select ${COLUMNS} where w.person = $1 and w.organisation = $2
      and (w.valid_until is null or w.valid_until > greatest($3, w.valid_from))
    order by w.valid_from limit 1`,
};
// With a first work relation in a target group the person gets a vo_id there.
export const add = statementInParts(
  'people.add',
  [
    `had as (
      insert into vo_ids (person, target_group, vo_id)
      select $2::uuid, target_group, gen_random_uuid()::text from organisations where id = $3::uuid
      on conflict (person, target_group) do nothing
    )`,
  ],
  `insert into work_relations
      (id, person, organisation, user_type, valid_from, valid_until, email, phone, job_title, added_by, added_as)
    values ($1, $2::uuid, $3::uuid, $4, $5, $6, $7, $8, $9, $10, $11)`,
);
export const change: Statement = {
  name: 'people.change',
  text: `update work_relations set user_type = $3, valid_from = $4, valid_until = $5, email = $6, phone = $7, job_title = $8,
      version = version + 1
    where id = $1 and version = $2`,
};
const RIGHT = 'id, application, user_right, contexts, valid_from, valid_until';
export const rightsOf: Statement = {
  name: 'people.rights',
  readsOnly: true,
  text: `select ${RIGHT} from user_rights where work_relation = $1 and (valid_until is null or valid_until > greatest($2, valid_from))
    order by valid_until nulls last, application, user_right, id`,
};
/** One that did not begin yet ends as it begins. */
export const endRights: Statement = {
  name: 'people.end_rights',
  text: `update user_rights set valid_until = greatest(valid_from, $2)
    where work_relation = $1 and (valid_until is null or valid_until > greatest(valid_from, $2))
    returning ${RIGHT}`,
};
