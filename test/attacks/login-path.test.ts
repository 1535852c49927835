import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { path, stepOf, transitions } from '../../src/login/path.ts';
import { address, identity, number, openLoginWalk, otherBrowser, ownBrowser } from '../support/login-walk.ts';
import { linkTo, numberOf, personWith } from '../support/open-test-store.ts';

type Kind = keyof typeof transitions;
const kinds = Object.keys(transitions) as Kind[];

describe('the path', () => {
  test('has each state in exactly one step', () => {
    for (const kind of kinds) {
      const owners = path.filter((step) => step.states.includes(kind));
      assert.deepEqual(
        owners.map((step) => step.name),
        [stepOf(kind).name],
      );
    }
  });

  test('ends for good when the login is finished or abandoned', () => {
    assert.deepEqual(
      kinds.filter((kind) => transitions[kind].length === 0),
      ['finished', 'abandoned'],
    );
  });

  test('leads to the country each time it is asked for, also at the same moment', async (t) => {
    const walk = await openLoginWalk(t);
    const { id } = await walk.begin();
    const chosen = { kind: 'choose-country', country: 'DE' } as const;
    const replies = await Promise.all([1, 2, 3].map(() => walk.answer(id, chosen)));
    assert.deepEqual(
      replies.map(({ kind }) => kind),
      ['leave', 'leave', 'leave'],
    );
    assert.equal((await walk.login.receive(await walk.bring(id), ownBrowser)).kind, 'shown');
    assert.equal((await walk.stateOf(id)).kind, 'asking-number');
  });

  test('leads from a request for a number to access only when agents linked the eID', async (t) => {
    const walk = await openLoginWalk(t);
    const id = await walk.askedForNumber();
    await walk.answer(id, { kind: 'give-number', knows: 'none', number: '', address });
    for (const answer of [
      { kind: 'continue' },
      { kind: 'choose-capacity', key: 'citizen' },
      { kind: 'confirm-sharing' },
    ] as const) {
      await walk.answer(id, answer);
      assert.equal((await walk.stateOf(id)).kind, 'registering', answer.kind);
    }
    await walk.answer(id, { kind: 'continue' }, otherBrowser);
    const { store } = walk.test;
    await store.inTransaction(['persons', 'links'], async ({ persons, links }) => {
      const known = await persons.add(personWith({ number: numberOf(number) }));
      await links.add({
        ...linkTo(known.id, identity.identifier),
        country: identity.country,
        source: 'agent',
      });
    });
    await walk.answer(id, { kind: 'continue' }, otherBrowser);
    assert.equal((await walk.stateOf(id)).kind, 'registering', 'in another browser nothing moves');
    await walk.answer(id, { kind: 'continue' });
    assert.notEqual((await walk.stateOf(id)).kind, 'registering');
  });
});

describe('a login that somebody else began', () => {
  test('shows nothing of itself, takes no answer, and stays where it is', async (t) => {
    const walk = await openLoginWalk(t);
    const id = await walk.askedForNumber();
    const honest = await walk.login.show(id, ownBrowser);
    assert.equal(honest.kind === 'page' && honest.page.kind, 'number');

    const shown = await walk.login.show(id, otherBrowser);
    assert.ok(shown.kind === 'problem' && shown.problem.kind === 'other-browser');
    assert.equal(shown.application, null, 'not even for which application it is');
    const given = { kind: 'give-number', knows: 'yes', number, address } as const;
    const reply = await walk.answer(id, given, otherBrowser);
    assert.equal(reply.kind, 'problem');
    await walk.answer(id, { kind: 'give-up' }, otherBrowser);
    await walk.login.changeLanguage(id, otherBrowser, 'de');
    assert.equal((await walk.stateOf(id)).kind, 'asking-number');
    assert.equal((await walk.test.store.attempts.find(id))?.language, 'en');
  });

  test('S01 takes no answer of a member state that is brought to another browser', async (t) => {
    const walk = await openLoginWalk(t);
    const { id } = await walk.begin();
    await walk.answer(id, { kind: 'choose-country', country: 'DE' });
    const handle = await walk.bring(id);
    const stolen = await walk.login.receive(handle, otherBrowser);
    assert.ok(stolen.kind === 'problem' && stolen.view.kind === 'problem');
    assert.equal(stolen.view.problem.kind, 'other-browser');
    assert.equal((await walk.stateOf(id)).kind, 'waiting');
    const [event] = await walk.test.store.audit.list({ kind: 'eidas.answer-refused' });
    assert.deepEqual(event?.details, { code: 'eidas.browser', message: null });
    assert.deepEqual(event?.actor, { kind: 'country', id: 'DE' });

    const own = await walk.login.receive(handle, ownBrowser);
    assert.equal(own.kind, 'shown');
    const page = await walk.login.show(id, ownBrowser);
    assert.equal(
      page.kind === 'page' && page.page.kind,
      'number',
      'it still waits for the browser that began',
    );
  });

  test('S02 is not moved by an answer that was fetched before', async (t) => {
    const walk = await openLoginWalk(t);
    const { id } = await walk.begin();
    await walk.answer(id, { kind: 'choose-country', country: 'DE' });
    const handle = await walk.bring(id);
    await walk.login.receive(handle, ownBrowser);
    await walk.answer(id, { kind: 'not-me' });
    const again = await walk.login.receive(handle, ownBrowser);
    assert.equal(again.kind, 'moved');
    const page = await walk.login.show(id, ownBrowser);
    assert.equal(page.kind === 'page' && page.page.kind, 'country', 'it shows where the login stands');
    assert.equal((await walk.stateOf(id)).kind, 'at-tile');
  });

  test('cannot be gone on with when its time is over', async (t) => {
    const walk = await openLoginWalk(t);
    const id = await walk.askedForNumber();
    walk.test.moveTo(new Date(walk.test.now().getTime() + 3_600_000));
    const reply = await walk.answer(id, { kind: 'give-number', knows: 'yes', number, address });
    assert.ok(reply.kind === 'problem' && reply.view.problem.kind === 'expired');
  });
});

describe('naming a number', () => {
  test('with exactly the data of the register makes the link', async (t) => {
    const walk = await openLoginWalk(t);
    const id = await walk.askedForNumber();
    await walk.answer(id, { kind: 'give-number', knows: 'yes', number, address });
    assert.equal((await walk.stateOf(id)).kind, 'without-capacity');
  });

  test('M01 M02 of another person, or of nobody, tells nothing that could be told apart', async (t) => {
    const walk = await openLoginWalk(t);
    const stranger = { ...identity, givenNames: { latin: 'Bella', original: null } };
    const id = await walk.askedForNumber(stranger);
    const said = async (text: string) => {
      await walk.answer(id, { kind: 'give-number', knows: 'yes', number: text, address });
      const state = await walk.stateOf(id);
      return state.kind === 'asking-number' ? state.notice : state.kind;
    };
    assert.deepEqual(await said(number), { kind: 'number-did-not-match', triesLeft: 4 });
    assert.deepEqual(await said('85073003328'), { kind: 'number-did-not-match', triesLeft: 3 });
  });

  test('M02 is bounded, also for tries that are sent at once and in several logins', async (t) => {
    const walk = await openLoginWalk(t);
    const stranger = { ...identity, givenNames: { latin: 'Bella', original: null } };
    const ids = [await walk.askedForNumber(stranger), await walk.askedForNumber(stranger)];
    const guess = (id: (typeof ids)[number]) =>
      walk.answer(id, { kind: 'give-number', knows: 'yes', number: '85073003328', address });
    for (let round = 0; round < 3; round += 1) await Promise.all(ids.map(guess));
    const [id] = ids;
    assert.ok(id);
    const state = await walk.stateOf(id);
    assert.ok(state.kind === 'asking-number');
    assert.equal(state.notice?.kind, 'number-tries-used-up');

    const honest = await walk.answer(id, { kind: 'give-number', knows: 'yes', number, address });
    assert.equal(honest.kind, 'moved');
    const after = await walk.stateOf(id);
    assert.equal(after.kind === 'asking-number' && after.notice?.kind, 'number-tries-used-up');
    const logged = await walk.test.store.audit.list();
    assert.equal(logged.filter(({ kind }) => kind === 'identity-matching.linked').length, 0);
  });

  test('never asked of a page that does not ask for one', async (t) => {
    const walk = await openLoginWalk(t);
    const { id } = await walk.begin();
    await walk.answer(id, { kind: 'give-number', knows: 'yes', number, address });
    await walk.answer(id, { kind: 'choose-capacity', key: 'citizen' });
    await walk.answer(id, { kind: 'confirm-sharing' });
    await walk.answer(id, { kind: 'continue' });
    assert.equal((await walk.stateOf(id)).kind, 'at-tile');
  });
});
