import type pg from 'pg';
import { applications } from './people.ts';

/** Rows go in by so many at a time. */
const STEP = 500_000;
const AUDIT_WINDOWS = 30;
const AUDIT_ROWS = 100_000;

/**
 * Fills what a login reads and writes as if very many people had a number, a link, and a right in an organisation. Their ids ascend, so that
 * the indexes grow at one end and are as high as they would be.
 */
export async function putManyLogins(
  client: pg.Client,
  persons: number,
  say: (line: string) => void,
): Promise<void> {
  // Neither foreign keys nor triggers: what goes in is right. Nor is the disk waited for, since nobody will want it back.
  await client.query('set session_replication_role = replica');
  for (const setting of FILLING) await client.query(`alter system set ${setting}`);
  await client.query('select pg_reload_conf()');
  await client.query(ID);
  for (let first = 1; first <= persons; first += STEP) {
    const range = [first, Math.min(first + STEP - 1, persons)];
    for (const text of PERSONS) await client.query(text, range);
    await client.query(RIGHTS, [...range, applications.RS256.id]);
    say(`${range[1]} of ${persons} persons`);
  }
  for (let age = AUDIT_WINDOWS - 1; age >= 0; age -= 1) {
    await client.query(`select open_window('audit_events', ${MONTH})`, [age]);
    await client.query(AUDIT, [age, AUDIT_ROWS]);
  }
  await client.query('set session_replication_role = default');
  say(`${AUDIT_WINDOWS} windows of ${AUDIT_ROWS} audit events`);
  await client.query('vacuum analyze');
  await client.query('alter system reset all');
  await client.query('select pg_reload_conf()');
}

const FILLING = ['fsync = off', 'full_page_writes = off', "max_wal_size = '32GB'", 'autovacuum = off'];

const ID = `create or replace function pg_temp.id(place bigint) returns uuid language sql immutable as
  $$ select lpad(to_hex(place), 32, '0')::uuid $$`;

const PERSONS = [
  `insert into persons (id, subject, given_names, family_name, since)
    select pg_temp.id(i), lpad(i::text, 40, '0'), 'Anna', 'Musterfrau', now() from generate_series($1::bigint, $2::bigint) i`,
  `insert into person_numbers (number_hash, person, number_sealed, valid_from)
    select decode(lpad(to_hex(i), 64, '0'), 'hex'), pg_temp.id(i), '\\x00', now() from generate_series($1::bigint, $2::bigint) i`,
  `insert into eidas_links (id, country, identifier_hash, identifier_sealed, persistence, person, source, decided_by, linked_at)
    select pg_temp.id(i), 'DE', decode(lpad(to_hex(i), 64, '0'), 'hex'), '\\x00', 'A', pg_temp.id(i), 'import', 'bench', now()
    from generate_series($1::bigint, $2::bigint) i`,
  `insert into work_relations (id, person, organisation, user_type, valid_from)
    select pg_temp.id(i), pg_temp.id(i), (select id from organisations order by code limit 1), 'permanent', now()
    from generate_series($1::bigint, $2::bigint) i`,
];

const RIGHTS = `insert into user_rights (id, work_relation, organisation, application, user_right, contexts, valid_from)
  select pg_temp.id(i), pg_temp.id(i), (select id from organisations order by code limit 1), $3, 'KLIPgebruiker', '{Planaanvrager}', now()
  from generate_series($1::bigint, $2::bigint) i`;

/** When the month so many months ago began. */
const MONTH = `date_trunc('month', now() at time zone 'UTC') at time zone 'UTC' - make_interval(months => $1::int)`;

/** A month full of events at even distances. */
const AUDIT = `insert into audit_events (at, kind, actor, subject_kind, subject_id, purpose, details, correlation)
  select lower + i * (least(interval '27 days', now() - lower) / $2::int), 'login.begun', '{"kind":"system"}', 'application', i::text,
    'login', '{}', 'BENCH' || i
  from (select ${MONTH} as lower) as month, generate_series(1, $2::int) i`;
