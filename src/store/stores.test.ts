import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTestStore } from '../../test/support/open-test-store.ts';
import { type Makers, makeNamed } from './ground/makers.ts';
import { openMakers } from './stores.ts';

test('a unit of work hands over the stores that it names, and no other is there', async (t) => {
  const { store } = await openTestStore(t);
  await store.inTransaction(['cases', 'audit'], async (stores) => {
    assert.deepEqual(Object.keys(stores).toSorted(), ['audit', 'cases']);
    // @ts-expect-error what is not named is not there
    assert.equal(stores.persons, undefined);
  });
  await store.inTransaction([], async (stores) => assert.deepEqual(stores, {}));
});

test('naming two stores makes two and not all that there are, and a store that is named twice once', () => {
  const { makers } = openMakers(() => false);
  const made: string[] = [];
  const counting = Object.fromEntries(
    Object.keys(makers).map((name) => [name, () => made.push(name)]),
  ) as Makers;
  makeNamed(counting, ['cases', 'audit', 'cases'], {} as Parameters<Makers[string]>[0]);
  assert.deepEqual(made, ['cases', 'audit']);
  assert.ok(Object.keys(makers).length > 40, 'all of them together');
});
