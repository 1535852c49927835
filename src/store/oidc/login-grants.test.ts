import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditEvent } from '../../../test/support/audit-example.ts';
import {
  enterprise,
  NOON,
  numberOf,
  openTestStore,
  personWith,
  type TestStore,
} from '../../../test/support/open-test-store.ts';
import { keepStates, putState } from '../../../test/support/protocol-states.ts';
import type { CorrelationCode } from '../../base/correlation.ts';
import { HOUR, later } from '../../base/time.ts';
import type { ApplicationId } from '../../domain/application/index.ts';
import type { HeldLogin, LoginGrant } from '../../login/index.ts';

const KLIP = 'klip' as ApplicationId;
const GIPOD = 'gipod' as ApplicationId;
const person = personWith({ number: numberOf('85073003328') });

const grant = (id: string, changes: Partial<LoginGrant> = {}): LoginGrant => ({
  id,
  person,
  application: KLIP,
  capacity: {
    kind: 'organisation',
    organisation: enterprise('0403019261'),
    basis: ['right'],
    rights: [],
    voId: 'vo-1',
    email: null,
  },
  authentication: { means: 'eidashigh', assurance: 'high', at: NOON, country: 'DE' },
  acrAsked: true,
  scopes: ['openid', 'vo'],
  session: 'session-1',
  correlation: 'K7PX-2M9D' as CorrelationCode,
  createdAt: NOON,
  expiresAt: later(NOON, HOUR),
  ...changes,
});

async function openWithPerson(t: Parameters<typeof openTestStore>[0]): Promise<TestStore> {
  const test = await openTestStore(t);
  await test.store.inTransaction(['persons'], ({ persons }) => persons.add(person));
  return test;
}

const plain = (found: LoginGrant | HeldLogin | null | undefined) => {
  if (!found) return found;
  const { ties: _, ...login } = { ties: null, ...found };
  return { ...login, person: { ...login.person, number: login.person.number?.digits.reveal() } };
};

test('a login comes back with its capacity as it was and its person as they are', async (t) => {
  const { store, moveTo } = await openWithPerson(t);
  const given = grant('grant-1');
  await keepStates(store, { kind: 'grant', grant: given });
  assert.deepEqual(plain(await store.grants.find('grant-1')), plain(given));
  await store.inTransaction(['persons'], ({ persons }) =>
    persons.replaceNumber(person.id, numberOf('98072899764'), later(NOON, 1)),
  );
  assert.equal((await store.grants.find('grant-1'))?.person.number?.digits.reveal(), '98072899764');
  moveTo(later(NOON, HOUR));
  assert.equal(await store.grants.find('grant-1'), null);
});

test('a token leads to its login, and to what ties the person by now, in one query, until the login ends', async (t) => {
  const { store } = await openWithPerson(t);
  await keepStates(store, { kind: 'grant', grant: grant('grant-1') });
  await keepStates(
    store,
    putState('AccessToken', 'token-1', { grantId: 'grant-1', kind: 'x' }, later(NOON, HOUR)),
  );
  await keepStates(store, putState('AccessToken', 'token-2', { grantId: 'grant-2' }, later(NOON, HOUR)));
  const found = await store.oidc.findToken('token-1');
  assert.deepEqual(found?.payload, { grantId: 'grant-1', kind: 'x', version: 1 });
  assert.deepEqual(
    plain(found?.login),
    plain(grant('grant-1', { capacity: found?.login.capacity ?? fail() })),
  );
  const ties = await store.inTransaction(['rights'], ({ rights }) => rights.tiesOf(person.id, KLIP));
  assert.deepEqual(found?.login.ties, ties);
  assert.equal(await store.oidc.findToken('token-2'), null, 'a token without login is worth nothing');
  await store.grants.end('grant-1', [auditEvent({ kind: 'token.revoked' })]);
  assert.equal(await store.oidc.findToken('token-1'), null);
  assert.equal(await store.oidc.find('AccessToken', 'token-1'), null);
  assert.equal((await store.audit.list({ kind: 'token.revoked' })).length, 1);
});

test('ending an application in a session ends its logins and tokens there and nowhere else', async (t) => {
  const { store } = await openWithPerson(t);
  await keepStates(store, { kind: 'grant', grant: grant('old', { createdAt: later(NOON, -HOUR) }) });
  await keepStates(store, { kind: 'grant', grant: grant('new') });
  await keepStates(store, { kind: 'grant', grant: grant('other-application', { application: GIPOD }) });
  await keepStates(store, { kind: 'grant', grant: grant('other-session', { session: 'session-2' }) });
  for (const id of ['old', 'new', 'other-application', 'other-session']) {
    await keepStates(store, putState('AccessToken', `token-${id}`, { grantId: id }, later(NOON, HOUR)));
  }
  assert.equal((await store.grants.findStanding('session-1', KLIP, person.id)).before?.id, 'new');
  await store.grants.endInSession('session-1', KLIP, [auditEvent({ kind: 'login.ended' })]);
  assert.equal((await store.grants.findStanding('session-1', KLIP, person.id)).before, null);
  assert.equal(await store.oidc.findToken('token-old'), null);
  assert.equal(await store.oidc.findToken('token-new'), null);
  assert.notEqual(await store.oidc.findToken('token-other-application'), null);
  assert.notEqual(await store.oidc.findToken('token-other-session'), null);
});

test('single sign-on finds in one query what was chosen before, who it is, and for whom they act by now', async (t) => {
  const { store } = await openWithPerson(t);
  const unknown = await store.grants.findStanding('session-1', KLIP, personWith().id);
  assert.deepEqual([unknown.before, unknown.person], [null, null]);
  const given = grant('grant-1');
  await keepStates(store, { kind: 'grant', grant: given });
  const standing = await store.grants.findStanding('session-1', KLIP, person.id);
  assert.deepEqual(standing.before?.capacity, given.capacity);
  const inTurn = await store.inTransaction(['rights', 'persons'], async ({ rights, persons }) => ({
    ties: await rights.tiesOf(person.id, KLIP),
    person: await persons.find(person.id),
  }));
  assert.deepEqual(standing.person?.ties, inTurn.ties);
  assert.equal(standing.person?.person.subject, inTurn.person?.subject);
  assert.equal((await store.grants.findStanding('session-1', GIPOD, person.id)).before, null);
});

function fail(): never {
  throw new Error('the token was not found');
}
