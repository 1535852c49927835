import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { NOON, openTestStore } from '../../test/support/open-test-store.ts';
import { agentAt, storedCase } from '../../test/support/stored-case.ts';
import { DAY, HOUR, later } from '../base/time.ts';

const newToken = () => randomBytes(32).toString('base64url');
const end = later(NOON, 7 * DAY);

test('a link opens its request once, however many follow it at the same moment', async (t) => {
  const { store } = await openTestStore(t);
  const [one, token] = [storedCase(), newToken()];
  await store.inTransaction(async ({ cases, accessLinks }) => {
    await cases.add(one);
    await accessLinks.keep(token, one.id, end);
    assert.equal(await accessLinks.find(token, NOON), one.id);
    assert.equal(await accessLinks.find(token, NOON), one.id, 'looking does not spend it');
    assert.equal(await accessLinks.find(newToken(), NOON), null);
  });
  const opened = await Promise.all(
    Array.from({ length: 6 }, () => store.inTransaction(({ accessLinks }) => accessLinks.take(token, NOON))),
  );
  assert.deepEqual(
    opened.filter((each) => each !== null),
    [one.id],
  );
  assert.equal(await store.inTransaction(({ accessLinks }) => accessLinks.find(token, NOON)), null);
});

test('a link ends in time, and when the address that it was sent to changes', async (t) => {
  const { store } = await openTestStore(t);
  const [one, other] = [storedCase(), storedCase()];
  const [late, ended, others] = [newToken(), newToken(), newToken()];
  await store.inTransaction(async ({ cases, accessLinks }) => {
    await cases.add(one);
    await cases.add(other);
    await accessLinks.keep(late, one.id, end);
    await accessLinks.keep(ended, one.id, end);
    await accessLinks.keep(others, other.id, end);
    assert.equal(await accessLinks.find(late, end), null);
    assert.equal(await accessLinks.take(late, end), null);
    await accessLinks.endAll(one.id, NOON);
    assert.equal(await accessLinks.take(ended, NOON), null);
    assert.equal(await accessLinks.take(others, NOON), other.id);
  });
});

test('links are asked for three times an hour per reference, and twenty times from one address', async (t) => {
  const { store } = await openTestStore(t);
  const ask = (reference: string, address: string, at = NOON) =>
    store.inTransaction(({ accessLinks }) => accessLinks.countAsking(reference, address, at));
  const asked = await Promise.all([1, 2, 3, 4, 5].map((last) => ask('SLU-2M9D-K7PX', `192.0.2.${last}`)));
  assert.equal(asked.filter(Boolean).length, 3);
  assert.equal(await ask('SLU-2M9D-K7PX', '192.0.2.9', later(NOON, HOUR - 1)), false);
  assert.equal(await ask('SLU-2M9D-K7PX', '192.0.2.9', later(NOON, HOUR)), true);
  const many = [];
  for (let place = 0; place < 21; place += 1) many.push(await ask(`SLU-${place}`, '198.51.100.7'));
  assert.equal(many.filter(Boolean).length, 20);
  assert.equal(many.at(-1), false);
});

test('upkeep forgets codes, links, askings and locks that no longer count, and nothing else', async (t) => {
  const { store } = await openTestStore(t);
  const one = storedCase();
  const token = newToken();
  await store.inTransaction(async ({ cases, accessLinks, emailCodes, caseLocks }) => {
    await cases.add(one);
    await accessLinks.keep(token, one.id, end);
    await accessLinks.countAsking(one.reference, '192.0.2.1', NOON);
    await emailCodes.keep(one.id, 'anna@example.eu', '123456', NOON);
    await caseLocks.force(one.id, agentAt(1), NOON);
  });
  assert.equal((await store.upkeep.run(later(NOON, HOUR))).removed, 0);
  // A code, a lock and two askings: for the reference and for the address.
  assert.equal((await store.upkeep.run(later(NOON, 2 * DAY))).removed, 4);
  assert.equal(await store.inTransaction(({ accessLinks }) => accessLinks.find(token, NOON)), one.id);
  assert.equal((await store.upkeep.run(later(end, 1))).removed, 1);
});
