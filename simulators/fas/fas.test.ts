import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { importJWK, type JWTPayload } from 'jose';
import * as client from 'openid-client';
import { type ClientOf, type Fas, openFas } from './open-fas.ts';
import { providerPeople } from './testing/people-examples.ts';
import type { Trouble } from './trouble.ts';

const platform = 'http://localhost:4999';
/** A relying party that keeps the rules, and signs in as somebody at the page that the provider shows. */
async function signIn(
  provider: ClientOf,
  who: { person: string; acr?: string; key?: string; trouble?: Trouble; hint?: string; cancel?: boolean },
) {
  const [signing, encryption] = provider.keys;
  assert.ok(signing);
  const config = await client.discovery(
    new URL(provider.issuer),
    provider.clientId,
    {},
    client.PrivateKeyJwt({ key: (await importJWK(signing)) as client.CryptoKey, kid: signing.kid }),
    { execute: [client.allowInsecureRequests] },
  );
  if (encryption) {
    const key = (await importJWK(encryption)) as client.CryptoKey;
    client.enableDecryptingResponses(config, ['A256GCM'], { key, kid: encryption.kid });
  }
  // The signature of an ID token counts here also where it came from the provider itself.
  client.enableNonRepudiationChecks(config);
  const verifier = client.randomPKCECodeVerifier();
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: `${platform}/means/${provider.code}/callback`,
    scope: 'openid profile',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...{ state: 'state', nonce: 'nonce' },
    ...(who.acr ? { acr_values: who.acr } : {}),
    ...(who.hint ? { login_hint: who.hint } : {}),
  });
  const page = await asked(url.href);
  const trouble = who.trouble ?? 'none';
  const form = {
    person: who.person,
    key: who.key ?? '',
    trouble,
    ...(who.cancel ? { decision: 'cancel' } : {}),
  };
  const body = new URLSearchParams(form);
  const answered = await fetch(page.url, { method: 'POST', body, redirect: 'manual', headers: page.headers });
  const resumed = await fetch(answered.headers.get('location') ?? '', {
    redirect: 'manual',
    headers: page.headers,
  });
  const back = new URL(resumed.headers.get('location') ?? '');
  const tokens = await client.authorizationCodeGrant(config, back, {
    pkceCodeVerifier: verifier,
    expectedState: 'state',
    expectedNonce: 'nonce',
  });
  const claims = tokens.claims() as JWTPayload;
  const told = await client.fetchUserInfo(config, tokens.access_token, String(claims.sub));
  return { page: page.text, claims, told };
}

/** Where the provider asks who signs in, with the cookies of this browser. */
async function asked(url: string) {
  const first = await fetch(url, { redirect: 'manual' });
  const cookie = first.headers.getSetCookie().map((each) => each.split(';')[0]);
  const headers = { cookie: cookie.join('; ') };
  const place = new URL(first.headers.get('location') ?? '', url).href;
  const page = await fetch(place, { headers });
  assert.equal(page.status, 200, place);
  return { url: place, headers, text: await page.text() };
}

describe('the simulated login providers', () => {
  let folder: string;
  let fas: Fas;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluis-fas-'));
    fas = await openFas({ port: 0, folder, platform, ...providerPeople });
  });
  after(async () => {
    await fas.close();
    await rm(folder, { recursive: true });
  });
  const level = (number: number) => `urn:be:fedict:iam:fas:citizen:Level${number}`;

  test('tell who signed in, with their number, and by which key', async () => {
    const { claims, told } = await signIn(fas.federal, { person: 'pieter', acr: level(450), key: 'mygov' });
    assert.equal(claims.acr, level(450));
    assert.deepEqual(claims.amr, ['mygov', 'urn:be:fedict:iam:fas:Level450']);
    assert.equal(told.egovNRN, '75041299752');
    assert.deepEqual([told.given_name, told.family_name], ['pieter', 'Example']);
  });

  test('offer the keys that are enough, what was asked for first', async () => {
    const shown = async (number: number) => {
      const { page } = await signIn(fas.federal, { person: 'pieter', acr: level(number) });
      return [...page.matchAll(/name="key" value="(\w+)" (checked)?/g)].map(
        ([, code, first]) => `${code} ${first ?? ''}`,
      );
    };
    assert.deepEqual(await shown(500), ['eid checked']);
    assert.deepEqual(await shown(450), ['itsme checked', 'mygov ', 'eid ']);
    assert.equal((await shown(400)).length, 5);
  });

  test('ask who signs in each time, whoever signed in before', async () => {
    const first = await signIn(fas.federal, { person: 'pieter' });
    const second = await signIn(fas.federal, { person: 'els' });
    assert.notEqual(first.claims.sub, second.claims.sub);
  });

  test('an organisation’s own tells the mail address, encrypted, and no number', async () => {
    const { claims, told, page } = await signIn(fas.organisation, {
      person: 'noor',
      hint: 'noor@town.example',
    });
    assert.match(page, /The request names noor@town\.example/);
    assert.equal(claims.iss, fas.organisation.issuer);
    assert.deepEqual([told.email, told.email_verified], ['noor@town.example', true]);
    assert.ok(!('egovNRN' in told));
  });

  test('let go wrong what was asked for, after the same went well', async () => {
    await signIn(fas.federal, { person: 'pieter' });
    for (const [trouble, refusal] of [
      ['wrong-signature', /invalid JWT signature|signature verification failed|JWT signature/i],
      ['unknown-key', /./],
      ['wrong-nonce', /nonce/],
      ['wrong-audience', /aud/],
      ['wrong-issuer', /iss/],
      ['mixed-up', /iss/],
      ['expired', /exp|JWT/],
      ['other-userinfo', /sub/],
      ['down', /./],
      ['cancelled', /access_denied|authorization response/],
    ] as const) {
      const act = signIn(fas.federal, { person: 'pieter', trouble, cancel: trouble === 'cancelled' });
      const failure = await act.then(
        () => null,
        (error: Error) =>
          `${error.message} ${error.cause instanceof Error ? error.cause.message : ''} ${JSON.stringify(error.cause ?? '')}`,
      );
      assert.ok(failure !== null, `${trouble} went well`);
      assert.match(failure, refusal, trouble);
    }
  });

  test('let answers be other than was asked, as they are asked to', async () => {
    const weak = await signIn(fas.federal, { person: 'pieter', acr: level(500), trouble: 'level-too-low' });
    assert.equal(weak.claims.acr, level(400));
    const nameless = await signIn(fas.federal, { person: 'pieter', trouble: 'no-number' });
    assert.ok(!('egovNRN' in nameless.told));
    const other = await signIn(fas.federal, { person: 'pieter', trouble: 'another-person' });
    assert.equal(other.told.egovNRN, '83090299869');
    const stray = await signIn(fas.organisation, { person: 'noor', trouble: 'other-domain' });
    assert.equal(stray.told.email, 'noor@elsewhere.example');
    const unproven = await signIn(fas.organisation, { person: 'noor', trouble: 'unverified-email' });
    assert.equal(unproven.told.email_verified, false);
  });

  test('take a new key at any time, and go on with it', async () => {
    const keysOf = async () =>
      (await (await fetch(`${fas.federal.issuer}/jwks`)).json()) as { keys: { kid: string }[] };
    const [before] = (await keysOf()).keys;
    const { claims } = await signIn(fas.federal, { person: 'pieter', trouble: 'key-rotated' });
    assert.equal(claims.iss, fas.federal.issuer);
    const [after] = (await keysOf()).keys;
    assert.notEqual(after?.kid, before?.kid);
    await signIn(fas.federal, { person: 'pieter' });
  });

  test('are out of order for everybody when somebody wants it, until they work again', async () => {
    const turn = (down: string) =>
      fetch(`${fas.url}/down`, { method: 'POST', body: new URLSearchParams({ down }), redirect: 'manual' });
    await turn('yes');
    const address = `${fas.federal.issuer}/.well-known/openid-configuration`;
    assert.equal((await fetch(address)).status, 503);
    await turn('no');
    assert.equal((await fetch(address)).status, 200);
  });
});
