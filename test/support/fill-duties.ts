import type pg from 'pg';
import type { Store } from '../../src/store/index.ts';
import { storedCase } from './stored-case.ts';

/** Fills what duties look at with so many rows of which nothing is due: cases, their documents, mail that was sent. */
export async function fillDuties(client: pg.Client, store: Store, rows: number): Promise<void> {
  const { rows: found } = await client.query<{ id: string }>('select id from cases limit 1');
  let [model] = found;
  if (!model) {
    const one = storedCase({ state: { kind: 'new' } });
    await store.inTransaction(['cases'], ({ cases }) => cases.add(one));
    model = { id: one.id };
  }
  await copyCases(client, model.id, rows);
  await client.query(
    `insert into documents (id, case_id, kind, type, original_type, bytes, pages, sha256, uploaded_at, uploaded_by, scan)
      select gen_random_uuid(), id, 'passport', 'jpeg', 'jpeg', 1, 1, '\\x00', opened_at, 'applicant', 'clean'
      from cases where id not in (select case_id from documents) limit $1`,
    [rows],
  );
  await client.query(
    `insert into outbox (kind, name, message_id, created_at, available_at, attempts, done_at, about, template, language)
      select 'mail', 'nl', gen_random_uuid(), now, now, 1, now, gen_random_uuid(), 'request-received', 'nl'
      from (select timestamptz '2026-11-20 12:00Z' - n * interval '1 minute' as now from generate_series(1, $1::int) n) sent`,
    [rows],
  );
}

async function copyCases(client: pg.Client, model: string, rows: number): Promise<void> {
  const { rows: columns } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = 'cases' and is_generated = 'NEVER'`,
  );
  const fresh: Readonly<Record<string, string>> = {
    id: 'gen_random_uuid()',
    reference: 'upper(left(md5(random()::text || n), 12))',
    identity_hash: 'sha256((random()::text || n)::bytea)',
  };
  const names = columns.map(({ name }) => name);
  await client.query(
    `insert into cases (${names.join(', ')})
      select ${names.map((name) => fresh[name] ?? `cases.${name}`).join(', ')}
      from cases cross join generate_series(1, $2::int) n where cases.id = $1`,
    [model, rows],
  );
}
