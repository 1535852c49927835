import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { ClientOf, Fas } from '../../simulators/fas/open-fas.ts';
import { openFas } from '../../simulators/fas/open-fas.ts';
import type { Trouble } from '../../simulators/fas/trouble.ts';
import { Redacted } from '../../src/base/redacted.ts';
import type { OpenIdProvider } from '../../src/domain/login-means/index.ts';
import type { OrganisationId } from '../../src/domain/organisation/index.ts';
import type { Upstream } from '../../src/login/index.ts';
import { openBoundedFetch } from '../../src/outside/providers/open-bounded-fetch.ts';
import { openUpstream } from '../../src/protocols/upstream/index.ts';
import { federalProvider, levelOf, providerCode } from '../support/provider-examples.ts';
import { kindOf, newRequest, wish } from '../support/upstream-client.ts';

const platform = 'http://localhost:4998';
const nobody = { number: null, email: null, familyName: 'Example', note: 'Somebody' };
const acr = (level: number) => `urn:be:fedict:iam:fas:citizen:Level${level}`;

type Visit = {
  readonly person: string;
  readonly key?: string;
  readonly trouble?: Trouble;
  readonly over?: Parameters<typeof newRequest>[0];
};

describe('a certified OpenID provider (oidc-provider)', () => {
  let folder: string;
  let fas: Fas;
  let client: Upstream;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluis-upstream-'));
    fas = await openFas({
      ...{ port: 0, folder, platform },
      people: [
        { ...nobody, id: 'pieter', givenNames: 'Pieter', number: '75041299752' },
        { ...nobody, id: 'els', givenNames: 'Els', number: '83090299869' },
      ],
      organisation: {
        code: 'town',
        name: 'Town',
        people: [{ ...nobody, id: 'noor', givenNames: 'Noor', email: 'noor@town.example' }],
      },
    });
    const fetch = openBoundedFetch('this-machine');
    client = openUpstream({ fetch, clock: () => new Date(), origin: platform, allowsPlainHttp: true });
  });
  after(async () => {
    await fas.close();
    await rm(folder, { recursive: true });
  });

  const rowOf = ({ code, issuer, clientId, keys }: ClientOf, over: Partial<OpenIdProvider>) =>
    federalProvider({
      ...{ code: providerCode(code), issuer, clientId },
      keys: new Redacted(JSON.stringify({ keys })),
      ...over,
    });
  const federal = () =>
    rowOf(fas.federal, {
      signing: { idToken: ['RS256'], userinfo: ['RS256'] },
      levels: [
        levelOf('eid', { acr: acr(500), assurance: 'high' }),
        levelOf('itsme', { acr: acr(450), assurance: 'high', amr: ['itsme'] }),
        levelOf('mygov', { acr: acr(450), assurance: 'high', amr: ['mygov'] }),
        levelOf('csamtotp', { acr: acr(400), amr: ['totp'] }),
      ],
    });
  const town = () =>
    rowOf(fas.organisation, {
      levels: [levelOf('organisation', { acr: 'two-steps' })],
      signing: { idToken: ['ES256'], userinfo: [] },
      encryption: { keys: ['RSA-OAEP-256', 'ECDH-ES', 'ECDH-ES+A256KW'], contents: ['A256GCM', 'A128GCM'] },
      proves: {
        kind: 'account',
        organisation: '8a0c1f9e-2f57-4a7b-9a38-0c1b2d3e4f50' as OrganisationId,
        domains: ['town.example'],
        assurance: 'substantial',
      },
    });

  /** Somebody signs in at the page of the provider, as a browser does without scripts. */
  async function logIn(row: OpenIdProvider, { person, key = '', trouble = 'none', over = {} }: Visit) {
    const request = newRequest({ provider: row.code, ...over });
    const departure = await client.depart(row, request, wish);
    if (departure.kind === 'unavailable') return departure;
    const first = await fetch(departure.url, { redirect: 'manual' });
    const cookie = first.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const page = new URL(first.headers.get('location') ?? '', departure.url);
    const body = new URLSearchParams({ person, key, trouble });
    const sent = { redirect: 'manual', headers: { cookie } } as const;
    const answered = await fetch(page, { ...sent, method: 'POST', body });
    const resumed = await fetch(answered.headers.get('location') ?? '', sent);
    return client.receive(row, request, new URL(resumed.headers.get('location') ?? '').search);
  }

  test('proves a number and names, by the key that was used', async () => {
    const outcome = await logIn(federal(), { person: 'pieter', key: 'mygov', over: { means: 'itsme' } });
    assert.ok(outcome.kind === 'proven', kindOf(outcome));
    const { number, names, means, assurance } = outcome.claims;
    assert.equal(number?.digits.reveal(), '75041299752');
    assert.deepEqual(names, { givenNames: 'Pieter', familyName: 'Example' });
    assert.deepEqual([means, assurance], ['mygov', 'high']);
  });

  test('tells an account and a verified mail address, encrypted for us', async () => {
    const outcome = await logIn(town(), { person: 'noor', over: { means: 'organisation' } });
    assert.ok(outcome.kind === 'proven', kindOf(outcome));
    assert.deepEqual([outcome.claims.email, outcome.claims.number], ['noor@town.example', null]);
  });

  test('may change its keys between two logins', async () => {
    assert.equal((await logIn(federal(), { person: 'pieter' })).kind, 'proven');
    assert.equal((await logIn(federal(), { person: 'pieter', trouble: 'key-rotated' })).kind, 'proven');
  });

  test('is refused when anything is wrong with its answer, after the same went well', async () => {
    assert.equal((await logIn(federal(), { person: 'pieter' })).kind, 'proven');
    const told: Record<string, string> = {};
    const troubles = [
      'cancelled',
      'level-too-low',
      'no-number',
      'wrong-signature',
      'unknown-key',
      'wrong-nonce',
      'wrong-audience',
      'wrong-issuer',
      'mixed-up',
      'expired',
      'other-userinfo',
      'down',
    ] as const;
    for (const trouble of troubles)
      told[trouble] = kindOf(await logIn(federal(), { person: 'pieter', key: 'eid', trouble }));
    assert.deepEqual(told, {
      cancelled: 'cancelled',
      'level-too-low': 'proven',
      'no-number': 'refused upstream.number',
      'wrong-signature': 'refused upstream.signature',
      'unknown-key': 'refused upstream.key',
      'wrong-nonce': 'refused upstream.nonce',
      'wrong-audience': 'refused upstream.audience',
      'wrong-issuer': 'refused upstream.issuer',
      'mixed-up': 'refused upstream.issuer-parameter',
      expired: 'refused upstream.time',
      'other-userinfo': 'refused upstream.userinfo-subject',
      down: 'unavailable status',
    });
  });

  test('tells a lower level than was asked, and it counts as that', async () => {
    const outcome = await logIn(federal(), { person: 'pieter', key: 'eid', trouble: 'level-too-low' });
    assert.ok(outcome.kind === 'proven');
    assert.deepEqual([outcome.claims.means, outcome.claims.assurance], ['csamtotp', 'substantial']);
  });

  test('tells no mail address that it did not verify', async () => {
    const outcome = await logIn(town(), {
      person: 'noor',
      trouble: 'unverified-email',
      over: { means: 'organisation' },
    });
    assert.ok(outcome.kind === 'proven' && outcome.claims.email === null);
  });
});
