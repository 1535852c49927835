import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import { correlationCode } from '../../src/base/correlation.ts';
import { HOUR, later, MINUTE } from '../../src/base/time.ts';
import type { AccountOwner, DeviceId, DeviceMark } from '../../src/domain/account/index.ts';
import type { Authentication } from '../../src/domain/login-means/index.ts';
import { openAccounts } from '../../src/processes/wiring/account.ts';
import { openKeyTest } from '../support/account-keys.ts';
import { application } from '../support/application-example.ts';
import { mailSender } from '../support/mail-sender.ts';
import { linkTo, type TestContext } from '../support/open-test-store.ts';
import { keepStates } from '../support/protocol-states.ts';

const family = { browser: 'firefox', system: 'linux' } as const;
const names = ['knownLogins', 'liveLogins', 'links', 'applications', 'ownLogins'] as const;
const language = 'en' as const;
const klip = application('klip');

/** Anna in her account on a laptop, who is logged in on a phone and at the library too. */
async function openScene(context: TestContext) {
  const { test: on, anna } = await openKeyTest(context);
  const { store, now, moveTo } = on;
  const account = openAccounts({ store, clock: now, sender: mailSender, tiles: async () => [] });
  const { laptop, phone, library } = await store.inTransaction(names, async (stores) => {
    await stores.applications.put(klip);
    const noted = async (mark: string): Promise<DeviceId> => {
      const id = stores.knownLogins.deviceOf(anna.id, mark as DeviceMark);
      await stores.knownLogins.note({ person: anna.id, device: { id, family }, means: 'itsme', at: now() });
      return id;
    };
    return { laptop: await noted('laptop'), phone: await noted('phone'), library: await noted('library') };
  });
  const logIn = (device: DeviceId) =>
    keepStates(store, {
      kind: 'grant',
      grant: {
        id: randomUUID(),
        person: anna,
        application: klip.id,
        capacity: { kind: 'citizen' },
        authentication: { means: 'itsme', assurance: 'high', at: now(), country: null, device },
        acrAsked: false,
        scopes: ['openid'],
        session: randomUUID(),
        correlation: correlationCode(new Uint8Array(8)),
        createdAt: now(),
        expiresAt: later(now(), HOUR),
      },
    });
  for (const device of [laptop, phone, library]) await logIn(device);
  moveTo(later(now(), MINUTE));
  const owner = (over: Partial<Authentication> = {}): AccountOwner => ({
    person: anna.id,
    authentication: { means: 'eid', assurance: 'high', at: now(), country: null, device: laptop, ...over },
    correlation: correlationCode(new Uint8Array(8)),
  });
  return {
    ...{ account, anna, store, now, owner, laptop, phone, library },
    events: async () => (await store.audit.list()).map(({ kind }) => kind),
    /** In which browsers a login counts now. */
    live: async () =>
      (await store.inTransaction(names, ({ liveLogins }) => liveLogins.of(anna.id, now()))).map(
        ({ device }) => device,
      ),
    blocked: async () =>
      (await store.inTransaction(names, ({ knownLogins }) => knownLogins.of(anna.id))).means
        .filter(({ isBlocked }) => isBlocked)
        .map(({ code }) => code),
  };
}

describe('the browsers of an account', () => {
  test('are shown with what counts in each: this one first', async (t) => {
    const { account, owner, laptop } = await openScene(t);
    const devices = await account.viewDevices({ owner: owner() });
    assert.equal(devices.length, 3);
    assert.deepEqual([devices[0]?.id, devices[0]?.isThis], [laptop, true]);
    for (const each of devices) {
      assert.deepEqual([each.means, each.applications], [['itsme'], [klip.id]]);
      assert.ok(each.since);
    }
  });

  test('are ended one by one, never this one nor that of somebody else', async (t) => {
    const { account, owner, phone, laptop, library, live, events } = await openScene(t);
    assert.deepEqual(new Set(await live()), new Set([laptop, phone, library]));
    const end = async (device: string) => (await account.endDevice({ owner: owner(), device })).kind;
    assert.equal(await end(laptop), 'this-device');
    assert.equal(await end(randomUUID()), 'unknown-device');
    assert.equal((await live()).length, 3);
    assert.equal(await end(phone), 'ended');
    assert.deepEqual(new Set(await live()), new Set([laptop, library]));
    assert.equal((await events()).filter((kind) => kind === 'account.logins-ended').length, 1);
    const shown = await account.viewDevices({ owner: owner() });
    assert.equal(shown.find(({ id }) => id === phone)?.since, null);
  });

  test('are ended all but this one', async (t) => {
    const { account, owner, laptop, live, events } = await openScene(t);
    assert.deepEqual(await account.endOtherDevices({ owner: owner() }), { count: 2 });
    assert.deepEqual(await live(), [laptop]);
    assert.ok((await events()).includes('account.logins-ended'));
  });
});

describe('a means', () => {
  test('is blocked for oneself, with every login elsewhere, and never the one of this login', async (t) => {
    const { account, owner, laptop, live, blocked, events } = await openScene(t);
    const block = async (means: 'eid' | 'itsme' | 'staffkey') =>
      (await account.blockMeans({ owner: owner(), language, means })).kind;
    assert.equal(await block('eid'), 'in-use');
    assert.equal(await block('staffkey'), 'unknown-means');
    assert.deepEqual(await blocked(), []);
    assert.equal((await live()).length, 3);
    assert.equal(await block('itsme'), 'blocked');
    assert.deepEqual(await blocked(), ['itsme']);
    assert.deepEqual(await live(), [laptop]);
    assert.ok((await events()).includes('account.means-blocked'));
  });

  test('of two levels is blocked whole, and opened by nobody who proved less than it would', async (t) => {
    const { account, owner, blocked, events } = await openScene(t);
    const means = 'eidashigh' as const;
    const open = async (over: Partial<Authentication> = {}) =>
      (await account.unblockMeans({ owner: owner(over), language, means })).kind;
    assert.equal(await open(), 'unknown-means');
    assert.equal((await account.blockMeans({ owner: owner(), language, means })).kind, 'blocked');
    assert.deepEqual(await blocked(), ['eidashigh', 'eidassubstantial']);
    assert.equal(await open({ means: 'passkey', assurance: 'substantial' }), 'too-weak');
    assert.equal((await blocked()).length, 2);
    assert.equal(await open(), 'unblocked');
    assert.deepEqual(await blocked(), []);
    assert.ok((await events()).includes('account.means-unblocked'));
  });
});

test('an eID is unlinked by its owner, never the one of this login, and nobody else’s', async (t) => {
  const { account, owner, anna, store, events } = await openScene(t);
  const [own, other] = [linkTo(anna.id, 'DE/BE/own'), linkTo(anna.id, 'DE/BE/other')];
  await store.inTransaction(names, async ({ links }) => {
    for (const each of [own, other]) await links.add(each);
  });
  const unlink = async (link: string) =>
    (await account.unlinkEid({ owner: owner({ means: 'eidashigh', link: own.id }), language, link })).kind;
  assert.equal(await unlink(own.id), 'in-use');
  assert.equal(await unlink(randomUUID()), 'unknown-link');
  assert.equal(await unlink(other.id), 'unlinked');
  assert.equal(await unlink(other.id), 'unknown-link');
  const live = await store.inTransaction(names, ({ links }) => links.liveOf(anna.id));
  assert.deepEqual(
    live.map(({ id }) => id),
    [own.id],
  );
  assert.equal((await events()).filter((kind) => kind === 'account.eid-unlinked').length, 1);
});
