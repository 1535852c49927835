import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientKeys, federalProvider, levelOf } from '../../../test/support/provider-examples.ts';
import type { FetchedAnswer } from '../../base/bounded-fetch.ts';
import { DAY, later } from '../../base/time.ts';
import type { MeansProvider, OpenIdProvider } from '../../domain/login-means/index.ts';
import { checkMeans } from './means.ts';

const at = new Date('2026-12-01T12:00:00Z');

const provider = federalProvider({ keys: clientKeys() });

const discovery = {
  issuer: 'https://fas.example',
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
  id_token_signing_alg_values_supported: ['RS256'],
};

async function find(change: Partial<OpenIdProvider>, answer: object | FetchedAnswer = discovery) {
  const body = JSON.stringify(answer);
  const fetched =
    'kind' in answer ? answer : { kind: 'fetched', status: 200, contentType: 'application/json', body };
  const list = async (): Promise<readonly MeansProvider[]> => [{ ...provider, ...change }];
  const findings = await checkMeans({ list }, at, async () => fetched as FetchedAnswer);
  return findings.map(({ verdict, what }) => `${verdict} ${what}`);
}

test('the doctor says when a provider of login means cannot be used, or soon not any more', async () => {
  assert.deepEqual(await find({}), ['ok 1 providers described and open']);
  assert.deepEqual(await find({ validUntil: '2026-12-15' }), ['warn fas ends on 2026-12-15.']);
  assert.deepEqual(await find({ validUntil: '2027-02-15' }), ['ok 1 providers described and open']);
  assert.match((await find({ keys: clientKeys(1024) })).join(), /^warn our key set at fas key "one" must be/);
  assert.match((await find({ levels: [levelOf('csamsms', { assurance: 'high' })] })).join(), /cannot reach/);
});

test('the doctor asks every provider for its discovery document, and says what does not fit', async () => {
  for (const [answer, what] of [
    [{ kind: 'failed', reason: 'unreachable' }, /fas does not answer at https:.*\(unreachable\)/],
    [{ kind: 'fetched', status: 200, contentType: 'text/html', body: '<html>' }, /in no discovery document/],
    [{ ...discovery, issuer: 'https://fas.example/' }, /calls itself another issuer/],
    [{ ...discovery, token_endpoint_auth_methods_supported: ['none'] }, /private_key_jwt/],
    [{ ...discovery, id_token_signing_alg_values_supported: ['ES512'] }, /signs ID tokens by none of RS256/],
  ] as const)
    assert.match((await find({}, answer)).join(), what);
});

test('the doctor leaves alone what is closed', async () => {
  const closed = { kind: 'closed', reason: null, from: null, until: null } as const;
  const answer = { kind: 'failed', reason: 'unreachable' } as const;
  assert.deepEqual(await find({ status: closed }, answer), ['ok 0 providers described and open']);
  for (const open of [{ from: later(at, DAY) }, { until: later(at, -DAY) }])
    assert.match((await find({ status: { ...closed, ...open } }, answer)).join(), /does not answer/);
});
