import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DAY, later, MINUTE } from '../../src/base/time.ts';
import type { Device, DeviceMark } from '../../src/domain/account/index.ts';
import { newLoginJob } from '../../src/domain/account/index.ts';
import type { Attempt, BrowserBinding } from '../../src/login/index.ts';
import { identity, openLoginWalk, ownBrowser } from '../support/login-walk.ts';
import { linkTo, personWith } from '../support/open-test-store.ts';

const deviceOf = (name: string): Device => ({
  mark: name as DeviceMark,
  family: { browser: 'firefox', system: 'linux' },
});

/** Somebody whose eID is linked, and their logins in browsers of their own. */
async function openLogins(t: Parameters<typeof openLoginWalk>[0]) {
  const walk = await openLoginWalk(t);
  const { store } = walk.test;
  const person = await store.inTransaction(['persons', 'links'], async ({ persons, links }) => {
    const known = await persons.add(personWith());
    await links.add({ ...linkTo(known.id, identity.identifier), country: identity.country });
    return known.id;
  });
  let logins = 0;
  /** A login up to its end in this browser: what it rests on, and the state that it came to. */
  const logIn = async (device: Device | null, assurance: 'high' | 'substantial' = 'high') => {
    logins += 1;
    const browser = `${ownBrowser} ${logins}` as BrowserBinding;
    const begun = await walk.begin(browser, { scopes: ['openid'] }, { device });
    await walk.answer(begun.id, { kind: 'choose-country', country: 'DE' }, browser);
    const answer = { kind: 'authenticated', identity: { ...identity, assurance } } as const;
    await walk.login.receive(await walk.bring(begun.id, answer), browser);
    return { id: begun.id, state: await walk.stateOf(begun.id), browser };
  };
  const known = () => store.inTransaction(['knownLogins'], ({ knownLogins }) => knownLogins.of(person));
  const told = async () => {
    const items = await store.outbox.take(['job'], 100, later(walk.test.now(), 1));
    return items.flatMap(({ content }) =>
      content.kind === 'job' && content.name === newLoginJob ? [content] : [],
    );
  };
  return { ...walk, person, logIn, known, told };
}

const isRecognised = (state: Attempt['state']): state is Extract<Attempt['state'], { person: unknown }> =>
  'person' in state;

describe('a login in a browser', () => {
  test('makes it known; the first is told to nobody, another browser is, and the same one again is not', async (t) => {
    const { logIn, known, told } = await openLogins(t);
    const first = await logIn(deviceOf('laptop'));
    assert.ok(isRecognised(first.state));
    assert.deepEqual(await told(), []);
    assert.equal((await known()).devices.length, 1);
    await logIn(deviceOf('laptop'));
    assert.deepEqual(await told(), []);
    await logIn(deviceOf('phone'));
    assert.equal((await told()).length, 1);
    assert.equal((await known()).devices.length, 2);
  });

  test('rests on that browser: ended there, it is over, and goes on everywhere else', async (t) => {
    const {
      logIn,
      test: { store, now, moveTo },
    } = await openLogins(t);
    const [laptop, phone] = [await logIn(deviceOf('laptop')), await logIn(deviceOf('phone'))];
    assert.ok(isRecognised(phone.state));
    const { device } = phone.state.authentication;
    assert.ok(typeof device === 'string');
    moveTo(later(now(), MINUTE));
    await store.inTransaction(['endings'], ({ endings }) => endings.end([device], now(), now()));
    assert.equal((await store.attempts.find(phone.id))?.isOver, true);
    assert.equal((await store.attempts.find(laptop.id))?.isOver, undefined);
    const again = await logIn(deviceOf('phone'));
    assert.equal((await store.attempts.find(again.id))?.isOver, undefined);
  });

  test('by a means that its owner blocked leads nowhere, and by another one it does', async (t) => {
    const {
      logIn,
      person,
      test: { store },
    } = await openLogins(t);
    assert.ok(isRecognised((await logIn(deviceOf('laptop'))).state));
    await store.inTransaction(['ownLogins'], ({ ownLogins }) =>
      ownLogins.block(person, 'eidashigh', new Date()),
    );
    assert.deepEqual((await logIn(deviceOf('laptop'))).state, {
      kind: 'stopped',
      problem: { kind: 'means-blocked', means: 'eidashigh' },
    });
    assert.ok(isRecognised((await logIn(deviceOf('laptop'), 'substantial')).state));
  });

  test('is remembered for a year, and by no more than its cookie', async (t) => {
    const {
      logIn,
      known,
      told,
      test: { store, now, moveTo },
    } = await openLogins(t);
    await logIn(deviceOf('laptop'));
    moveTo(later(now(), 366 * DAY));
    await store.upkeep.run(now());
    assert.equal((await known()).devices.length, 0);
    await logIn(deviceOf('laptop'));
    assert.equal((await told()).length, 1, 'who was away for more than a year is told');
  });
});
