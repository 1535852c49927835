import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import test, { afterEach, beforeEach, describe } from 'node:test';
import { openGeopunt } from '../geopunt/open-geopunt.ts';
import { openGipod } from '../gipod/open-gipod.ts';
import type { Site } from '../ground/site.ts';
import { openKlip } from '../klip/open-klip.ts';
import { type FakeProvider, openFakeProvider } from './testing/fake-provider.ts';

const anna = {
  sub: 'a'.repeat(40),
  given_name: 'Anna',
  family_name: '<Müller>',
  vo_doelgroepcode: 'EA',
  vo_orgcode: '0999000129',
  vo_orgnaam: 'Kabel & Kanaal NV',
  klip_rol_3d: ['KLIPgebruiker-Planaanvrager:0999000129'],
};
const request = { place: 'Kerkstraat', work: 'Sewer', from: '2026-12-01' };

/** A browser that keeps one site's cookies and follows nothing by itself. */
function openVisit(site: Site) {
  const cookies = new Map<string, string>();
  const go = async (path: string, form?: Readonly<Record<string, string>>, origin = site.url) => {
    const response = await fetch(new URL(path, site.url), {
      redirect: 'manual',
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form ? { origin, 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      text: await response.text(),
    };
  };
  return { go, cookies };
}

describe('a demo application', () => {
  let provider: FakeProvider;
  let site: Site;
  beforeEach(async () => {
    provider = await openFakeProvider();
    provider.claims = anna;
    site = await openKlip({ port: 0, issuer: provider.issuer, secret: 'a-secret-with-dashes' });
  });
  afterEach(async () => {
    await Promise.all([site.close(), provider.close()]);
  });

  const logIn = async (visit: ReturnType<typeof openVisit>) => {
    const authorization = new URL((await visit.go('/login')).location);
    provider.expect(authorization);
    return visit.go(`/callback?code=good&state=${authorization.searchParams.get('state')}`);
  };

  test('greets whoever logged in, says for whom they act and what they may, and shows every claim', async () => {
    const visit = openVisit(site);
    assert.equal((await logIn(visit)).location, '/');
    const { text } = await visit.go('/');
    assert.match(text, /Anna &lt;Müller&gt;/);
    assert.match(text, /Kabel &amp; Kanaal NV/);
    assert.match(text, /Planaanvrager/);
    assert.match(text, /klip_rol_3d/);
  });

  test('asks with its scopes, PKCE, state, nonce and the language of the page', async () => {
    const { location } = await openVisit(site).go('/login?lang=de');
    const asked = new URL(location).searchParams;
    assert.equal(asked.get('scope'), 'openid profile vo rrn klip');
    assert.equal(asked.get('code_challenge_method'), 'S256');
    assert.equal(asked.get('ui_locales'), 'de');
    assert.ok(asked.get('state') && asked.get('nonce'));
  });

  test('takes a new session at login, so that one that was planted is worth nothing', async () => {
    const visit = openVisit(site);
    await visit.go('/login');
    const before = visit.cookies.get('klip_session');
    await logIn(visit);
    assert.notEqual(visit.cookies.get('klip_session'), before);
  });

  test('says kindly that one stopped logging in', async () => {
    const visit = openVisit(site);
    const state = new URL((await visit.go('/login')).location).searchParams.get('state');
    const page = await visit.go(`/callback?error=access_denied&state=${state}`);
    assert.equal(page.status, 403);
    assert.match(page.text, /You stopped logging in/);
  });

  test('repeats no text out of an address', async () => {
    const visit = openVisit(site);
    const state = new URL((await visit.go('/login')).location).searchParams.get('state');
    const page = await visit.go(
      `/callback?error=${encodeURIComponent('<b>hello')}&error_description=hello&state=${state}`,
    );
    assert.doesNotMatch(page.text, /hello/);
  });

  test('refuses a login that was not begun in this browser', async () => {
    assert.equal((await openVisit(site).go('/callback?code=good&state=other')).status, 400);
  });

  test('does the guarded work with the right, and refuses it without', async () => {
    const visit = openVisit(site);
    await logIn(visit);
    assert.equal((await visit.go('/work', request)).status, 303);
    assert.match((await visit.go('/')).text, /KLIP-00001/);
    provider.claims = { ...anna, klip_rol_3d: ['KLIPgebruiker-Raadpleger:0999000129'] };
    await logIn(visit);
    assert.equal((await visit.go('/work', request)).status, 403);
    provider.claims = { ...anna, klip_rol_3d: ['KLIPgebruiker-Planaanvrager:0999000228'] };
    await logIn(visit);
    assert.equal((await visit.go('/work', request)).status, 403);
  });

  test('keeps what was typed when a field is empty', async () => {
    const visit = openVisit(site);
    await logIn(visit);
    const page = await visit.go('/work', { ...request, place: '' });
    assert.equal(page.status, 422);
    assert.match(page.text, /value="Sewer"/);
  });

  test('takes no form from another origin', async () => {
    const visit = openVisit(site);
    await logIn(visit);
    assert.equal((await visit.go('/work', request)).status, 303);
    assert.equal((await visit.go('/work', request, 'http://localhost:1')).status, 403);
  });

  test('sends people away to change capacity and to log out, and forgets them', async () => {
    const visit = openVisit(site);
    await logIn(visit);
    const change = new URL((await visit.go('/switch', {})).location).searchParams;
    assert.equal(change.get('switch'), 'true');
    assert.equal(change.get('post_logout_redirect_uri'), `${site.url}/login`);
    await logIn(visit);
    const leave = new URL((await visit.go('/logout', {})).location).searchParams;
    assert.equal(leave.get('post_logout_redirect_uri'), `${site.url}/logged-out`);
    assert.ok(leave.get('id_token_hint'));
    assert.doesNotMatch((await visit.go('/')).text, /Anna/);
  });

  test('outlives a platform that is away, and works when it is back', async () => {
    await provider.close();
    const visit = openVisit(site);
    assert.equal((await visit.go('/login')).status, 503);
    provider = await openFakeProvider(Number(new URL(provider.issuer).port));
    assert.equal((await visit.go('/login')).status, 302);
  });

  test('proves itself as agreed: KLIP by Basic, GIPOD by a signed assertion, GEOPUNT by PKCE alone', async () => {
    await logIn(openVisit(site));
    assert.match(provider.last.authorization ?? '', /^Basic /);
    const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'sign',
      'verify',
    ]);
    const others = [
      await openGipod({ port: 0, issuer: provider.issuer, key: pair.privateKey, keyId: 'k' }),
      await openGeopunt({ port: 0, issuer: provider.issuer }),
    ];
    const proofs: unknown[] = [];
    for (const other of others) {
      await logIn(openVisit(other));
      const { body, authorization } = provider.last;
      proofs.push([body.has('client_assertion'), body.has('code_verifier'), authorization]);
      await other.close();
    }
    assert.deepEqual(proofs, [
      [true, false, null],
      [false, true, null],
    ]);
  });
});
