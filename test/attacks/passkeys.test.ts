import assert from 'node:assert/strict';
import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { Redacted } from '../../src/base/redacted.ts';
import { openPasskeys, relyingPartyAt } from '../../src/protocols/webauthn/index.ts';
import { type KeyTest, loggedIn, openKeyTest } from '../support/account-keys.ts';
import { linkTo, personWith } from '../support/open-test-store.ts';
import { type Mischief, softAuthenticator, type Wanted } from '../support/soft-authenticator.ts';

const origin = 'https://login.example.org';
const login = { attempt: 'a'.repeat(43), version: 3, browser: 'b'.repeat(43) };

async function openScene(t: Parameters<typeof openKeyTest>[0]) {
  const one = await openKeyTest(t);
  const relyingParty = relyingPartyAt(origin, 'Sluis');
  const key = createSecretKey(randomBytes(32));
  const passkeys = openPasskeys({ relyingParty, key, clock: one.test.now, keys: one.keys });
  return { ...one, passkeys };
}
type Scene = Awaited<ReturnType<typeof openScene>>;

async function bound({ passkeys, by }: Scene, options: Parameters<typeof softAuthenticator>[1] = {}) {
  const device = softAuthenticator(origin, options);
  const begun = await passkeys.begin({ by });
  assert.ok(begun.kind === 'ready');
  const made = await passkeys.bind({ by, name: 'Laptop', response: device.make(begun.options) });
  assert.deepEqual(made, { kind: 'bound' });
  return device;
}

describe('the making of a passkey', () => {
  const refused: readonly (readonly [string, Mischief, string])[] = [
    ['for another site', { origin: 'https://login.example.com' }, 'origin'],
    ['for another port of the same host', { origin: `${origin}:8443` }, 'origin'],
    ['kept for another host', { rpId: 'example.org' }, 'relying-party'],
    ['with the challenge of another page', { challenge: randomBytes(32).toString('base64url') }, 'challenge'],
    ['that was the use of one', { type: 'webauthn.get' }, 'malformed'],
    ['without a check of its holder', { isVerified: false }, 'user-verification'],
    ['with nobody there', { isPresent: false }, 'user-verification'],
  ];
  for (const [what, mischief, code] of refused)
    test(`${what} binds nothing`, async (t) => {
      const scene = await openScene(t);
      const { passkeys, by, keys, anna } = scene;
      const begun = await passkeys.begin({ by });
      assert.ok(begun.kind === 'ready');
      const bent = softAuthenticator(origin).make(begun.options, mischief);
      assert.deepEqual(await passkeys.bind({ by, name: 'Laptop', response: bent }), {
        kind: 'refused',
        code,
      });
      assert.equal((await keys.listKeys({ person: anna.id })).keys.length, 0);
      const honest = softAuthenticator(origin).make(begun.options);
      assert.deepEqual(await passkeys.bind({ by, name: 'Laptop', response: honest }), { kind: 'bound' });
      // What was said once binds nothing again.
      assert.notEqual((await passkeys.bind({ by, name: 'Laptop', response: honest })).kind, 'bound');
    });

  test('that is no JSON of a browser, or more than any, costs nothing but a look', async (t) => {
    const { passkeys, by } = await openScene(t);
    const texts = ['', '{', '[]', 'null', JSON.stringify({ id: 'a', rawId: 'b' }), 'x'.repeat(1_000_000)];
    for (const response of texts)
      assert.deepEqual(await passkeys.bind({ by, name: 'Laptop', response }), {
        kind: 'refused',
        code: 'malformed',
      });
  });
});

describe('the use of a passkey', () => {
  const refused: readonly (readonly [string, Mischief, string])[] = [
    ['at another site', { origin: 'https://login.example.org.evil.test' }, 'origin'],
    ['at the site without its encryption', { origin: 'http://login.example.org' }, 'origin'],
    ['that is kept for another host', { rpId: 'evil.test' }, 'relying-party'],
    ['without a check of its holder', { isVerified: false }, 'user-verification'],
    ['with nobody there', { isPresent: false }, 'user-verification'],
    ['whose signature is bogus', { hasBogusSignature: true }, 'signature'],
    ['that was the making of one', { type: 'webauthn.create' }, 'malformed'],
    ['that says it may be copied since', { isSynced: true }, 'backup-flags'],
    ['in the name of somebody else', { userHandle: randomBytes(32).toString('base64url') }, 'user-handle'],
  ];
  for (const [what, mischief, code] of refused)
    test(`${what} proves nothing`, async (t) => {
      const scene = await openScene(t);
      const device = await bound(scene);
      const asked = scene.passkeys.ask(login);
      assert.equal((await scene.passkeys.judge(login, device.use(asked))).kind, 'proven');
      const judged = await scene.passkeys.judge(login, device.use(asked, mischief));
      assert.deepEqual({ ...judged, key: null }, { kind: 'refused', code, key: null });
    });

  const elsewhere = [
    ['another login', { ...login, attempt: 'c'.repeat(43) }],
    ['another browser', { ...login, browser: 'c'.repeat(43) }],
    ['the login as it stood before', { ...login, version: 2 }],
  ] as const;
  for (const [where, other] of elsewhere)
    test(`in ${where} proves nothing here`, async (t) => {
      const scene = await openScene(t);
      const device = await bound(scene);
      const response = device.use(scene.passkeys.ask(other));
      assert.equal((await scene.passkeys.judge(other, response)).kind, 'proven');
      const judged = await scene.passkeys.judge(login, response);
      assert.deepEqual({ ...judged, key: null }, { kind: 'refused', code: 'challenge', key: null });
    });

  test('that belongs to another person cannot be had by their name', async (t) => {
    const scene = await openScene(t);
    const bert = personWith({ givenNames: 'Bert' });
    await scene.test.store.inTransaction(['persons'], ({ persons }) => persons.add(bert));
    const own = await bound(scene);
    const [by, begun] = [loggedIn(bert), await scene.passkeys.begin({ by: loggedIn(bert) })];
    assert.ok(begun.kind === 'ready');
    const his = softAuthenticator(origin);
    const response = his.make(begun.options);
    assert.deepEqual(await scene.passkeys.bind({ by, name: 'His', response }), { kind: 'bound' });
    const asked = scene.passkeys.ask(login);
    const honest = await scene.passkeys.judge(login, own.use(asked));
    assert.ok(honest.kind === 'proven' && honest.key.person === scene.anna.id);
    const bent = await scene.passkeys.judge(
      login,
      own.use(asked, { userHandle: (begun.options as Wanted).user.id }),
    );
    assert.equal(bent.kind, 'refused');
  });

  test('whose counter went back ends a passkey that never leaves its device, and its holder is told', async (t) => {
    const scene = await openScene(t);
    const { passkeys, anna, keys, mails } = scene;
    await scene.test.store.inTransaction(['links'], ({ links }) => links.add(linkTo(anna.id, 'DE/BE/9')));
    await tellAnna(scene);
    const device = await bound(scene);
    const asked = passkeys.ask(login);
    const honest = await passkeys.judge(login, device.use(asked));
    assert.ok(honest.kind === 'proven');
    await mark(scene, honest);
    assert.equal((await passkeys.judge(login, device.use(asked, { counter: 1 }))).kind, 'copied');
    assert.equal(mails.at(-1)?.template, 'passkey-copied');
    assert.ok(!(await keys.listKeys({ person: anna.id })).keys.some(({ kind }) => kind === 'passkey'));
    assert.equal((await passkeys.judge(login, device.use(asked))).kind, 'ended');
  });

  test('says nothing by its counter where the passkey is copied to other devices, and none where nothing counts', async (t) => {
    const scene = await openScene(t);
    const synced = await bound(scene, { isSynced: true, isBackedUp: true });
    const plain = await bound(scene, { counts: false });
    const asked = scene.passkeys.ask(login);
    for (const counter of [7, 3, 0]) {
      const judged = await scene.passkeys.judge(
        login,
        synced.use(asked, { counter, isBackedUp: counter === 0 }),
      );
      assert.ok(judged.kind === 'proven');
      await mark(scene, judged);
    }
    const { keys } = await scene.keys.listKeys({ person: scene.anna.id });
    assert.ok(keys.some((key) => key.kind === 'passkey' && key.passkey.isBackedUp));
    for (const _ of [1, 2]) {
      const judged = await scene.passkeys.judge(login, plain.use(asked));
      assert.ok(judged.kind === 'proven');
      await mark(scene, judged);
    }
  });

  test('with a credential that nobody has is told apart from an attack', async (t) => {
    const scene = await openScene(t);
    await bound(scene);
    const begun = await scene.passkeys.begin({ by: scene.by });
    assert.ok(begun.kind === 'ready');
    const stranger = softAuthenticator(origin);
    stranger.make(begun.options);
    assert.equal(
      (await scene.passkeys.judge(login, stranger.use(scene.passkeys.ask(login)))).kind,
      'unknown',
    );
  });
});

/** So that Anna can be told of anything. */
async function tellAnna({ keys, by, lastCode }: KeyTest) {
  const address = new Redacted('anna@example.org');
  await keys.beginAddress({ by, address });
  assert.equal((await keys.confirmAddress({ by, address, code: lastCode() })).kind, 'bound');
}

async function mark(
  { test: { store, now } }: Scene,
  { key, used }: Extract<Awaited<ReturnType<Scene['passkeys']['judge']>>, { kind: 'proven' }>,
) {
  await store.inTransaction(['accountKeys'], ({ accountKeys }) =>
    accountKeys.markPasskeyUsed(key.id, { ...used, at: now() }),
  );
}
