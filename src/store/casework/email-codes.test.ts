import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOON, openTestStore, type TestContext } from '../../../test/support/open-test-store.ts';
import { storedCase } from '../../../test/support/stored-case.ts';
import { HOUR, later, MINUTE } from '../../base/time.ts';
import type { Case } from '../../domain/casework/index.ts';

const ANNA = 'anna@example.eu';

async function open(t: TestContext) {
  const { store } = await openTestStore(t);
  const [one, other] = [storedCase(), storedCase()];
  await store.inTransaction(['cases'], async ({ cases }) => {
    await cases.add(one);
    await cases.add(other);
  });
  const keep = (code: string, at = NOON, email = ANNA, of: Case = one) =>
    store.inTransaction(
      ['emailCodes'],
      async ({ emailCodes }) => (await emailCodes.keep(of.id, email, code, at)).kind,
    );
  const take = (code: string, at = NOON, email = ANNA, of: Case = one) =>
    store.inTransaction(['emailCodes'], ({ emailCodes }) => emailCodes.take(of.id, email, code, at));
  return { one, other, keep, take };
}

test('the code that was sent proves the address, once, however it is written', async (t) => {
  const { keep, take } = await open(t);
  assert.equal(await keep('123456'), 'kept');
  assert.deepEqual(await take('123456', NOON, 'Anna@Example.eu'), { kind: 'right' });
  assert.deepEqual(await take('123456'), { kind: 'wrong', triesLeft: 0 });
});

test('a code proves nothing for another address or another case', async (t) => {
  const { keep, take, other } = await open(t);
  await keep('123456');
  assert.equal((await take('123456', NOON, 'bert@example.eu')).kind, 'wrong');
  assert.equal((await take('123456', NOON, ANNA, other)).kind, 'wrong');
  assert.deepEqual(await take('123456'), { kind: 'right' });
});

test('five wrong codes are the end of a code', async (t) => {
  const { keep, take } = await open(t);
  await keep('123456');
  for (const triesLeft of [4, 3, 2, 1, 0])
    assert.deepEqual(await take('000000'), { kind: 'wrong', triesLeft });
  assert.deepEqual(await take('123456'), { kind: 'wrong', triesLeft: 0 });
});

test('guesses sent side by side do not pass the bound together', async (t) => {
  const { keep, take } = await open(t);
  await keep('123456');
  const guesses = await Promise.all(Array.from({ length: 12 }, () => take('000000')));
  const counted = guesses.map((each) => (each.kind === 'wrong' ? each.triesLeft : -1)).toSorted();
  assert.deepEqual(counted, [0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]);
  assert.equal((await take('123456')).kind, 'wrong');
});

test('of many who send the right code at once, one has proven the address', async (t) => {
  const { keep, take } = await open(t);
  await keep('123456');
  const taken = await Promise.all([1, 2, 3, 4].map(() => take('123456')));
  assert.equal(taken.filter(({ kind }) => kind === 'right').length, 1);
});

test('a code holds for a quarter of an hour, and only the newest one', async (t) => {
  const { keep, take } = await open(t);
  await keep('111111');
  await keep('222222', later(NOON, MINUTE));
  assert.deepEqual(await take('111111', later(NOON, MINUTE)), { kind: 'wrong', triesLeft: 4 });
  assert.equal((await take('222222', later(NOON, 16 * MINUTE))).kind, 'wrong');
  await keep('333333', later(NOON, 16 * MINUTE));
  assert.deepEqual(await take('333333', later(NOON, 31 * MINUTE - 1)), { kind: 'right' });
});

test('codes are sent a minute apart, and five an hour', async (t) => {
  const { keep } = await open(t);
  assert.equal(await keep('000000'), 'kept');
  assert.equal(await keep('000001', later(NOON, MINUTE - 1)), 'too-soon');
  for (const minutes of [1, 2, 3, 4])
    assert.equal(await keep('000002', later(NOON, minutes * MINUTE)), 'kept');
  assert.equal(await keep('000003', later(NOON, 5 * MINUTE)), 'too-many');
  assert.equal(await keep('000003', later(NOON, HOUR)), 'kept');
});

test('nobody fills the inbox of another from many requests, nor by asking many times at once', async (t) => {
  const { keep, other } = await open(t);
  const kinds = await Promise.all([1, 2, 3, 4].map(() => keep('000000')));
  assert.deepEqual(kinds.toSorted(), ['kept', 'too-soon', 'too-soon', 'too-soon']);
  for (const minutes of [1, 2, 3, 4]) await keep('000000', later(NOON, minutes * MINUTE));
  assert.equal(await keep('000000', later(NOON, 5 * MINUTE), ANNA, other), 'too-many');
  assert.equal(await keep('000000', later(NOON, 5 * MINUTE), 'bert@example.eu', other), 'kept');
});
