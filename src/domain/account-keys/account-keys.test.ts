import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  deviceBound,
  type KeyTest,
  loggedIn,
  madeUpCredential,
  openKeyTest,
  passkeyProvider,
  secretOf,
} from '../../../test/support/account-keys.ts';
import { linkTo, personWith } from '../../../test/support/open-test-store.ts';
import { ChangedMeanwhile } from '../../base/changed-meanwhile.ts';
import { Redacted } from '../../base/redacted.ts';
import { HOUR, later, MINUTE } from '../../base/time.ts';
import { codeAt, stepAt } from '../../protocols/one-time-codes/totp.ts';
import type { PasskeyPolicy } from '../login-means/index.ts';
import type { AccountKeyId } from './index.ts';

async function bindPasskey({ keys, by }: KeyTest, name = 'Laptop', facts = deviceBound) {
  const wish = await keys.beginPasskey({ by });
  assert.ok(wish.kind === 'ready');
  const credential = madeUpCredential();
  const bound = await keys.bindPasskey({ by, name, challenge: wish.challenge, credential, facts });
  return { wish, credential, bound };
}

async function bindApp({ keys, by, test: { now } }: KeyTest) {
  const setup = await keys.beginApp({ by });
  assert.ok(setup.kind === 'ready');
  const secret = secretOf(setup.secret.reveal());
  const code = codeAt(secret, stepAt(now()));
  return {
    secret,
    bound: await keys.confirmApp({ by, code: `${code.slice(0, 3)} ${code.slice(3)}`, name: 'Telephone' }),
  };
}

async function proveAddress({ keys, by, lastCode }: KeyTest, text = 'anna@example.org') {
  const address = new Redacted(text);
  assert.equal((await keys.beginAddress({ by, address })).kind, 'sent');
  return keys.confirmAddress({ by, address, code: lastCode() });
}

test('a passkey is bound after a strong login, told at every address, named anew, and taken away with notice', async (t) => {
  const one = await openKeyTest(t);
  const { keys, by, anna, mails } = one;
  assert.equal((await proveAddress(one)).kind, 'bound');
  const { credential, bound } = await bindPasskey(one);
  assert.equal(bound.kind, 'bound');
  const { keys: held } = await keys.listKeys({ person: anna.id });
  const passkey = held.find(({ kind }) => kind === 'passkey');
  assert.deepEqual(passkey?.binding, { by: 'eidashigh', assurance: 'substantial', counts: 'everywhere' });
  assert.equal(passkey?.name, 'Laptop');
  assert.equal(mails.at(-1)?.template, 'key-added');
  assert.ok(passkey);
  assert.equal((await keys.renameKey({ by, key: passkey.id, name: '  My\nlaptop ' })).kind, 'renamed');
  assert.deepEqual(await keys.renameKey({ by, key: passkey.id, name: ' ' }), {
    kind: 'wrong',
    code: 'empty',
  });
  const again = await keys.listKeys({ person: anna.id });
  assert.equal(again.keys.find(({ kind }) => kind === 'passkey')?.name, 'My laptop');
  await one.test.store.inTransaction(['links'], ({ links }) => links.add(linkTo(anna.id, 'DE/BE/1')));
  assert.deepEqual(await keys.removeKey({ by, key: passkey.id }), {
    kind: 'removed',
    waysIn: 1,
    hasTooFew: true,
  });
  assert.equal(mails.at(-1)?.template, 'key-removed');
  const found = await one.test.store.inTransaction(['accountKeys'], ({ accountKeys }) =>
    accountKeys.findPasskey(credential.id),
  );
  assert.equal(found?.key.ended?.reason, 'removed');
});

describe('a key', () => {
  test('is bound by nothing below substantial, and by no key of staff', async (t) => {
    const { keys, anna } = await openKeyTest(t);
    const weak = loggedIn(anna, { means: 'eidassubstantial', assurance: 'low' });
    assert.equal((await keys.beginPasskey({ by: weak })).kind, 'too-weak');
    assert.equal((await keys.beginApp({ by: weak })).kind, 'too-weak');
    assert.equal(
      (await keys.beginAddress({ by: weak, address: new Redacted('a@example.org') })).kind,
      'too-weak',
    );
    const invited = { ...weak, authority: { kind: 'invitation' } } as const;
    assert.equal((await keys.beginPasskey({ by: invited })).kind, 'ready');
    assert.equal((await keys.beginApp({ by: invited })).kind, 'too-weak');
  });

  test('of somebody else can be neither named nor taken away', async (t) => {
    const one = await openKeyTest(t);
    await bindPasskey(one);
    const other = personWith();
    await one.test.store.inTransaction(['persons'], ({ persons }) => persons.add(other));
    const [key] = (await one.keys.listKeys({ person: one.anna.id })).keys;
    assert.ok(key);
    const by = loggedIn(other);
    assert.equal((await one.keys.renameKey({ by, key: key.id, name: 'Mine' })).kind, 'unknown-key');
    assert.equal((await one.keys.removeKey({ by, key: key.id })).kind, 'unknown-key');
    const unknown = '00000000-0000-4000-8000-000000000000' as AccountKeyId;
    assert.equal((await one.keys.removeKey({ by: one.by, key: unknown })).kind, 'unknown-key');
  });

  test('that is the last way in stays', async (t) => {
    const one = await openKeyTest(t);
    await bindPasskey(one);
    const { keys, waysIn, hasTooFew } = await one.keys.listKeys({ person: one.anna.id });
    assert.deepEqual([waysIn, hasTooFew], [1, true]);
    const [key] = keys;
    assert.ok(key);
    assert.equal((await one.keys.removeKey({ by: one.by, key: key.id })).kind, 'last-way');
  });
});

describe('a passkey', () => {
  test('is made with one challenge, which serves once and not for an hour and a bit', async (t) => {
    const one = await openKeyTest(t);
    const first = await one.keys.beginPasskey({ by: one.by });
    assert.deepEqual(await one.keys.beginPasskey({ by: one.by }), first);
    const { wish, bound } = await bindPasskey(one);
    assert.equal(bound.kind, 'bound');
    assert.deepEqual(wish, first);
    const fresh = { credential: madeUpCredential(), facts: deviceBound, name: 'Second', by: one.by };
    assert.equal((await one.keys.bindPasskey({ ...fresh, challenge: wish.challenge })).kind, 'late');
    const next = await one.keys.beginPasskey({ by: one.by });
    assert.ok(next.kind === 'ready');
    assert.equal(next.known.length, 1);
    one.test.moveTo(later(one.test.now(), HOUR + MINUTE));
    assert.equal((await one.keys.bindPasskey({ ...fresh, challenge: next.challenge })).kind, 'late');
  });

  test('leads to one person only, and never again after it ended', async (t) => {
    const one = await openKeyTest(t);
    await one.test.store.inTransaction(['links'], ({ links }) => links.add(linkTo(one.anna.id, 'DE/BE/2')));
    const { credential } = await bindPasskey(one);
    const again = async (by = one.by) => {
      const wish = await one.keys.beginPasskey({ by });
      assert.ok(wish.kind === 'ready');
      const { challenge } = wish;
      return (await one.keys.bindPasskey({ by, name: 'Copy', challenge, credential, facts: deviceBound }))
        .kind;
    };
    assert.equal(await again(), 'taken');
    const [key] = (await one.keys.listKeys({ person: one.anna.id })).keys;
    assert.ok(key);
    assert.equal((await one.keys.removeKey({ by: one.by, key: key.id })).kind, 'removed');
    assert.equal(await again(), 'taken');
  });

  test('that leaves its device is not taken where only others are, for everybody or for a right', async (t) => {
    const { keys, by, test: opened } = await openKeyTest(t);
    const right = { application: 'casework', right: 'case-agent' };
    const rules = (policy: PasskeyPolicy, perRight: PasskeyPolicy) =>
      opened.store.inTransaction(['meansProviders'], ({ meansProviders }) =>
        meansProviders.put({ ...passkeyProvider, policy, perRight: [{ ...right, policy: perRight }] }),
      );
    const bind = async (facts = deviceBound, rights: readonly (typeof right)[] = []) => {
      const wish = await keys.beginPasskey({ by, rights });
      assert.ok(wish.kind === 'ready');
      const { challenge } = wish;
      const credential = madeUpCredential();
      return keys.bindPasskey({ by, rights, name: 'Key', challenge, credential, facts });
    };
    const synced = { ...deviceBound, isSynced: true };
    await rules({ kind: 'any' }, { kind: 'device-bound' });
    assert.equal((await bind(synced)).kind, 'bound');
    assert.equal((await bind(deviceBound, [right])).kind, 'bound');
    assert.deepEqual(await bind(synced, [right]), { kind: 'not-accepted', policy: 'device-bound' });
    const model = '2fc0579f-8113-47ea-b116-bb5a8db9202a';
    await rules({ kind: 'listed', authenticators: [model] }, { kind: 'any' });
    assert.deepEqual(await bind({ ...deviceBound, aaguid: model }), {
      kind: 'not-accepted',
      policy: 'listed',
    });
    assert.equal((await bind({ ...deviceBound, aaguid: model, isAttested: true })).kind, 'bound');
  });
});

describe('an app', () => {
  test('is bound by the code that it shows, and the page that is shown again shows the same secret', async (t) => {
    const one = await openKeyTest(t);
    const { keys, by } = one;
    const [first, again] = [await keys.beginApp({ by }), await keys.beginApp({ by })];
    assert.ok(first.kind === 'ready' && again.kind === 'ready');
    assert.equal(first.secret.reveal(), again.secret.reveal());
    assert.deepEqual(await keys.confirmApp({ by, code: '12', name: 'App' }), {
      kind: 'wrong',
      field: 'code',
      code: 'digits',
    });
    const { bound } = await bindApp(one);
    assert.equal(bound.kind, 'bound');
    const next = await keys.beginApp({ by });
    assert.ok(next.kind === 'ready');
    assert.notEqual(next.secret.reveal(), first.secret.reveal());
  });

  test('has ten recovery codes, shown once, each of which serves once; new ones end the old', async (t) => {
    const one = await openKeyTest(t);
    const { keys, by, anna, test: opened } = one;
    assert.equal((await keys.makeRecoveryCodes({ by })).kind, 'no-app');
    await bindApp(one);
    const made = await keys.makeRecoveryCodes({ by });
    assert.ok(made.kind === 'made');
    assert.equal(new Set(made.codes.map((code) => code.reveal())).size, 10);
    const find = (code: string) =>
      opened.store.inTransaction(['accountKeys'], ({ accountKeys }) =>
        accountKeys.findRecoveryCode(anna.id, code.replace('-', '')),
      );
    const use = (id: AccountKeyId, code: string) =>
      opened.store.inTransaction(['accountKeys'], ({ accountKeys }) =>
        accountKeys.useRecoveryCode(id, code.replace('-', ''), opened.now()),
      );
    const [first, second] = made.codes.map((code) => code.reveal());
    assert.ok(first && second);
    const set = await find(first);
    assert.equal(set?.codesLeft, 10);
    await use(set.id, first);
    assert.equal(await find(first), null);
    await assert.rejects(use(set.id, first), ChangedMeanwhile);
    assert.equal((await find(second))?.codesLeft, 9);
    assert.equal((await keys.makeRecoveryCodes({ by })).kind, 'made');
    assert.equal(await find(second), null);
  });

  test('takes its recovery codes along when it is taken away', async (t) => {
    const one = await openKeyTest(t);
    await one.test.store.inTransaction(['links'], ({ links }) => links.add(linkTo(one.anna.id, 'DE/BE/3')));
    await bindApp(one);
    await one.keys.makeRecoveryCodes({ by: one.by });
    const app = (await one.keys.listKeys({ person: one.anna.id })).keys.find(({ kind }) => kind === 'app');
    assert.ok(app);
    await one.keys.removeKey({ by: one.by, key: app.id });
    assert.deepEqual((await one.keys.listKeys({ person: one.anna.id })).keys, []);
  });
});

describe('a mail address', () => {
  test('is proven by the code that was mailed there, within five tries and a quarter of an hour', async (t) => {
    const one = await openKeyTest(t);
    const { keys, by } = one;
    const address = new Redacted('Anna@Example.org');
    await keys.beginAddress({ by, address });
    const right = one.lastCode();
    const wrong = right === '000 000' ? '111111' : '000000';
    for (const left of [4, 3, 2, 1, 0])
      assert.deepEqual(await keys.confirmAddress({ by, address, code: wrong }), {
        kind: 'wrong',
        code: 'not-right',
        triesLeft: left,
      });
    assert.equal((await keys.confirmAddress({ by, address, code: right })).kind, 'wrong');
    assert.equal((await keys.beginAddress({ by, address })).kind, 'too-soon');
    one.test.moveTo(later(one.test.now(), 2 * MINUTE));
    assert.equal((await proveAddress(one, 'anna@example.org')).kind, 'bound');
  });

  test('leads to one account: whoever proves the same one for another account is told', async (t) => {
    const one = await openKeyTest(t);
    assert.equal((await proveAddress(one)).kind, 'bound');
    const other = personWith();
    await one.test.store.inTransaction(['persons'], ({ persons }) => persons.add(other));
    assert.equal((await proveAddress({ ...one, by: loggedIn(other) })).kind, 'taken');
  });

  test('that is taken away is told too', async (t) => {
    const one = await openKeyTest(t);
    await bindPasskey(one);
    await proveAddress(one);
    const key = (await one.keys.listKeys({ person: one.anna.id })).keys.find(({ kind }) => kind === 'email');
    assert.ok(key);
    await one.keys.removeKey({ by: one.by, key: key.id });
    const last = one.mails.at(-1);
    assert.deepEqual([last?.template, last?.to.reveal()], ['key-removed', 'anna@example.org']);
  });
});

test('what rests on a key ends with it', async (t) => {
  const one = await openKeyTest(t);
  await one.test.store.inTransaction(['links'], ({ links }) => links.add(linkTo(one.anna.id, 'DE/BE/4')));
  await bindPasskey(one);
  const [key] = (await one.keys.listKeys({ person: one.anna.id })).keys;
  assert.ok(key);
  const { store, now } = one.test;
  const content = { case: 'none', provenBy: 'eid' } as const;
  const foundation = { on: [one.anna.id, key.id], since: now() };
  const secret = await store.webSessions.open('applicant', content, later(now(), HOUR), { foundation });
  assert.ok(await store.webSessions.find('applicant', secret, now()));
  await one.keys.removeKey({ by: one.by, key: key.id });
  assert.equal(await store.webSessions.find('applicant', secret, now()), null);
});
