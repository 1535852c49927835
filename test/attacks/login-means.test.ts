import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { later, MINUTE } from '../../src/base/time.ts';
import type { LoginMeansCode } from '../../src/domain/login-means/index.ts';
import { type AttemptId, type Left, meansFailures, type Proof, type Proving } from '../../src/login/index.ts';
import {
  type LoginWalk,
  openLoginWalk,
  otherBrowser,
  ownBrowser,
  registeredAnna,
} from '../support/login-walk.ts';
import { numberOf, personWith } from '../support/open-test-store.ts';
import { eidas, tileCode, tileOf } from '../support/tile-examples.ts';

const itsme = tileOf('itsme');
const passkey = tileOf('passkey', { kind: 'passkey' });
const tiles = [itsme, tileOf('csamsms'), passkey, eidas];
const all: readonly LoginMeansCode[] = ['itsme', 'csamsms', 'passkey', 'eidashigh', 'eidassubstantial'];

/** A login of KLIP with means whose adapters say what the test wants. */
async function openMeansWalk(t: Parameters<typeof openLoginWalk>[0]) {
  const walk = await openLoginWalk(t, { tiles });
  return { walk, begin: () => walk.begin(ownBrowser, { means: all }) };
}

async function leaveFor(
  walk: LoginWalk,
  id: AttemptId,
  mark: string,
  after: string | null = null,
): Promise<Left> {
  return walk.login.leave(id, ownBrowser, {
    tile: itsme.code,
    mark,
    kept: { nonce: `nonce of ${mark}` },
    after,
  });
}

function proofOf(walk: LoginWalk, change: Partial<Proof> = {}): Proof {
  const { number, givenNames, familyName } = registeredAnna();
  return {
    tile: itsme.code,
    means: 'itsme',
    assurance: 'high',
    at: walk.test.now(),
    proves: { kind: 'number', number, givenNames, familyName },
    ...change,
  };
}

const prove = (walk: LoginWalk, id: AttemptId, proving: Proving, browser = ownBrowser) =>
  walk.login.prove(id, browser, proving);

async function eventsOf(walk: LoginWalk, kind: string) {
  return (await walk.test.store.audit.list()).filter((event) => event.kind === kind);
}

describe('a login by a means of any kind', () => {
  test('leaves for its provider, and what comes back leads on: a known number to its owner, an unknown one to somebody new', async (t) => {
    const { walk, begin } = await openMeansWalk(t);
    const people = new Set<string>();
    const unknown = { number: numberOf('85073003328'), givenNames: 'Jan', familyName: 'Peeters' };
    for (const told of [registeredAnna(), registeredAnna(), unknown, unknown]) {
      const { id } = await begin();
      assert.equal((await leaveFor(walk, id, 'first')).kind, 'left');
      const { number, givenNames, familyName } = told;
      const proof = proofOf(walk, { proves: { kind: 'number', number, givenNames, familyName } });
      const arrival = await prove(walk, id, { mark: 'first', proof });
      assert.equal(arrival.kind, 'shown');
      const state = await walk.stateOf(id);
      assert.ok(state.kind === 'without-capacity');
      assert.deepEqual(
        [state.authentication.means, state.authentication.assurance, state.authentication.tile],
        ['itsme', 'high', 'itsme'],
      );
      people.add(state.person);
    }
    assert.equal(people.size, 2);
    assert.deepEqual((await eventsOf(walk, 'login.means-chosen')).length, 4);
  });

  test('leads there as it did when the link is followed twice, also at one moment, and anew when that is wanted or a minute is over', async (t) => {
    const { walk, begin } = await openMeansWalk(t);
    const { id } = await begin();
    const [one, two] = await Promise.all(['one', 'two'].map((mark) => leaveFor(walk, id, mark)));
    assert.ok(one?.kind === 'left' && two?.kind === 'left');
    assert.deepEqual(one.waiting, two.waiting);
    assert.notEqual(one.repeats, two.repeats);
    const anew = await leaveFor(walk, id, 'three', one.waiting.mark);
    assert.ok(anew.kind === 'left' && anew.waiting.mark === 'three' && !anew.repeats);
    walk.test.moveTo(later(walk.test.now(), 2 * MINUTE));
    const late = await leaveFor(walk, id, 'four');
    assert.ok(late.kind === 'left' && late.waiting.mark === 'four');
    assert.equal((await eventsOf(walk, 'login.means-chosen')).length, 3);
  });

  test('takes a proof by the mark that waits, once, and in the browser that began', async (t) => {
    const { walk, begin } = await openMeansWalk(t);
    const { id } = await begin();
    await leaveFor(walk, id, 'first');
    await leaveFor(walk, id, 'second', 'first');
    const proof = proofOf(walk);
    assert.equal(
      (await prove(walk, id, { mark: 'first', proof })).kind,
      'moved',
      'another way there was taken',
    );
    assert.equal((await prove(walk, id, { mark: 'second', proof }, otherBrowser)).kind, 'problem');
    const elsewhere = { ...proof, tile: tileCode('csamsms'), means: 'csamsms' } as const;
    assert.equal((await prove(walk, id, { mark: 'second', proof: elsewhere })).kind, 'moved');
    assert.equal((await walk.stateOf(id)).kind, 'waiting');
    const both = await Promise.all([1, 2].map(() => prove(walk, id, { mark: 'second', proof })));
    assert.deepEqual(both.map(({ kind }) => kind).sort(), ['moved', 'shown']);
    assert.equal((await prove(walk, id, { mark: 'second', proof })).kind, 'moved');
    await walk.answer(id, { kind: 'not-me' });
    assert.equal((await prove(walk, id, { mark: 'second', proof })).kind, 'moved', 'used up');
    assert.equal((await walk.stateOf(id)).kind, 'choosing-means');
  });

  test('that asks its question on a page of ours takes the answer to that question alone', async (t) => {
    const { walk, begin } = await openMeansWalk(t);
    const { store } = walk.test;
    const known = await store.inTransaction(['persons'], ({ persons }) => persons.add(personWith()));
    const proof = proofOf(walk, {
      tile: passkey.code,
      means: 'passkey',
      assurance: 'substantial',
      proves: { kind: 'account', person: known.id, key: known.id, organisation: null },
    });
    const { id, version } = await begin();
    assert.equal((await prove(walk, id, { mark: null, version, proof })).kind, 'shown');
    await walk.answer(id, { kind: 'not-me' });
    const replayed = await prove(walk, id, { mark: null, version, proof });
    assert.equal(replayed.kind, 'moved', 'the question was another by then');
    assert.equal((await walk.stateOf(id)).kind, 'choosing-means');
  });

  test('counts for no more than was proved, nor for more than its means may reach', async (t) => {
    const { walk, begin } = await openMeansWalk(t);
    const said = async (change: Partial<Proof>) => {
      const { id } = await begin();
      await prove(walk, id, { mark: null, proof: proofOf(walk, change) });
      const state = await walk.stateOf(id);
      if (state.kind === 'stopped') return state.problem.kind;
      return 'authentication' in state ? state.authentication.assurance : state.kind;
    };
    const sms = { tile: tileCode('csamsms'), means: 'csamsms' } as const;
    assert.equal(await said({}), 'high');
    assert.equal(await said({ assurance: 'substantial' }), 'substantial');
    assert.equal(await said({ assurance: 'low' }), 'means-too-weak');
    assert.equal(await said({ ...sms, assurance: 'high' }), 'substantial');
    assert.equal(await said({ tile: sms.tile }), 'means-not-accepted', 'a means of another tile');
    const own = { tile: passkey.code, means: 'passkey' } as const;
    assert.equal(await said(own), 'means-not-accepted', 'an own means never tells a number');
    const person = await walk.test.store.inTransaction(['persons'], ({ persons }) =>
      persons.add(personWith()),
    );
    const account = { kind: 'account', person: person.id, key: person.id, organisation: null } as const;
    assert.equal(await said({ ...own, assurance: 'high', proves: account }), 'substantial');
  });

  test('is told how it ended where nothing was proved, and can go on by another', async (t) => {
    const { walk, begin } = await openMeansWalk(t);
    for (const failure of meansFailures) {
      const { id } = await begin();
      await leaveFor(walk, id, 'first');
      const wrong = await walk.login.fail(id, ownBrowser, { tile: itsme.code, mark: 'other', failure });
      assert.equal(wrong.kind, 'moved');
      assert.equal((await walk.stateOf(id)).kind, 'waiting');
      await walk.login.fail(id, ownBrowser, { tile: itsme.code, mark: 'first', failure });
      const state = await walk.stateOf(id);
      if (failure === 'not-accepted') assert.ok(state.kind === 'stopped');
      else
        assert.deepEqual(state, {
          kind: 'choosing-means',
          notice: { kind: 'means', tile: 'itsme', failure, mark: 'first' },
        });
      assert.equal((await leaveFor(walk, id, 'again')).kind, 'left');
      assert.equal((await prove(walk, id, { mark: 'again', proof: proofOf(walk) })).kind, 'shown');
    }
    assert.equal((await eventsOf(walk, 'login.means-failed')).length, meansFailures.length);
  });

  test('cannot leave for what is not offered, nor once somebody is recognised', async (t) => {
    const { walk, begin } = await openMeansWalk(t);
    const { id } = await walk.begin(ownBrowser, { means: ['eidashigh'] });
    assert.equal((await leaveFor(walk, id, 'first')).kind, 'moved');
    const { id: known } = await begin();
    await leaveFor(walk, known, 'first');
    await prove(walk, known, { mark: 'first', proof: proofOf(walk) });
    assert.equal((await leaveFor(walk, known, 'second')).kind, 'moved');
    assert.equal((await walk.login.standing(known, otherBrowser)).kind, 'problem');
  });
});
