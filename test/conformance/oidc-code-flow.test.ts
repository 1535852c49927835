import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { callback, forCompany, openWorld, redeem, type World } from './oidc-world.ts';

describe('the authorization code flow', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  test('gives an application that sends neither state, nonce nor PKCE its claims in the ID token', async () => {
    const klip = world.addApplication();
    const person = world.addPerson([forCompany]);
    const browser = world.browser();
    const url = `${world.issuer}/v1/auth?response_type=code&client_id=${klip.id}&redirect_uri=${callback}&scope=openid profile vo rrn klip`;
    const begun = await browser.follow(url, `${world.issuer}/`);
    assert.match(begun.location?.pathname ?? '', /^\/login\/[\w-]{43}$/);
    const back = await world.logIn(browser, begun.location as URL, person);
    assert.equal(`${back.origin}${back.pathname}`, callback);
    assert.deepEqual([...back.searchParams.keys()], ['code']);

    const response = await redeem(world, klip, { code: back.searchParams.get('code') ?? '' });
    assert.equal(response.status, 200);
    const tokens = (await response.json()) as Record<string, string>;
    assert.equal(tokens.token_type, 'Bearer');
    assert.equal(tokens.expires_in, 3600);
    assert.match(tokens.access_token ?? '', /^[\w-]{43,}$/);

    const keys = createRemoteJWKSet(new URL(`${world.issuer}/v1/keys`));
    const { payload, protectedHeader } = await jwtVerify(tokens.id_token ?? '', keys, {
      issuer: world.issuer,
      audience: klip.id,
    });
    assert.deepEqual(protectedHeader, { alg: 'RS256', kid: 'rsa-1' });
    const { iat = 0, exp = 0, ...claims } = payload;
    assert.equal(exp - iat, 3600);
    assert.deepEqual(claims, {
      iss: world.issuer,
      aud: klip.id,
      sub: person.subject,
      given_name: 'Anneliese',
      family_name: 'Weißhaupt',
      rrn: '85073003328',
      vo_id: '5c1bd9b1-0d4f-4a5e-8a0c-1f6f1f3ad101',
      vo_doelgroepcode: 'EA',
      vo_doelgroepnaam: 'Economische Actoren',
      vo_orgcode: '0426994097',
      vo_orgnaam: 'SanoRice',
      vo_email: 'anneliese@sanorice.example',
      klip_rol_3d: ['KLIPgebruiker-Planaanvrager:0426994097', 'KLIPgebruiker-Raadpleger:0426994097'],
    });
    assert.deepEqual(world.failures, []);
  });
});
