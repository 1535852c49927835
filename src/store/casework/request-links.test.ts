import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { NOON, openTestStore, type TestContext } from '../../../test/support/open-test-store.ts';
import { agentAt, storedCase } from '../../../test/support/stored-case.ts';
import { DAY, HOUR, later } from '../../base/time.ts';

const newToken = () => randomBytes(32).toString('base64url');
const end = later(NOON, 7 * DAY);

test('a link opens its request once, however many follow it at the same moment', async (t) => {
  const { store } = await openTestStore(t);
  const [one, token] = [storedCase(), newToken()];
  await store.inTransaction(['cases', 'accessLinks'], async ({ cases, accessLinks }) => {
    await cases.add(one);
    await accessLinks.keep(token, one.id, end);
    assert.equal(await accessLinks.find(token, NOON), one.id);
    assert.equal(await accessLinks.find(token, NOON), one.id, 'looking does not spend it');
    assert.equal(await accessLinks.find(newToken(), NOON), null);
  });
  const opened = await Promise.all(
    Array.from({ length: 6 }, () =>
      store.inTransaction(['accessLinks'], ({ accessLinks }) => accessLinks.take(token, NOON)),
    ),
  );
  assert.deepEqual(
    opened.filter((each) => each !== null),
    [one.id],
  );
  assert.equal(
    await store.inTransaction(['accessLinks'], ({ accessLinks }) => accessLinks.find(token, NOON)),
    null,
  );
});

test('a link ends in time, and when the address that it was sent to changes', async (t) => {
  const { store } = await openTestStore(t);
  const [one, other] = [storedCase(), storedCase()];
  const [late, ended, others] = [newToken(), newToken(), newToken()];
  await store.inTransaction(['cases', 'accessLinks'], async ({ cases, accessLinks }) => {
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

describe('a link is asked for', () => {
  const pair = { reference: 'SLU-2M9D-K7PX', email: 'anna@example.eu' };
  const opened = async (t: TestContext) => {
    const { store } = await openTestStore(t);
    return (address: string, typed: Partial<typeof pair> = {}, at = NOON) =>
      store.inTransaction(['accessLinks'], ({ accessLinks }) =>
        accessLinks.countAsking({ ...pair, ...typed, address }, at),
      );
  };

  test('three times an hour with the same e-mail address', async (t) => {
    const ask = await opened(t);
    const asked = await Promise.all([1, 2, 3, 4, 5].map((last) => ask(`192.0.2.${last}`)));
    assert.equal(asked.filter(Boolean).length, 3);
    const late = { email: 'Anna@Example.eu' };
    assert.equal(await ask('192.0.2.9', late, later(NOON, HOUR - 1)), false, 'in whatever case it is typed');
    assert.equal(await ask('192.0.2.9', {}, later(NOON, HOUR)), true);
  });

  test('by the right person, however often others typed a wrong e-mail address', async (t) => {
    const ask = await opened(t);
    for (let place = 0; place < 40; place += 1)
      await ask(`203.0.113.${place}`, { email: `wrong${place}@example.eu` });
    assert.equal(await ask('192.0.2.1'), true);
  });

  test('twenty times an hour from one network address, whatever is typed', async (t) => {
    const ask = await opened(t);
    const many = [];
    for (let place = 0; place < 21; place += 1)
      many.push(await ask('198.51.100.7', { reference: `SLU-${place}` }));
    assert.equal(many.filter(Boolean).length, 20);
    assert.equal(many.at(-1), false);
  });
});

test('upkeep forgets codes, links, askings and locks that no longer count, and nothing else', async (t) => {
  const { store } = await openTestStore(t);
  const one = storedCase();
  const token = newToken();
  const asking = { email: 'anna@example.eu', address: '192.0.2.1' };
  await store.inTransaction(
    ['cases', 'accessLinks', 'emailCodes', 'caseLocks'],
    async ({ cases, accessLinks, emailCodes, caseLocks }) => {
      await cases.add(one);
      await accessLinks.keep(token, one.id, end);
      await accessLinks.countAsking({ ...asking, reference: one.reference }, NOON);
      await emailCodes.keep(one.id, 'anna@example.eu', '123456', NOON);
      await caseLocks.force(one.id, agentAt(1), NOON);
    },
  );
  assert.equal((await store.upkeep.run(later(NOON, HOUR))).removed, 0);
  // A code, a lock and two askings: for the reference and for the address.
  assert.equal((await store.upkeep.run(later(NOON, 2 * DAY))).removed, 4);
  assert.equal(
    await store.inTransaction(['accessLinks'], ({ accessLinks }) => accessLinks.find(token, NOON)),
    one.id,
  );
  assert.equal((await store.upkeep.run(later(end, 1))).removed, 1);
});
