import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeAsBefore } from '../../../test/support/former-login.ts';
import { NOON, openTestStore, personWith } from '../../../test/support/open-test-store.ts';
import { ChangedMeanwhile } from '../../base/changed-meanwhile.ts';
import type { CorrelationCode } from '../../base/correlation.ts';
import { HOUR, later } from '../../base/time.ts';
import type { ApplicationId } from '../../domain/application/index.ts';
import { eidasTile } from '../../domain/login-means/index.ts';
import type { Attempt, AttemptId, BrowserBinding } from '../../login/index.ts';

const attempt: Attempt = {
  id: 'attempt-1' as AttemptId,
  correlation: 'K7PX-2M9D' as CorrelationCode,
  browser: 'browser-1' as BrowserBinding,
  application: 'klip' as ApplicationId,
  request: {
    protocol: 'oidc',
    scopes: ['openid'],
    means: ['eidashigh'],
    acrAsked: false,
    wish: null,
    known: null,
  },
  half: { asked: { params: { client_id: 'klip' } } },
  language: 'de',
  state: {
    kind: 'waiting',
    tile: eidasTile,
    mark: 'equest-1',
    sentAt: NOON,
    kept: { country: 'DE', requestId: '_request-1' },
  },
  version: 1,
  startedAt: NOON,
  expiresAt: later(NOON, HOUR),
};

test('a login comes back exactly as it was kept, moments included', async (t) => {
  const { store } = await openTestStore(t);
  await store.inTransaction(['attempts'], ({ attempts }) => attempts.add(attempt));
  assert.deepEqual(await store.attempts.find(attempt.id), attempt);
  assert.equal(await store.attempts.find('attempt-2' as AttemptId), null);
});

test('who is recognised in a login is found with it, and nobody before', async (t) => {
  const { store } = await openTestStore(t);
  const person = personWith();
  await store.inTransaction(['persons', 'attempts'], async ({ persons, attempts }) => {
    await persons.add(person);
    await attempts.add(attempt);
  });
  const find = () => store.inTransaction(['attempts'], ({ attempts }) => attempts.findWithPerson(attempt.id));
  assert.deepEqual(await find(), { attempt, link: null, person: null });
  const authentication = { means: 'eidashigh', assurance: 'high', at: NOON, country: 'DE' } as const;
  const state = { kind: 'choosing-capacity', person: person.id, authentication, justLinked: false } as const;
  const recognised = { ...attempt, version: 2, state };
  await store.inTransaction(['attempts', 'sharing'], async ({ attempts, sharing }) => {
    await attempts.save(recognised);
    await sharing.confirm(person.id, attempt.application, 'openid', NOON);
    await sharing.confirm(person.id, 'another', 'openid vo', NOON);
  });
  const ties = { organisations: [], workRelations: [], rights: [], representations: [], voIds: {} };
  const knownLogins = { devices: [], means: [] };
  const ahead = { id: person.id, person, ties, shared: ['openid'], lastCapacity: null, knownLogins };
  assert.deepEqual(await find(), { attempt: recognised, link: null, person: ahead });
});

test('a login that stood at the choice of a demo person in the program before stands at the choice of a means', async (t) => {
  const { store } = await openTestStore(t);
  await store.inTransaction(['attempts'], ({ attempts }) => attempts.add(attempt));
  await writeAsBefore(store, attempt.id, { kind: 'choosing-demo-person', means: 'eid' });
  const found = await store.attempts.find(attempt.id);
  assert.deepEqual(found?.state, { kind: 'choosing-means', notice: null });
  assert.equal(found?.half, undefined);
});

test('of two tabs that go on from the same page, one wins and the other is told', async (t) => {
  const { store } = await openTestStore(t);
  await store.inTransaction(['attempts'], ({ attempts }) => attempts.add(attempt));
  const next = { ...attempt, version: 2, state: { kind: 'choosing-means', notice: null } } as const;
  const save = () => store.inTransaction(['attempts'], ({ attempts }) => attempts.save(next));
  const outcomes = await Promise.allSettled([save(), save(), save()]);
  const second = outcomes.filter((each) => each.status === 'rejected');
  assert.deepEqual([outcomes.length, second.length], [3, 2]);
  for (const { reason } of second) assert.ok(reason instanceof ChangedMeanwhile);
  assert.deepEqual(await store.attempts.find(attempt.id), next);
});

test('a login whose end moves to another window of time stays one login', async (t) => {
  const { store } = await openTestStore(t);
  await store.inTransaction(['attempts'], ({ attempts }) => attempts.add(attempt));
  const moved = { ...attempt, version: 2, expiresAt: later(NOON, 40 * HOUR) };
  await store.inTransaction(['attempts'], ({ attempts }) => attempts.save(moved));
  assert.deepEqual(await store.attempts.find(attempt.id), moved);
});

test('an expired login is still found for a day, to say what happened, and gone after', async (t) => {
  const { store } = await openTestStore(t);
  await store.inTransaction(['attempts'], ({ attempts }) => attempts.add(attempt));
  await store.upkeep.run(later(NOON, 20 * HOUR));
  assert.notEqual(await store.attempts.find(attempt.id), null);
  await store.upkeep.run(later(NOON, 60 * HOUR));
  assert.equal(await store.attempts.find(attempt.id), null);
});
