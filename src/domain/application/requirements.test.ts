import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeApplication } from '../../../test/support/capacity-examples.ts';
import { admits, agreementOf, parseApplicationId, requirementsOf, unagreedScopes } from './index.ts';

test('an application admits the target groups it is open to', () => {
  assert.equal(admits(makeApplication(), 'EA'), true);
  assert.equal(admits(makeApplication(), 'BUR'), false);
});

test('scopes outside the agreement are named', () => {
  assert.deepEqual(unagreedScopes(makeApplication(), ['openid', 'vo']), []);
  assert.deepEqual(unagreedScopes(makeApplication(), ['openid', 'rrn', 'gipod']), ['rrn', 'gipod']);
});

test('pages of our own are told nothing', () => {
  const own = { ...makeApplication(), protocol: 'own', homeUri: '/cases' } as const;
  assert.deepEqual(agreementOf(own), { scopes: [], roleClaim: null, confirmSharing: 'never' });
});

test('an application asks for a level and for the means that reach it', () => {
  const strict = makeApplication({ assurance: 'high', loginMeans: ['itsme', 'csamsms', 'eidassubstantial'] });
  assert.deepEqual(requirementsOf(strict), { assurance: 'high', means: ['itsme'] });
});

test('an application id is 1 to 100 visible ASCII characters', () => {
  for (const text of ['klip', '6f1c2f0e-6d0f-4b52-9d3a-0d6a4c1b7e11', 'x'.repeat(100)])
    assert.equal(parseApplicationId(text), text);
  for (const text of ['', 'a b', 'x'.repeat(101), 'é', 'a\n'])
    assert.equal(parseApplicationId(text), null, text);
});
