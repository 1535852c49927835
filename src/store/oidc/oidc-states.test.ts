import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { auditEvent } from '../../../test/support/audit-example.ts';
import { openTestStore } from '../../../test/support/open-test-store.ts';
import { keepStates, putState } from '../../../test/support/protocol-states.ts';
import { ChangedMeanwhile } from '../../base/changed-meanwhile.ts';
import { HOUR, later, SECOND } from '../../base/time.ts';

test('a session is found by its id, replaced, and gone when it is over or destroyed', async (t) => {
  const { store, now, moveTo } = await openTestStore(t);
  const end = later(now(), 2 * HOUR);
  await keepStates(store, putState('Session', 'id-1', { uid: 'uid-1', accountId: 'a' }, end));
  await keepStates(store, putState('Session', 'id-1', { uid: 'uid-1', accountId: 'b' }, end, 1));
  const kept = { uid: 'uid-1', accountId: 'b' };
  assert.deepEqual(await store.oidc.find('Session', 'id-1'), { ...kept, version: 2 });
  assert.equal(await store.oidc.find('AccessToken', 'id-1'), null, 'an id means nothing to another model');
  moveTo(end);
  assert.equal(await store.oidc.find('Session', 'id-1'), null);
  moveTo(later(end, -1));
  assert.notEqual(await store.oidc.find('Session', 'id-1'), null);
  await store.oidc.destroy('Session', 'id-1');
  assert.equal(await store.oidc.find('Session', 'id-1'), null);
});

test('a session whose end moves to another window of time stays one session', async (t) => {
  const { store, now } = await openTestStore(t);
  let version = 0;
  for (const hours of [1, 5, 9, 13, 30, 2]) {
    const was = version === 0 ? undefined : version;
    await keepStates(
      store,
      putState('Session', 'id-1', { uid: 'uid-1', hours }, later(now(), hours * HOUR), was),
    );
    version += 1;
    assert.deepEqual(await store.oidc.find('Session', 'id-1'), { uid: 'uid-1', hours, version });
  }
});

test('a code is used once, however many try at the same time', async (t) => {
  const { store, now } = await openTestStore(t);
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 8 }), async (tries) => {
      round += 1;
      const id = `code-${round}`;
      await keepStates(store, putState('AuthorizationCode', id, { round }, later(now(), 30 * SECOND)));
      const consume = () => keepStates(store, { kind: 'consume', model: 'AuthorizationCode', id });
      const won = await Promise.all(Array.from({ length: tries }, consume));
      assert.equal(won.filter((each) => each === 'kept').length, 1);
      const consumed = Math.floor(now().getTime() / 1000);
      assert.deepEqual(await store.oidc.find('AuthorizationCode', id), {
        round,
        consumed,
        version: 1,
      });
    }),
    { numRuns: 10 },
  );
  const unknown = { kind: 'consume', model: 'AuthorizationCode', id: 'unknown' } as const;
  assert.equal(await keepStates(store, unknown), 'overtaken');
});

test('what may come once comes once, whatever expiry it claims', async (t) => {
  const { store, now } = await openTestStore(t);
  const add = (hours: number) =>
    store.oidc.addOnce('ReplayDetection', 'jti-1', {}, later(now(), hours * HOUR));
  const won = await Promise.all([1, 2, 3, 14].map(add));
  assert.equal(won.filter(Boolean).length, 1);
  assert.equal(await add(1), false);
  assert.deepEqual(await store.oidc.find('ReplayDetection', 'jti-1'), { version: 1 });
});

test('events of a change are recorded with it', async (t) => {
  const { store, now } = await openTestStore(t);
  await keepStates(store, putState('AuthorizationCode', 'code', {}, later(now(), HOUR)));
  const redeem = () =>
    store.inTransaction(['oidc', 'audit'], async ({ oidc, audit }) => {
      await oidc.keep([
        { kind: 'consume', model: 'AuthorizationCode', id: 'code' },
        putState('AccessToken', 'token', {}, later(now(), HOUR)),
      ]);
      await audit.record(auditEvent({ kind: 'token.issued' }));
    });
  await redeem();
  await assert.rejects(redeem, ChangedMeanwhile);
  assert.deepEqual(
    (await store.audit.list()).map(({ kind }) => kind),
    ['token.issued'],
  );
});

test('the windows of protocol state go with their time', async (t) => {
  const { store, now } = await openTestStore(t);
  await keepStates(store, putState('Session', 'id-1', {}, later(now(), HOUR)));
  const { dropped } = await store.upkeep.run(later(now(), 24 * HOUR));
  assert.ok(dropped.includes('oidc_states_20261122t12'));
  assert.ok(!dropped.some((name) => name.startsWith('audit_events')));
  assert.equal(await store.oidc.find('Session', 'id-1'), null);
  await keepStates(store, putState('Session', 'id-2', {}, later(now(), HOUR)));
  assert.deepEqual(
    await store.oidc.find('Session', 'id-2'),
    { version: 1 },
    'a window that is gone is made again',
  );
});

test('of changes that belong together all are kept or none, and of two that use up the same one', async (t) => {
  const { store, now } = await openTestStore(t);
  const until = later(now(), HOUR);
  await keepStates(store, putState('AuthorizationCode', 'code', {}, until));
  const redeem = (token: string) =>
    keepStates(store, putState('AccessToken', token, {}, until), {
      kind: 'consume',
      model: 'AuthorizationCode',
      id: 'code',
    });
  const kept = await Promise.all(['a', 'b', 'c'].map(redeem));
  assert.equal(kept.filter((kind) => kind === 'kept').length, 1);
  const tokens = await Promise.all(['a', 'b', 'c'].map((id) => store.oidc.find('AccessToken', id)));
  assert.deepEqual(
    tokens.map((token) => token !== null),
    kept.map((kind) => kind === 'kept'),
  );
});

test('what changed since it was read is not replaced', async (t) => {
  const { store, now } = await openTestStore(t);
  const until = later(now(), HOUR);
  await keepStates(store, putState('Session', 'id', { step: 'begun' }, until));
  const was = (await store.oidc.find('Session', 'id'))?.version ?? 0;
  const put = (step: string, code: string) =>
    keepStates(
      store,
      putState('Session', 'id', { step }, until, was),
      putState('AuthorizationCode', code, {}, until),
    );
  assert.equal(await put('first', 'a'), 'kept');
  assert.equal(await put('second', 'b'), 'overtaken');
  assert.equal((await store.oidc.find('Session', 'id'))?.step, 'first');
  assert.notEqual(await store.oidc.find('AuthorizationCode', 'a'), null);
  assert.equal(await store.oidc.find('AuthorizationCode', 'b'), null, 'and nothing comes with it');
});
