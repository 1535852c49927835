import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestStore } from '../../../test/support/open-test-store.ts';
import { HOUR, later, MINUTE } from '../../base/time.ts';

test('a duty is due at once, then again when its time has come, and for one process only', async (t) => {
  const { store, now } = await openTestStore(t);
  const take = (at: Date) => store.duties.take('count', at, 10 * MINUTE);
  const first = await Promise.all([take(now()), take(now()), take(now())]);
  assert.deepEqual(first.sort(), [false, false, true]);
  await store.duties.end('count', now(), { isWell: true, dueAt: later(now(), HOUR) });
  assert.equal(await take(later(now(), HOUR - 1)), false);
  const second = await Promise.all([take(later(now(), HOUR)), take(later(now(), HOUR))]);
  assert.deepEqual(second.sort(), [false, true]);
});

test('the duty of a process that was cut off goes to another after a while', async (t) => {
  const { store, now } = await openTestStore(t);
  assert.equal(await store.duties.take('count', now(), 10 * MINUTE), true);
  assert.equal(await store.duties.take('count', later(now(), 9 * MINUTE), 10 * MINUTE), false);
  assert.equal(await store.duties.take('count', later(now(), 10 * MINUTE), 10 * MINUTE), true);
});
