import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { later, MINUTE } from '../../src/base/time.ts';
import { codeAt, stepAt } from '../../src/protocols/one-time-codes/totp.ts';
import { secretOf } from '../support/account-keys.ts';
import { type LoginBrowser, type OwnMeansWalk, openOwnMeansWalk } from '../support/own-means-walk.ts';
import { optionsIn } from '../support/plain-browser.ts';

const place = ({ id }: LoginBrowser, tile: string) => `/login/${id}/means/${tile}`;

async function recognised(browser: LoginBrowser) {
  const state = await browser.state();
  return 'authentication' in state ? state.authentication : null;
}

/** Anna with an app; what its code is now. */
async function bindApp({ keys, by, walk }: OwnMeansWalk) {
  const setup = await keys.beginApp({ by });
  assert.ok(setup.kind === 'ready');
  const secret = secretOf(setup.secret.reveal());
  const code = () => codeAt(secret, stepAt(walk.test.now()));
  assert.equal((await keys.confirmApp({ by, code: code(), name: 'Telephone' })).kind, 'bound');
  // The code that set it up serves no second time.
  walk.test.moveTo(later(walk.test.now(), MINUTE));
  return code;
}

/** As far as the page that asks for the codes; the one that was mailed. */
async function askForCode(
  scene: OwnMeansWalk,
  browser: LoginBrowser,
  tile = 'app-code',
  address = 'anna@example.org',
) {
  const page = await browser.post(tile, { answer: 'address', address });
  assert.match(page.text, /name="mail-code"/);
  return scene.lastCode();
}

describe('a login with a passkey', () => {
  test('proves the account, at most substantial, and rests on the key', async (t) => {
    const scene = await openOwnMeansWalk(t);
    const device = await scene.bindPasskey();
    const browser = await scene.begin();
    const page = await browser.get(place(browser, 'passkey'));
    await browser.post('passkey', { response: device.use(optionsIn(page.text)) });
    const [key] = (await scene.keys.listKeys({ person: scene.anna.id })).keys;
    const authentication = await recognised(browser);
    assert.deepEqual(
      [authentication?.means, authentication?.assurance, authentication?.key],
      ['passkey', 'substantial', key?.id],
    );
    assert.deepEqual(key?.lastUsedAt, scene.test.now());
  });

  test('is taken once: what the browser said is of no use in the same login, another one, or another browser', async (t) => {
    const scene = await openOwnMeansWalk(t);
    const device = await scene.bindPasskey();
    const [one, other] = [await scene.begin(), await scene.begin()];
    const { text } = await one.get(place(one, 'passkey'));
    const response = device.use(optionsIn(text));
    await other.post('passkey', { response });
    assert.equal(await recognised(other), null);
    await one.post('passkey', { response });
    assert.ok(await recognised(one));
    await scene.walk.login.answer(one.id, one.binding, { kind: 'not-me' });
    await one.post('passkey', { response });
    assert.equal(await recognised(one), null);
  });

  test('that an invitation of staff bound opens nothing else', async (t) => {
    const scene = await openOwnMeansWalk(t);
    const device = await scene.bindPasskey({}, { ...scene.by, authority: { kind: 'invitation' } });
    const { klip, test } = scene.walk;
    await test.store.inTransaction(['applications'], ({ applications }) =>
      applications.put({ ...klip, loginMeans: [...klip.loginMeans, 'staffkey'] }),
    );
    const staff = await scene.begin({ means: ['staffkey'] });
    const use = async (browser: LoginBrowser) => {
      const { text } = await browser.get(place(browser, 'passkey'));
      await browser.post('passkey', { response: device.use(optionsIn(text)) });
    };
    await use(staff);
    assert.equal((await recognised(staff))?.means, 'staffkey');
    const browser = await scene.begin({ means: ['passkey', 'appcode'] });
    await use(browser);
    const state = await browser.state();
    assert.ok(state.kind === 'stopped' && state.problem.kind === 'means-too-weak');
  });

  test('that was bound to nobody, or taken away, is told with what else there is', async (t) => {
    const scene = await openOwnMeansWalk(t);
    await scene.proveAddress();
    const device = await scene.bindPasskey();
    const again = await scene.bindPasskey();
    const use = async (used: typeof device) => {
      const browser = await scene.begin();
      const { text } = await browser.get(place(browser, 'passkey'));
      return { browser, page: await browser.post('passkey', { response: used.use(optionsIn(text)) }) };
    };
    assert.ok(await recognised((await use(device)).browser));
    const held = (await scene.keys.listKeys({ person: scene.anna.id })).keys.filter(
      ({ kind }) => kind === 'passkey',
    );
    const used = held.find(({ lastUsedAt }) => lastUsedAt !== null);
    assert.ok(used);
    assert.equal((await scene.keys.removeKey({ by: scene.by, key: used.id })).kind, 'removed');
    const { browser, page } = await use(device);
    assert.equal(await recognised(browser), null);
    assert.match(page.text, /This passkey was removed from its account/);
    assert.match(page.text, /Choose another way to log in/);
    assert.ok(await recognised((await use(again)).browser));
  });
});

describe('a login with the code of an app', () => {
  test('takes it beside the one of the mail, however they are typed, and each once', async (t) => {
    const scene = await openOwnMeansWalk(t);
    await scene.proveAddress();
    const code = await bindApp(scene);
    const browser = await scene.begin();
    const mailed = await askForCode(scene, browser);
    const app = code();
    await browser.post('app-code', {
      'mail-code': ` ${mailed} `,
      'app-code': `${app.slice(0, 3)}-${app.slice(3)}`,
    });
    const authentication = await recognised(browser);
    assert.deepEqual([authentication?.means, authentication?.assurance], ['appcode', 'substantial']);
    const second = await scene.begin();
    const next = await askForCode(scene, second);
    const page = await second.post('app-code', { 'mail-code': next, 'app-code': app });
    assert.equal(await recognised(second), null);
    assert.match(page.text, /This code was used already/);
    scene.test.moveTo(later(scene.test.now(), MINUTE));
    await second.post('app-code', { 'mail-code': next, 'app-code': code() });
    assert.ok(await recognised(second));
  });

  test('answers alike for an address that is known and one that is not, and the mail alone tells which', async (t) => {
    const scene = await openOwnMeansWalk(t);
    await scene.proveAddress('anna@example.org');
    const pages = await Promise.all(
      ['anna@example.org', 'bert@example.org'].map(async (address) => {
        const browser = await scene.begin();
        const { text } = await browser.post('app-code', { answer: 'address', address });
        return text
          .replaceAll(address, '')
          .replaceAll(browser.id, '')
          .replace(/name="csrf" value="[^"]*"/g, '')
          .replace(/again=[\w-]{22}/g, '');
      }),
    );
    assert.equal(pages[0], pages[1]);
    assert.deepEqual(
      scene.mails
        .slice(-2)
        .map(({ template }) => template)
        .sort(),
      ['login-code', 'no-account'],
    );
  });

  test('looks at a code of the app only beside the right one of the mail: a stranger tries nothing and locks nobody out', async (t) => {
    const scene = await openOwnMeansWalk(t);
    await scene.proveAddress();
    const code = await bindApp(scene);
    const stranger = await scene.begin();
    const mailed = await askForCode(scene, stranger);
    const wrong = mailed === '000 000' ? '111111' : '000000';
    for (const _ of Array.from({ length: 8 })) {
      const page = await stranger.post('app-code', { 'mail-code': wrong, 'app-code': code() });
      assert.doesNotMatch(page.text, /code of your app|used already/i);
    }
    assert.equal(await recognised(stranger), null);
    const browser = await scene.begin();
    const own = await askForCode(scene, browser);
    await browser.post('app-code', { 'mail-code': own, 'app-code': code() });
    assert.ok(await recognised(browser));
  });

  test('stops looking after five wrong ones for a quarter of an hour, says until when, and leaves every other way open', async (t) => {
    const scene = await openOwnMeansWalk(t);
    await scene.proveAddress();
    const code = await bindApp(scene);
    const device = await scene.bindPasskey();
    const browser = await scene.begin();
    const mailed = await askForCode(scene, browser);
    const near = [-2, -1, 0, 1, 2].map(() => code());
    const wrong = near.includes('000000') ? '123123' : '000000';
    for (const _ of near) {
      const page = await browser.post('app-code', { 'mail-code': mailed, 'app-code': wrong });
      assert.match(page.text, /This code is not right/);
    }
    const page = await browser.post('app-code', { 'mail-code': mailed, 'app-code': code() });
    assert.match(page.text, /we look at codes again from/);
    assert.equal(await recognised(browser), null);
    const { text } = await browser.get(place(browser, 'passkey'));
    await browser.post('passkey', { response: device.use(optionsIn(text)) });
    assert.equal((await recognised(browser))?.means, 'passkey');
    scene.test.moveTo(later(scene.test.now(), 16 * MINUTE));
    const later16 = await scene.begin();
    const fresh = await askForCode(scene, later16);
    await later16.post('app-code', { 'mail-code': fresh, 'app-code': code() });
    assert.ok(await recognised(later16));
  });

  test('counts wrong ones on when a login by the mail alone lies between: who reads the mail cannot try without end', async (t) => {
    const scene = await openOwnMeansWalk(t);
    await scene.proveAddress();
    const code = await bindApp(scene);
    const { store } = scene.test;
    await store.inTransaction(['applications'], ({ applications }) =>
      applications.put({ ...scene.walk.klip, assurance: 'low' }),
    );
    const means = ['emailcode', 'appcode'] as const;
    const wrong = code() === '000000' ? '123123' : '000000';
    const tryWrong = async (times: number) => {
      const browser = await scene.begin({ means });
      const mailed = await askForCode(scene, browser);
      for (const _ of Array.from({ length: times })) {
        const page = await browser.post('app-code', { 'mail-code': mailed, 'app-code': wrong });
        assert.match(page.text, /This code is not right/);
      }
      return { browser, mailed };
    };
    const owner = await tryWrong(4);
    await owner.browser.post('app-code', { 'mail-code': owner.mailed, 'app-code': code() });
    assert.equal((await recognised(owner.browser))?.means, 'appcode');
    scene.test.moveTo(later(scene.test.now(), MINUTE));

    // The right code of the app was a fresh start; the mail alone is none.
    await tryWrong(4);
    const byMail = await scene.begin({ means });
    const mailed = await askForCode(scene, byMail, 'email-code');
    await byMail.post('email-code', { 'mail-code': mailed });
    assert.equal((await recognised(byMail))?.means, 'emailcode');
    const { browser, mailed: last } = await tryWrong(1);
    const page = await browser.post('app-code', { 'mail-code': last, 'app-code': code() });
    assert.match(page.text, /we look at codes again from/);
    assert.equal(await recognised(browser), null);
  });

  test('takes a recovery code in its place, once, and tells its holder', async (t) => {
    const scene = await openOwnMeansWalk(t);
    await scene.proveAddress();
    await bindApp(scene);
    const made = await scene.keys.makeRecoveryCodes({ by: scene.by });
    assert.ok(made.kind === 'made');
    const [first = ''] = made.codes.map((code) => code.reveal());
    const browser = await scene.begin();
    const mailed = await askForCode(scene, browser);
    const waiting = async () => (await scene.test.store.outbox.countsByState(scene.test.now())).waiting;
    const before = await waiting();
    await browser.post('app-code', { 'mail-code': mailed, 'app-code': first.toUpperCase() });
    assert.equal((await recognised(browser))?.means, 'appcode');
    assert.equal(await waiting(), before + 1);
    const told = (await scene.test.store.audit.list()).find(
      ({ kind }) => kind === 'account-key.recovery-used',
    );
    assert.deepEqual(told?.details, { codesLeft: 9 });
    const second = await scene.begin();
    const next = await askForCode(scene, second);
    const page = await second.post('app-code', { 'mail-code': next, 'app-code': first });
    assert.match(page.text, /This code is not right/);
    assert.equal(await recognised(second), null);
  });

  test('takes a code of the mail in the login for which it was sent, and in no other', async (t) => {
    const scene = await openOwnMeansWalk(t);
    await scene.proveAddress();
    const code = await bindApp(scene);
    const [one, other] = [await scene.begin(), await scene.begin()];
    const ofOne = await askForCode(scene, one);
    const ofOther = await askForCode(scene, other);
    if (ofOne !== ofOther) await other.post('app-code', { 'mail-code': ofOne, 'app-code': code() });
    assert.equal(await recognised(other), null);
    await one.post('app-code', { 'mail-code': ofOne, 'app-code': code() });
    assert.ok(await recognised(one));
  });
});

describe('a login by a code of the mail alone', () => {
  test('is of level low: enough for what asks no more, and of no use where more is asked', async (t) => {
    const scene = await openOwnMeansWalk(t);
    await scene.proveAddress();
    const means = ['emailcode', 'appcode', 'passkey'] as const;
    const strict = await scene.begin({ means });
    const page = await strict.get(place(strict, 'email-code'));
    assert.equal(page.path, `/login/${strict.id}`);
    await strict.post('email-code', { answer: 'address', address: 'anna@example.org' });
    assert.equal((await strict.state()).kind, 'choosing-means');
    const { store } = scene.test;
    await store.inTransaction(['applications'], ({ applications }) =>
      applications.put({ ...scene.walk.klip, assurance: 'low' }),
    );
    const browser = await scene.begin({ means });
    const mailed = await askForCode(scene, browser, 'email-code');
    await browser.post('email-code', { 'mail-code': mailed });
    const authentication = await recognised(browser);
    assert.deepEqual([authentication?.means, authentication?.assurance], ['emailcode', 'low']);
  });
});
