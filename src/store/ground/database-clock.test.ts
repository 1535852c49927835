import assert from 'node:assert/strict';
import { test } from 'node:test';
import { freshDatabase } from '../../../test/support/database.ts';
import { testKeys } from '../../../test/support/open-test-store.ts';
import { openStore } from '../index.ts';
import { openDatabaseClock } from './database-clock.ts';

const NOON = new Date('2026-11-22T12:00:00Z');

test('the time of the database goes on between two answers, whatever clock somebody sets on this machine', () => {
  let monotonic = 1000;
  const clock = openDatabaseClock(0, () => monotonic);
  clock.hear(NOON, 990, 1010);
  monotonic = 61_000;
  assert.equal(clock.now().toISOString(), '2026-11-22T12:01:00.000Z');
});

test('a late answer does not make the time less sure, and a clock of the database that was set is followed', () => {
  let monotonic = 0;
  const clock = openDatabaseClock(0, () => monotonic);
  clock.hear(NOON, 0, 2);
  monotonic = 2000;
  // It waited a second somewhere: what it showed is true of some moment within.
  clock.hear(new Date(+NOON + 1900), 1000, 2000);
  assert.equal(+clock.now(), +NOON + 1999);
  clock.hear(new Date(+NOON + 60_000), 1999, 2000);
  assert.equal(Math.round((+clock.now() - +NOON) / 1000), 60);
});

test('a demo that travels lives later than its database', () => {
  const clock = openDatabaseClock(3_600_000, () => 0);
  clock.hear(NOON, 0, 0);
  assert.equal(clock.now().toISOString(), '2026-11-22T13:00:00.000Z');
});

test('two processes whose machines differ by minutes keep the same leases, and are told how far they differ', async (t) => {
  const { url } = await freshDatabase(t);
  const keys = testKeys();
  const right = await openStore({ url, keys });
  const real = Date.now;
  t.after(async () => {
    Date.now = real;
    await right.close();
  });
  const kept = right.inTransaction(['outbox'], async ({ outbox }) => outbox.enqueue('test', {}));
  await kept;
  assert.equal((await right.outbox.take(['job'], 5, right.clock())).length, 1);
  // This machine is now two minutes ahead, longer than a lease.
  Date.now = () => real() + 120_000;
  const wrong = await openStore({ url, keys });
  t.after(wrong.close);
  assert.deepEqual(await wrong.outbox.take(['job'], 5, wrong.clock()), []);
  assert.ok(Math.abs(+wrong.clock() - +right.clock()) < 5000);
  const { aheadMilliseconds } = await wrong.look();
  assert.ok(Math.abs(aheadMilliseconds - 120_000) < 5000);
});
