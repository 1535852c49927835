import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { later, MINUTE } from '../../src/base/time.ts';
import { address, identity, openLoginWalk, ownBrowser } from '../support/login-walk.ts';
import { linkTo, numberOf, personWith } from '../support/open-test-store.ts';

describe('a login whose proof is too long ago by the time it could finish', () => {
  test('asks once more who the person is, after a request for a number that took hours, and then goes on', async (t) => {
    const walk = await openLoginWalk(t);
    const { store, now, moveTo } = walk.test;
    const id = await walk.askedForNumber();
    await walk.answer(id, { kind: 'give-number', knows: 'none', number: '', address });
    await store.inTransaction(['persons', 'links'], async ({ persons, links }) => {
      const known = await persons.add(personWith({ number: numberOf('85073003328') }));
      await links.add({
        ...linkTo(known.id, identity.identifier),
        country: identity.country,
        source: 'agent',
      });
    });
    moveTo(later(now(), 130 * MINUTE));
    await walk.answer(id, { kind: 'continue' });
    const asked = await walk.stateOf(id);
    assert.ok(asked.kind === 'at-tile', asked.kind);
    assert.equal(asked.notice?.kind, 'prove-again');
    await walk.answer(id, { kind: 'choose-country', country: 'DE' });
    await walk.login.receive(await walk.bring(id), ownBrowser);
    const state = await walk.stateOf(id);
    assert.ok(state.kind === 'without-capacity', state.kind);
    assert.deepEqual(state.authentication.at, now(), 'and says when that was');
  });

  test('asks once more where the application bounds it (max_age), also with 0, and not in circles', async (t) => {
    const walk = await openLoginWalk(t);
    const { store, now, moveTo } = walk.test;
    await store.inTransaction(['persons', 'links'], async ({ persons, links }) => {
      const known = await persons.add(personWith({ number: numberOf('85073003328') }));
      await links.add({ ...linkTo(known.id, identity.identifier), country: identity.country });
    });
    for (const maxAgeSeconds of [0, 60]) {
      const { id } = await walk.begin(ownBrowser, { maxAgeSeconds });
      await walk.answer(id, { kind: 'choose-country', country: 'DE' });
      await walk.login.receive(await walk.bring(id), ownBrowser);
      await walk.answer(id, { kind: 'continue' });
      assert.equal((await walk.stateOf(id)).kind, 'without-capacity', 'at once it is young enough');
      moveTo(later(now(), 5 * MINUTE));
      await walk.answer(id, { kind: 'continue' });
      assert.equal((await walk.stateOf(id)).kind, 'at-tile', `max_age=${maxAgeSeconds}`);
    }
  });

  test('counts from the moment at which the answer came in, however late the browser fetches it', async (t) => {
    const walk = await openLoginWalk(t);
    const { now, moveTo } = walk.test;
    const { id } = await walk.begin();
    await walk.answer(id, { kind: 'choose-country', country: 'DE' });
    const handle = await walk.bring(id);
    const came = now();
    moveTo(later(came, 20 * MINUTE));
    await walk.login.receive(handle, ownBrowser);
    const state = await walk.stateOf(id);
    assert.ok(state.kind === 'asking-number');
    assert.deepEqual(state.authentication.at, came);
  });
});
