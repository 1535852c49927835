import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { doEveryDuty } from '../../../test/support/every-duty.ts';
import { fillDuties } from '../../../test/support/fill-duties.ts';
import { openTestStore } from '../../../test/support/open-test-store.ts';
import { noNames, pagesTouched, recordStatements } from '../../../test/support/record-statements.ts';

/** Pages: what a batch itself needs, whatever the tables hold besides. */
const LEEWAY = 60;

test('what a duty reads does not grow with what is not due: twenty times the rows, the same pages', {
  skip: noNames,
}, async (t) => {
  const opened = await openTestStore(t);
  const client = new pg.Client({ connectionString: opened.url });
  client.on('error', () => {});
  await client.connect();
  const measure = async (rows: number) => {
    await fillDuties(client, opened.store, rows);
    await client.query('vacuum analyze');
    const sent = await recordStatements(() => doEveryDuty(opened.store, opened.now()));
    const pages = new Map<string, number>();
    for (const statement of sent) pages.set(statement.name, await pagesTouched(client, statement));
    return pages;
  };
  const few = await measure(500);
  const many = await measure(10_000);
  assert.ok(many.size >= 20, `${many.size} statements`);
  const grown = [...many].flatMap(([name, pages]) => {
    const before = few.get(name) ?? 0;
    return pages > before * 2 + LEEWAY ? [`${name}: ${before} pages, then ${pages}`] : [];
  });
  assert.deepEqual(grown, []);
});
