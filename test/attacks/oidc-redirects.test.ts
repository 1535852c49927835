import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SignJWT } from 'jose';
import { asking, forCompany, openWorld, tokensFor, type World } from '../conformance/oidc-world.ts';

/** Addresses that look like `https://app.example/callback` and are not (O07). */
const lookalikes = [
  'https://app.example/callback/',
  'https://app.example/callback/extra',
  'https://app.example/callback?x=1',
  'https://app.example/callback#x',
  'https://app.example/callback/../callback',
  'https://app.example/./callback',
  'https://app.example/%63allback',
  'https://app.example/CALLBACK',
  'https://app.example:443/callback',
  'https://app.example:8443/callback',
  'https://APP.EXAMPLE/callback',
  'https://sub.app.example/callback',
  'https://app.example.evil.example/callback',
  'https://evil.example/callback?https://app.example/callback',
  'https://app.example@evil.example/callback',
  'https://evil.example\\@app.example/callback',
  'https://app.example%2f@evil.example/callback',
  'http://app.example/callback',
  '//app.example/callback',
  'javascript:alert(1)//https://app.example/callback',
  'data:text/html,x',
  'http://localhost:1234/callback',
  'http://127.0.0.1:9999/callback',
  'com.example.app:/callback',
  '',
];

describe('a redirect', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  test('is answered at the registered address byte for byte, whatever its own query looks like', async () => {
    const person = world.addPerson([forCompany]);
    for (const registered of [
      'https://app.example/cb?x=%7Ea%20b&y=1+2&z=a;b&empty=&flag',
      'https://app.example/cb?q=caf%c3%a9',
      'https://app.example',
      'https://app.example/a/../b/%2e%2e/cb?',
    ]) {
      const one = world.addApplication({ redirectUris: [registered] as never });
      const browser = world.browser();
      await tokensFor(world, one, person, { redirect_uri: registered }, browser).catch(() => {});
      const url = world.authorizationUrl(
        asking(one, { redirect_uri: registered, state: 's', prompt: 'none' }),
      );
      let answer = await browser.get(url);
      for (let hop = 0; hop < 3 && answer.headers.get('location')?.startsWith(world.issuer); hop++)
        answer = await browser.get(answer.headers.get('location') ?? '');
      const location = answer.headers.get('location') ?? '';
      assert.ok(location.startsWith(registered), `${location} for ${registered}`);
      assert.match(location.slice(registered.length), /^[?&]?(code|error)=[^?]*&state=s$/);
    }
  });

  test('of a request that was posted and is too long to go on as an address is told on a page', async () => {
    const klip = world.addApplication();
    const browser = world.browser();
    const honest = asking(klip, { state: 's'.repeat(400) });
    assert.equal((await browser.postFromElsewhere(`${world.issuer}/v1/auth`, honest)).status, 303);
    const long = asking(klip, { state: 's'.repeat(16_000) });
    const answer = await browser.postFromElsewhere(`${world.issuer}/v1/auth`, long);
    assert.equal(answer.status, 400);
    assert.match(await answer.text(), /request-refused/);
  });

  test('goes to a registered address and to none that resembles it (O07)', async () => {
    const klip = world.addApplication({
      redirectUris: [
        'https://app.example/callback',
        'http://localhost:4001/callback',
        'http://127.0.0.1/callback',
      ],
    });
    const honest = await world.browser().follow(world.authorizationUrl(asking(klip)), `${world.issuer}/`);
    assert.equal(honest.location?.origin, world.origin);
    for (const redirect_uri of lookalikes) {
      for (const more of [
        {},
        { prompt: 'none' },
        { scope: 'none such' },
        { response_type: 'token' },
        { request: 'x' },
      ]) {
        const parameters = asking(klip, { redirect_uri, ...more } as Record<string, string>);
        const answer = await fetch(world.authorizationUrl(parameters), { redirect: 'manual' });
        assert.equal(answer.status, 400, redirect_uri);
        assert.equal(answer.headers.get('location'), null, redirect_uri);
        const html = await answer.text();
        assert.ok(redirect_uri === '' || !html.includes(redirect_uri), 'nothing of the request is repeated');
      }
    }
  });

  test('goes nowhere for an application that does not exist, or when a parameter comes twice', async () => {
    const klip = world.addApplication();
    for (const client_id of ['unknown', '<script>', 'x'.repeat(500), '__proto__', 'constructor']) {
      const answer = await fetch(world.authorizationUrl({ ...asking(klip), client_id }), {
        redirect: 'manual',
      });
      assert.equal(answer.status, 400, client_id);
      assert.match(await answer.text(), /unknown-application/);
    }
    const twice = `${world.authorizationUrl(asking(klip))}&redirect_uri=https%3A%2F%2Fevil.example%2F`;
    assert.equal((await fetch(twice, { redirect: 'manual' })).headers.get('location'), null);
    assert.equal(world.failures.length, 0);
  });

  test('after a logout goes to a registered address of that application only (O07)', async () => {
    const klip = world.addApplication();
    const other = world.addApplication({ postLogoutRedirectUris: ['https://other.example/left'] });
    const person = world.addPerson([forCompany]);
    const tokens = await tokensFor(world, klip, person);
    const stranger = await new SignJWT({ iss: world.issuer, aud: klip.id, sub: person.subject })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(Buffer.from('0'.repeat(64)));
    const left = 'https://app.example/left';
    const leave = (parameters: Record<string, string>) =>
      fetch(`${world.issuer}/v1/logout?${new URLSearchParams(parameters)}`, { redirect: 'manual' });
    assert.equal((await leave({ client_id: klip.id, post_logout_redirect_uri: left })).status, 303);
    const refused: Record<string, string>[] = [
      { client_id: klip.id, post_logout_redirect_uri: 'https://other.example/left' },
      { client_id: klip.id, post_logout_redirect_uri: `${left}/` },
      { client_id: klip.id, post_logout_redirect_uri: `${left}?x` },
      { client_id: 'unknown', post_logout_redirect_uri: left },
      { post_logout_redirect_uri: 'https://evil.example/' },
      { post_logout_redirect_uri: 'javascript:alert(1)' },
      { id_token_hint: tokens.id_token, post_logout_redirect_uri: 'https://other.example/left' },
      {
        id_token_hint: tokens.id_token,
        client_id: other.id,
        post_logout_redirect_uri: 'https://other.example/left',
      },
      { id_token_hint: stranger, post_logout_redirect_uri: left },
      { id_token_hint: `${tokens.id_token}x`, post_logout_redirect_uri: left },
      { id_token_hint: tokens.access_token, post_logout_redirect_uri: left },
    ];
    for (const parameters of refused) {
      const answer = await leave(parameters);
      assert.equal(answer.status, 400, JSON.stringify(parameters));
      assert.equal(answer.headers.get('location'), null);
      assert.ok(!(await answer.text()).includes('example'), 'nothing of the request is repeated');
    }
    const twice = `${world.issuer}/v1/logout?client_id=${klip.id}&post_logout_redirect_uri=${left}&post_logout_redirect_uri=https://evil.example/`;
    assert.equal((await fetch(twice, { redirect: 'manual' })).status, 400);
  });

  test('of a login belongs to the address that began it, whatever Host and X-Forwarded-* say', async () => {
    const klip = world.addApplication();
    const { request } = await import('node:http');
    const url = new URL(world.authorizationUrl(asking(klip)));
    const location = await new Promise<string>((resolve, reject) => {
      const headers = {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
      };
      request({ host: '127.0.0.1', port: url.port, path: url.pathname + url.search, headers }, (answer) => {
        answer.resume();
        resolve(String(answer.headers.location));
      })
        .on('error', reject)
        .end();
    });
    assert.ok(location.startsWith(`${world.origin}/login/`), location);
  });
});
