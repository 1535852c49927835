import assert from 'node:assert/strict';
import test, { describe } from 'node:test';
import { NOON, openTestStore, personWith } from '../../../test/support/open-test-store.ts';
import { DAY, HOUR, later } from '../../base/time.ts';
import type { DeviceMark } from '../../domain/account/index.ts';

const [laptop, phone] = ['laptop', 'phone'] as DeviceMark[] as [DeviceMark, DeviceMark];
const family = { browser: 'firefox', system: 'linux' } as const;

async function openAccount(t: Parameters<typeof openTestStore>[0]) {
  const { store } = await openTestStore(t);
  const names = ['knownLogins', 'ownLogins', 'persons'] as const;
  const { id: person } = await store.inTransaction(names, ({ persons }) => persons.add(personWith()));
  const { id: other } = await store.inTransaction(names, ({ persons }) => persons.add(personWith()));
  const note = (mark: DeviceMark | null, at: Date) =>
    store.inTransaction(names, ({ knownLogins }) =>
      knownLogins.note({
        person,
        device: mark && { id: knownLogins.deviceOf(person, mark), family },
        means: 'appcode',
        at,
      }),
    );
  return { store, names, person, other, note };
}

describe('what an account knows of how its owner logs in', () => {
  test('is each browser with its last use, and each means', async (t) => {
    const { store, names, person, other, note } = await openAccount(t);
    await note(laptop, NOON);
    await note(phone, later(NOON, HOUR));
    await note(laptop, later(NOON, 2 * HOUR));
    await note(null, later(NOON, 3 * HOUR));
    await store.inTransaction(names, async ({ knownLogins, ownLogins }) => {
      const known = await knownLogins.of(person);
      assert.deepEqual(
        known.devices.map(({ id, lastUsedAt }) => [id, lastUsedAt]),
        [
          [knownLogins.deviceOf(person, laptop), later(NOON, 2 * HOUR)],
          [knownLogins.deviceOf(person, phone), later(NOON, HOUR)],
        ],
      );
      assert.deepEqual(known.means, [
        { code: 'appcode', lastUsedAt: later(NOON, 3 * HOUR), isBlocked: false },
      ]);
      assert.deepEqual(await knownLogins.of(other), { devices: [], means: [] });
      const [first] = (await ownLogins.of(person)).devices;
      assert.deepEqual([first?.firstUsedAt, first?.family], [NOON, family]);
    });
  });

  test('names one browser otherwise for each person, and says nothing of its cookie', async (t) => {
    const { store, names, person, other } = await openAccount(t);
    await store.inTransaction(names, async ({ knownLogins }) => {
      const id = knownLogins.deviceOf(person, laptop);
      assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.equal(knownLogins.deviceOf(person, laptop), id);
      assert.notEqual(knownLogins.deviceOf(other, laptop), id);
    });
  });

  test('tells which means its owner blocked, whether or not it was ever used', async (t) => {
    const { store, names, person, note } = await openAccount(t);
    await note(laptop, NOON);
    await store.inTransaction(names, async ({ ownLogins }) => {
      await ownLogins.block(person, 'csamsms', NOON);
    });
    await store.inTransaction(names, async ({ knownLogins }) => {
      const { means } = await knownLogins.of(person);
      assert.deepEqual(
        means.map(({ code, isBlocked, lastUsedAt }) => [code, isBlocked, lastUsedAt]),
        [
          ['appcode', false, NOON],
          ['csamsms', true, null],
        ],
      );
    });
    await store.inTransaction(names, ({ ownLogins }) => ownLogins.unblock(person, 'csamsms'));
    await store.inTransaction(names, async ({ knownLogins }) =>
      assert.ok((await knownLogins.of(person)).means.every(({ isBlocked }) => !isBlocked)),
    );
  });

  test('forgets a browser a year after its last use', async (t) => {
    const { store, names, person, note } = await openAccount(t);
    await note(laptop, NOON);
    await store.upkeep.run(later(NOON, 364 * DAY));
    const kept = () => store.inTransaction(names, ({ knownLogins }) => knownLogins.of(person));
    assert.equal((await kept()).devices.length, 1);
    await store.upkeep.run(later(NOON, 366 * DAY));
    assert.equal((await kept()).devices.length, 0);
    assert.equal((await kept()).means.length, 1);
  });
});
