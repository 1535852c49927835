import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestStore } from '../../../test/support/open-test-store.ts';
import { later, MINUTE } from '../../base/time.ts';
import { doDuties } from './duties.ts';

test('a duty that fails is told by its name, keeps no other from being done, and comes again', async (t) => {
  const { store, now, moveTo } = await openTestStore(t);
  const done: string[] = [];
  const told: unknown[] = [];
  const duties = [
    {
      name: 'bad',
      every: MINUTE,
      run: async () => {
        done.push('bad');
        throw new TypeError('with a secret inside');
      },
    },
    { name: 'good', every: 2 * MINUTE, run: async () => void done.push('good') },
  ];
  const log = { debug: () => {}, error: (about: unknown) => void told.push(about) };
  const once = () => doDuties(duties, { store: store.duties, clock: now, log: log as never });
  await once();
  await once();
  assert.deepEqual(done, ['bad', 'good']);
  assert.deepEqual(told, [{ duty: 'bad', error: 'TypeError' }]);
  moveTo(later(now(), MINUTE));
  await Promise.all([once(), once()]);
  moveTo(later(now(), MINUTE));
  await once();
  assert.deepEqual(done, ['bad', 'good', 'bad', 'bad', 'good']);
});
