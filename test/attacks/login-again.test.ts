import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { later, MINUTE } from '../../src/base/time.ts';
import { writeAsBefore } from '../support/former-login.ts';
import { openLoginWalk, otherBrowser, ownBrowser } from '../support/login-walk.ts';

describe('a login that has ended', () => {
  test('begins once more for the same application, with the same wishes and without the proof of then', async (t) => {
    const walk = await openLoginWalk(t);
    const wishes = { scopes: ['openid', 'vo'], maxAgeSeconds: 600, acrAsked: true } as const;
    const { id } = await walk.begin(ownBrowser, wishes);
    walk.test.moveTo(later(walk.test.now(), 61 * MINUTE));
    const ended = await walk.login.show(id, ownBrowser);
    assert.ok(ended.kind === 'problem' && ended.problem.kind === 'expired');
    assert.equal(ended.again, id);
    const begun = await walk.login.beginAgain(id, ownBrowser);
    assert.ok(begun.kind === 'moved' && begun.attempt.id !== id);
    const { request } = begun.attempt;
    const before = (await walk.test.store.attempts.find(id))?.request;
    assert.deepEqual(request, { ...before, known: null, stepUp: null });
    const shown = await walk.login.show(begun.attempt.id, ownBrowser);
    assert.ok(shown.kind === 'page' && shown.application.id === walk.klip.id);
  });

  test('begins again in no other browser, and tells it nothing', async (t) => {
    const walk = await openLoginWalk(t);
    const { id } = await walk.begin();
    walk.test.moveTo(later(walk.test.now(), 61 * MINUTE));
    assert.equal((await walk.login.beginAgain(id, ownBrowser)).kind, 'moved');
    const stranger = await walk.login.beginAgain(id, otherBrowser);
    assert.ok(stranger.kind === 'problem' && stranger.view.problem.kind === 'other-browser');
    assert.deepEqual([stranger.view.application, stranger.view.again ?? null], [null, null]);
  });

  test('that still lives goes on where it stands', async (t) => {
    const walk = await openLoginWalk(t);
    const { id } = await walk.begin();
    const again = await walk.login.beginAgain(id, ownBrowser);
    assert.ok(again.kind === 'moved' && again.attempt.id === id);
  });

  test('leads to its application when that waits for it no longer', async (t) => {
    const walk = await openLoginWalk(t);
    const { id } = await walk.begin();
    walk.test.moveTo(later(walk.test.now(), 180 * MINUTE));
    const again = await walk.login.beginAgain(id, ownBrowser);
    assert.ok(again.kind === 'problem' && again.view.problem.kind === 'expired');
    assert.equal(again.view.again ?? null, null);
    assert.equal(again.view.application?.id, walk.klip.id);
  });

  test('that the program before began leads to its application: once more would be told to nobody either', async (t) => {
    const walk = await openLoginWalk(t);
    const { id } = await walk.begin();
    await writeAsBefore(walk.test.store, id);
    walk.test.moveTo(later(walk.test.now(), 61 * MINUTE));
    const again = await walk.login.beginAgain(id, ownBrowser);
    assert.ok(again.kind === 'problem' && again.view.problem.kind === 'expired');
    assert.equal(again.view.again ?? null, null);
    assert.equal(again.view.application?.id, walk.klip.id);
  });

  test('after it was finished leads to its application, and does not begin again by itself', async (t) => {
    const walk = await openLoginWalk(t);
    const { id } = await walk.begin();
    await walk.answer(id, { kind: 'give-up' });
    walk.test.moveTo(later(walk.test.now(), 61 * MINUTE));
    const again = await walk.login.beginAgain(id, ownBrowser);
    assert.ok(again.kind === 'problem' && again.view.problem.kind === 'already-finished');
    assert.equal(again.view.application?.id, walk.klip.id);
  });
});
