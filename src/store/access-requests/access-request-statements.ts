import { ZONE } from '../../base/calendar.ts';
import type { Statement } from '../ground/statement.ts';
import { REQUEST_COLUMNS } from './request-row.ts';

// Two who ask for the same at once: the index lets one in.
export const add: Statement = {
  name: 'access_requests.add',
  text: `insert into access_requests (id, reference, kind, person, asked_by, organisation, application, user_right, contexts,
      work_relation, wished_until, content_sealed, state, asked_at, since, duty_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::date, $12, 'waiting', $13, $13, $14)
    on conflict (person, organisation, kind, coalesce(application, ''), coalesce(user_right, '')) where ended_at is null do nothing`,
};
export const findOpenSame: Statement = {
  name: 'access_requests.find_open_same',
  readsOnly: true,
  text: `select ${REQUEST_COLUMNS} from access_requests r
    where r.person = $1 and r.organisation = $2 and r.kind = $3 and coalesce(r.application, '') = coalesce($4, '')
      and coalesce(r.user_right, '') = coalesce($5, '') and r.ended_at is null`,
};
export const find: Statement = {
  name: 'access_requests.find',
  readsOnly: true,
  text: `select ${REQUEST_COLUMNS} from access_requests r where r.id = $1`,
};
export const hold: Statement = {
  name: 'access_requests.hold',
  text: `select ${REQUEST_COLUMNS} from access_requests r where r.id = $1 for no key update`,
};
export const keep: Statement = {
  name: 'access_requests.keep',
  text: `update access_requests set content_sealed = $3, state = $4, since = $5, escalation = $6, decided_by = $7, ended_at = $8,
      duty_at = $9, version = version + 1
    where id = $1 and version = $2`,
};

const LISTED = `${REQUEST_COLUMNS}, trim(p.given_names || ' ' || p.family_name) as person_name, o.name as organisation_name`;
const NAMED = `access_requests r
    join lateral (select * from persons where id = r.person limit 1) p on true
    join lateral (select * from organisations where id = r.organisation limit 1) o on true`;

export const ofPerson: Statement = {
  name: 'access_requests.of_person',
  readsOnly: true,
  text: `select ${LISTED} from ${NAMED}
    where r.person = $1 and r.kind <> 'second-administrator' and ($2::text is null or r.application = $2)
    order by r.asked_at desc, r.id limit $3`,
};
export const openOf: Statement = {
  name: 'access_requests.open_of',
  readsOnly: true,
  text: `select ${LISTED} from ${NAMED}
    where r.organisation = any($1::uuid[]) and r.ended_at is null
      and ($2::uuid is null or (r.asked_at, r.id) > (select asked_at, id from access_requests where id = $2))
    order by r.asked_at, r.id limit $3`,
};
export const countOpen: Statement = {
  name: 'access_requests.count_open',
  readsOnly: true,
  text: `select count(*)::int as count from (
      select from access_requests where organisation = any($1::uuid[]) and ended_at is null limit 1000) bounded`,
};
export const openAtPlatform: Statement = {
  name: 'access_requests.open_at_platform',
  readsOnly: true,
  text: `select ${LISTED} from ${NAMED}
    where r.escalation = 'platform' and r.ended_at is null
      and ($1::uuid is null or (r.asked_at, r.id) > (select asked_at, id from access_requests where id = $1))
    order by r.asked_at, r.id limit $2`,
};
export const countAtPlatform: Statement = {
  name: 'access_requests.count_at_platform',
  readsOnly: true,
  text: `select count(*)::int as count from (
      select from access_requests where escalation = 'platform' and ended_at is null limit 1000) bounded`,
};
export const countOf: Statement = {
  name: 'access_requests.count_of',
  readsOnly: true,
  text: `select
      (select count(*)::int from access_requests where person = $1 and ended_at is null) as open,
      (select count(*)::int from access_requests where asked_by = $1 and asked_at > $2) as made`,
};

const SPANS = (from: string) => `select (asked_at at time zone '${ZONE}')::date::text as since,
      (ended_at at time zone '${ZONE}')::date::text as until, count(*)::int as count
    from (${from}) each group by 1, 2`;
export const lastDecidedOf: Statement = {
  name: 'access_requests.last_decided_of',
  readsOnly: true,
  text: SPANS(`select asked_at, ended_at from access_requests where organisation = $1 and decided_by is not null
    order by ended_at desc limit $2`),
};
export const lastDecided: Statement = {
  name: 'access_requests.last_decided',
  readsOnly: true,
  text: SPANS(
    'select asked_at, ended_at from access_requests where decided_by is not null order by ended_at desc limit $1',
  ),
};

export const due: Statement = {
  name: 'access_requests.due',
  text: `select id from access_requests where duty_at <= $1 order by duty_at, id limit $2 for no key update skip locked`,
};
export const takeDue: Statement = {
  name: 'access_requests.take_due',
  text: `select ${REQUEST_COLUMNS} from access_requests r where r.id = $1 and r.duty_at <= $2 for no key update skip locked`,
};
export const setAside: Statement = {
  name: 'access_requests.set_aside',
  text: 'update access_requests set duty_at = $2 where id = $1 and duty_at is not null',
};
