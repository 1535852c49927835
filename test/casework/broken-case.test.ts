import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import { DAY, HOUR, later } from '../../src/base/time.ts';
import { runCaseDuties } from '../../src/domain/casework/index.ts';
import type { PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import { openCaseworkWalk } from '../support/casework-walk.ts';

test('a case that cannot be read keeps no other from its end, shows, and is handled once it is mended', async (t) => {
  const walk = await openCaseworkWalk(t);
  const drafts = [];
  for (let each = 0; each < 25; each += 1)
    drafts.push(await walk.open({ identifier: `DE/BE/broken-${each}` as PersonIdentifier }));
  const client = new pg.Client({ connectionString: walk.url });
  await client.connect();
  // It ends with the database.
  client.on('error', () => {});
  const spoil = (by: number) =>
    `update cases set content_sealed = set_byte(content_sealed, 60, (get_byte(content_sealed, 60) + ${by}) % 256) where id = any($1)`;
  const broken = drafts.slice(0, 22).map(({ id }) => id);
  await client.query(spoil(1), [broken]);

  walk.pass(31 * DAY);
  const first = await runCaseDuties(walk.world);
  assert.deepEqual([first.expired, first.failed.length], [3, 22]);
  assert.deepEqual(new Set(first.failed.map(({ case: id }) => id)), new Set(broken));
  assert.equal((await walk.store.duties.troubles()).casesAside, 22);
  assert.equal((await runCaseDuties(walk.world)).failed.length, 0, 'it rests for a while');

  await client.query(spoil(255), [broken]);
  walk.pass(later(walk.now(), HOUR).getTime() - walk.now().getTime());
  const second = await runCaseDuties(walk.world);
  assert.deepEqual([second.expired, second.failed.length], [22, 0]);
  assert.equal((await walk.store.duties.troubles()).casesAside, 0);
});
