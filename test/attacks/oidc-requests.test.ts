import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { SignJWT } from 'jose';
import {
  asking,
  basic,
  callback,
  forCompany,
  openWorld,
  redeem,
  tokensFor,
  type World,
} from '../conformance/oidc-world.ts';

describe('a hostile request', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  const errorOf = async (parameters: Record<string, string>) => {
    const { location } = await world.browser().follow(world.authorizationUrl(parameters), `${world.issuer}/`);
    return location?.searchParams.get('error');
  };

  test('cannot make the provider fetch anything, nor bring parameters of its own in a JWT (O08)', async () => {
    let fetched = 0;
    const lure = createServer((_request, response) => {
      fetched += 1;
      response.end('x');
    });
    await new Promise<void>((resolve) => lure.listen(0, '127.0.0.1', resolve));
    const address = `http://127.0.0.1:${(lure.address() as AddressInfo).port}/request.jwt`;
    const klip = world.addApplication();
    assert.equal(await errorOf(asking(klip, { request_uri: address })), 'request_uri_not_supported');
    assert.equal(
      await errorOf(asking(klip, { request_uri: 'urn:ietf:params:oauth:request_uri:x' })),
      'request_uri_not_supported',
    );
    const request = await new SignJWT({ client_id: klip.id, redirect_uri: 'https://evil.example/' })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(Buffer.from(klip.secret?.reveal() ?? ''));
    assert.equal(await errorOf(asking(klip, { request })), 'request_not_supported');
    assert.equal(await errorOf(asking(klip, { registration: '{}' })), 'registration_not_supported');
    const jwks = await redeem(world, klip, { code: 'x', jwks_uri: address });
    assert.equal(jwks.status, 400);
    await new Promise((resolve) => lure.close(resolve));
    assert.equal(fetched, 0);
  });

  test('brings no more than was agreed for what is kept until the login is over', async () => {
    const klip = world.addApplication();
    const patient = world.addApplication({
      compatibility: { ...klip.compatibility, longestParameter: 2048 },
    });
    for (const name of ['nonce', 'state', 'login_hint', 'ui_locales', 'acr_values']) {
      const longest = 'x'.repeat(512);
      if (name !== 'acr_values') assert.equal(await errorOf(asking(klip, { [name]: longest })), null, name);
      assert.equal(await errorOf(asking(klip, { [name]: `${longest}x` })), 'invalid_request', name);
    }
    // Bytes, not letters.
    assert.equal(await errorOf(asking(klip, { state: 'é'.repeat(257) })), 'invalid_request');
    assert.equal(await errorOf(asking(patient, { state: 'x'.repeat(2048) })), null);
    assert.equal(await errorOf(asking(patient, { state: 'x'.repeat(2049) })), 'invalid_request');
  });

  test('cannot ask for tokens in the browser, or in a flow that is not offered', async () => {
    const klip = world.addApplication();
    for (const response_type of ['token', 'id_token', 'code token', 'code id_token', 'none', 'nonsense']) {
      assert.equal(
        await errorOf(asking(klip, { response_type, nonce: 'n' })),
        'unsupported_response_type',
        response_type,
      );
    }
    for (const grant_type of [
      'password',
      'client_credentials',
      'refresh_token',
      'implicit',
      'urn:ietf:params:oauth:grant-type:device_code',
    ]) {
      const answer = await redeem(world, klip, { grant_type, code: 'x' });
      assert.equal(((await answer.json()) as { error: string }).error, 'unsupported_grant_type', grant_type);
    }
  });

  test('with prompt=none tells nothing of who is logged in (O08)', async () => {
    const klip = world.addApplication();
    const browser = world.browser();
    const someone = world.addPerson([forCompany]);
    const tokens = await tokensFor(world, klip, someone, {}, browser);
    const other = await tokensFor(world, klip, world.addPerson([forCompany], '85073003328'));
    const own = asking(klip, { prompt: 'none', id_token_hint: tokens.id_token });
    const honest = await browser.follow(world.authorizationUrl(own), `${world.issuer}/`);
    assert.ok(honest.location?.searchParams.get('code'));
    const hinted = asking(klip, { prompt: 'none', id_token_hint: other.id_token });
    const { location } = await browser.follow(world.authorizationUrl(hinted), `${world.issuer}/`);
    assert.equal(location?.searchParams.get('error'), 'login_required');
  });

  test('with a hint at somebody does not log in another person in their place', async () => {
    const klip = world.addApplication();
    const tokens = await tokensFor(world, klip, world.addPerson([forCompany]));
    const back = await world.authorize(
      world.browser(),
      asking(klip, { id_token_hint: tokens.id_token }),
      world.addPerson([forCompany]),
    );
    assert.equal(back.searchParams.get('error'), 'login_required');
    assert.equal(back.searchParams.get('code'), null);
  });

  test('that is too large, of another kind, or to another path is refused', async () => {
    const klip = world.addApplication();
    const large = await fetch(`${world.issuer}/v1/token`, {
      method: 'POST',
      headers: basic(klip),
      body: new URLSearchParams({ grant_type: 'authorization_code', code: 'x'.repeat(100_000) }),
    });
    assert.equal(large.status, 400);
    const posted = await fetch(`${world.issuer}/v1/auth`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ state: 'x'.repeat(100_000) }),
    });
    assert.equal(posted.status, 400);
    const json = await fetch(`${world.issuer}/v1/token`, {
      method: 'POST',
      headers: { ...basic(klip), 'content-type': 'application/json' },
      body: '{"grant_type":"authorization_code"}',
    });
    assert.equal(json.status, 400);
    for (const path of [
      '/op',
      '/op/',
      '/op/v1',
      '/op/V1/AUTH',
      '/op/v1/auth/',
      '/op/v1/logout/confirm',
      '/op/v1/reg',
      '/op/v1/request',
      '/op/..%2fv1/auth',
      '/op//v1/auth',
    ]) {
      assert.equal((await fetch(world.origin + path)).status, 404, path);
    }
    assert.equal((await fetch(`${world.issuer}/v1/token`)).status, 405);
    assert.deepEqual(world.failures, []);
  });

  test('sent to the way back of a login without its cookie gets a page, not a code', async () => {
    const klip = world.addApplication();
    const browser = world.browser();
    const { attempt } = await world.send(asking(klip), browser);
    const person = world.addPerson([forCompany]);
    assert.ok(attempt);
    const outcome = world.login.finish(attempt.id, person.id, {});
    await world.end(browser, attempt.id, outcome);
    const location = world.wayBack(attempt.id);
    const stolen = await world.browser().get(location);
    assert.equal(stolen.status, 400);
    assert.match(await stolen.text(), /login-expired/);
    // Whoever saw the address of the login knows what the library's own cookie would hold, and can write it.
    const forger = world.browser();
    forger.take([
      `sluis_resume=${attempt.id}; path=/`,
      `sluis_interaction=${attempt.id}; path=/`,
      `sluis_browser=${'x'.repeat(43)}; path=/`,
    ]);
    assert.match(await (await forger.get(location)).text(), /login-expired/);
    const rightful = await browser.follow(location, `${world.issuer}/`);
    assert.ok(rightful.location?.searchParams.get('code'));
    const stolenLater = await world.browser().get(location);
    assert.match(await stolenLater.text(), /login-expired/, 'and gets none after it was gone through');
  });

  test('does not use up a login by finishing it twice', async () => {
    const klip = world.addApplication();
    const browser = world.browser();
    const { attempt } = await world.send(asking(klip), browser);
    assert.ok(attempt);
    const [first, second] = [world.addPerson([forCompany]), world.addPerson([forCompany])].map(({ id }) =>
      world.login.finish(attempt.id, id, {}),
    );
    assert.ok(first && second);
    const one = await world.end(browser, attempt.id, first);
    const two = await world.end(browser, attempt.id, second);
    assert.ok(one.kind === 'address' && two.kind === 'address');
    assert.equal(one.url, two.url);
    const response = await redeem(world, klip, { code: new URL(two.url).searchParams.get('code') ?? '' });
    const { id_token } = (await response.json()) as { id_token: string };
    const { decodeJwt } = await import('jose');
    assert.equal(decodeJwt(id_token).sub, world.store.persons.at(-2)?.subject, 'the first end counts');
  });
});

describe('a session', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  const sessionOf = (browser: ReturnType<World['browser']>) =>
    browser.cookies.find(({ name }) => name === 'sluis_session')?.value;

  test('planted before the login is not the session of the login (O10)', async () => {
    const klip = world.addApplication();
    const browser = world.browser();
    const planted = 'A'.repeat(43);
    browser.cookies.push({ name: 'sluis_session', value: planted, path: '/', attributes: '' });
    await tokensFor(world, klip, world.addPerson([forCompany]), {}, browser);
    assert.ok(sessionOf(browser));
    assert.notEqual(sessionOf(browser), planted);
    const thief = world.browser();
    thief.cookies.push({ name: 'sluis_session', value: planted, path: '/', attributes: '' });
    const { location } = await thief.follow(
      world.authorizationUrl(asking(klip, { prompt: 'none' })),
      `${world.issuer}/`,
    );
    assert.equal(location?.searchParams.get('error'), 'login_required');
  });

  test('gets another id at every login, and the old one is worth nothing (O10)', async () => {
    const klip = world.addApplication();
    const person = world.addPerson([forCompany]);
    const browser = world.browser();
    await tokensFor(world, klip, person, {}, browser);
    const old = sessionOf(browser);
    await tokensFor(world, klip, person, { prompt: 'login' }, browser);
    assert.notEqual(sessionOf(browser), old);
    const thief = world.browser();
    thief.cookies.push({ name: 'sluis_session', value: old ?? '', path: '/', attributes: '' });
    const { location } = await thief.follow(
      world.authorizationUrl(asking(klip, { prompt: 'none' })),
      `${world.issuer}/`,
    );
    assert.equal(location?.searchParams.get('error'), 'login_required');
  });

  test('is never handed from one person to another in the same browser', async () => {
    const [klip, gipod] = [world.addApplication(), world.addApplication()];
    const [first, second] = [world.addPerson([forCompany]), world.addPerson([forCompany])];
    const browser = world.browser();
    await tokensFor(world, klip, first, {}, browser);
    const tokens = await tokensFor(world, gipod, second, { prompt: 'login' }, browser);
    const { decodeJwt } = await import('jose');
    assert.equal(decodeJwt(tokens.id_token).sub, second.subject);
    const { location } = await browser.follow(world.authorizationUrl(asking(klip)), `${world.issuer}/`);
    const code = location?.searchParams.get('code') ?? '';
    const { id_token } = (await (await redeem(world, klip, { code })).json()) as { id_token: string };
    assert.equal(decodeJwt(id_token).sub, second.subject);
    assert.deepEqual(world.failures, []);
  });

  test('of two tabs in which the same person logs in goes on in both', async () => {
    const klip = world.addApplication();
    const person = world.addPerson([forCompany]);
    const browser = world.browser();
    const open = () => browser.follow(world.authorizationUrl(asking(klip)), `${world.issuer}/`);
    for (const { location } of [await open(), await open()]) {
      assert.ok(location);
      const back = await world.logIn(browser, location, person);
      assert.ok(back.searchParams.get('code'));
    }
  });

  test('keeps its cookie from scripts and from other sites, under a name that only https can set', async () => {
    const klip = world.addApplication();
    const browser = world.browser();
    await tokensFor(world, klip, world.addPerson([forCompany]), {}, browser);
    for (const name of ['sluis_session', 'sluis_browser']) {
      const cookie = browser.cookies.find((each) => each.name === name);
      assert.match(cookie?.attributes ?? '', /httponly/i, name);
      assert.match(cookie?.attributes ?? '', /samesite=lax/i, name);
      assert.equal(cookie?.path, '/');
      assert.match(cookie?.value ?? '', /^[\w-]{43}$/);
    }
    assert.equal(callback, 'https://app.example/callback');
  });
});
