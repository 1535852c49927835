import { Redacted } from '../../base/redacted.ts';
import type { Look, Looks } from '../../domain/audit/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import { type EventRow, openReason, readEvent } from './audit.ts';

const LIMIT = 100;
const LAST_ID = '9223372036854775807';

type Known = { persons: string[]; cases: string[]; numbers: Buffer[] };

/**
 * Under what somebody stands in the trail: as a person, with those who were joined with them, as an applicant, and under every number that
 * is or was theirs, from whichever of them is known. An applicant is a person by the decision on the case, and by the identifier of the
 * eID, whether the link still lives or not.
 */
const known: Statement = {
  name: 'looks.known',
  readsOnly: true,
  text: `with recursive asked_case as (
      select id, identity_hash, person from cases where reference = $3
    ), asked_numbers as (
      select $2::bytea as number_hash where $2 is not null
      union select current_hash from register_replaced_numbers where number_hash = $2
      union select other.number_hash from register_replaced_numbers old
        join register_replaced_numbers other using (current_hash) where old.number_hash = $2
      union select number_hash from register_replaced_numbers where current_hash = $2
    ), asked as (
      select id as person from persons where id = $1
      union select n.person from person_numbers n join asked_numbers using (number_hash)
      union select l.person from eidas_links l join asked_case on l.identifier_hash = identity_hash
      union select person from asked_case where person is not null
    ), who as (
      select person from asked
      union
      select one.person from who join persons p on p.id = who.person or p.joined_into = who.person
        cross join lateral (values (p.id), (p.joined_into)) as one (person) where one.person is not null
    ), own_numbers as (
      select number_hash from asked_numbers
      union select n.number_hash from person_numbers n join who on who.person = n.person
    ), own_cases as (
      select id from asked_case
      union select c.id from cases c join asked_case using (identity_hash)
      union select c.id from cases c join who on who.person = c.person
      union select c.id from cases c join eidas_links l on l.identifier_hash = c.identity_hash
        join who on who.person = l.person
    )
    select coalesce((select array_agg(person) from who), '{}') as persons,
      coalesce((select array_agg(id) from own_cases), '{}') as cases,
      coalesce((select array_agg(number_hash) from (
        select number_hash from own_numbers
        union select r.number_hash from register_replaced_numbers r join own_numbers o on o.number_hash = r.current_hash
      ) as every_number), '{}') as numbers`,
};
const of = (column: string, values: string) => `
      select seen.event, seen.at, seen.way from unnest(${values}) as who (key)
        cross join lateral (
          select event, at, way from audit_subjects where ${column} = who.key and event < $4::bigint
          order by event desc limit $5
        ) seen`;
/** Each way reads no more of its index than a page holds. */
const list: Statement = {
  name: 'looks.list',
  readsOnly: true,
  text: `with page as (
      select event, at, array_agg(distinct way order by way) as ways from (${[
        of('person', '$1::uuid[]'),
        of('case_id', '$2::uuid[]'),
        of('number_hash', '$3::bytea[]'),
      ].join(' union all ')}
      ) as found group by event, at order by event desc limit $5
    )
    select id, e.at, kind, actor, subject_kind, subject_id, purpose, details, correlation, reason_sealed, ways
    from page join audit_events e on e.id = page.event and e.at = page.at order by e.id desc`,
};

/** Reads whom events concerned, by an index and a page at a time. */
export function looksIn({ queries, protection }: StoreContext): Looks {
  return {
    async at(who, { before = LAST_ID, limit = LIMIT } = {}) {
      const number = 'number' in who ? protection.hash('national-number', who.number.reveal()) : null;
      const [person, reference] = [
        'person' in who ? who.person : null,
        'reference' in who ? who.reference : null,
      ];
      const row = await queries.first<Known>(known, [person, number, reference]);
      if (row === null) throw new Error('a question of aggregates has one answer');
      const { persons, cases, numbers } = row;
      if (number === null && persons.length + cases.length === 0) return null;
      const rows = await queries.all<LookRow>(list, [persons, cases, numbers, before, limit]);
      return rows.map((each) => readLook(protection, each));
    },
  };
}

type LookRow = EventRow & { ways: Look['ways']; reason_sealed: Buffer | null };

function readLook(protection: Protection, row: LookRow): Look {
  const event = readEvent(row);
  const { reason_sealed: sealed, ways } = row;
  return { ...event, ways, reason: sealed && new Redacted(openReason(protection, event, sealed)) };
}
