import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import {
  kindOf,
  newRequest,
  openUpstreamScene,
  type UpstreamScene,
  wish,
} from '../support/upstream-client.ts';

describe('who comes back from an OpenID provider', () => {
  let scene: UpstreamScene;
  before(async () => {
    scene = await openUpstreamScene();
  });
  afterEach(() => scene.startAnew());
  after(() => scene.close());

  const changed = (change: (parameters: URLSearchParams) => void) => (honest: URLSearchParams) => {
    change(honest);
    return honest;
  };

  test('is not believed with the issuer of another provider, or without one where the provider tells it (O01)', async () => {
    const code = 'upstream.issuer-parameter';
    await scene.refuses(code, {}, { callback: changed((back) => back.set('iss', 'https://other.example')) });
    scene.startAnew();
    await scene.refuses(code, {}, { callback: changed((back) => back.delete('iss')) });
  });

  test('is not believed with the issuer of another provider in an error either (O01)', async () => {
    const error = changed((back) => {
      back.delete('code');
      back.set('error', 'access_denied');
    });
    assert.equal(kindOf(await scene.logIn({ callback: error })), 'cancelled');
    const callback = (back: URLSearchParams) =>
      changed((each) => each.set('iss', 'https://other.example'))(error(back));
    assert.equal(kindOf(await scene.logIn({ callback })), 'refused upstream.issuer-parameter');
  });

  test('is not believed at the address of one provider with the request to another one (O01)', async () => {
    scene.startAnew();
    assert.equal(kindOf(await scene.logIn()), 'proven');
    assert.equal(kindOf(await scene.logIn({ request: { provider: 'other' } })), 'refused upstream.state');
    assert.equal(scene.provider.seen.filter(({ path }) => path === '/token').length, 1);
  });

  test('is not believed without the state of the request, with another one or with two (O02)', async () => {
    await scene.refuses('upstream.state', {}, { callback: changed((back) => back.delete('state')) });
    scene.startAnew();
    await scene.refuses('upstream.state', {}, { callback: changed((back) => back.set('state', 'another')) });
    scene.startAnew();
    const twice = changed((back) => back.append('state', back.get('state') ?? ''));
    await scene.refuses('upstream.form', {}, { callback: twice });
  });

  test('is not believed with a nonce of another login, or with none (O02)', async () => {
    await scene.refuses('upstream.nonce', { claims: (claims) => ({ ...claims, nonce: 'another' }) });
    scene.startAnew();
    await scene.refuses('upstream.claims', { claims: ({ nonce: _, ...claims }) => claims });
  });

  test('is asked for with S256, and brings no code that was given to somebody else (O03)', async () => {
    const row = await scene.provider.row();
    const [mine, theirs] = [newRequest(), newRequest()];
    const [toMine, toTheirs] = [
      await scene.client.depart(row, mine, wish),
      await scene.client.depart(row, theirs, wish),
    ];
    assert.ok(toMine.kind === 'ready' && toTheirs.kind === 'ready');
    assert.equal(new URL(toMine.url).searchParams.get('code_challenge_method'), 'S256');
    assert.equal(new URL(toMine.url).searchParams.has('code_verifier'), false);
    const stolen = scene.provider.logIn(toTheirs.url).get('code') ?? '';
    const injected = scene.provider.logIn(toMine.url);
    injected.set('code', stolen);
    assert.equal(kindOf(await scene.client.receive(row, mine, `?${injected}`)), 'used');
  });

  test('is not believed with an injected code where the provider looks at no verifier: its nonce is not ours (O03)', async () => {
    const row = await scene.provider.row();
    scene.provider.state.twist = { ...scene.provider.state.twist, checksVerifier: false };
    const [mine, theirs] = [newRequest(), newRequest()];
    const [toMine, toTheirs] = [
      await scene.client.depart(row, mine, wish),
      await scene.client.depart(row, theirs, wish),
    ];
    assert.ok(toMine.kind === 'ready' && toTheirs.kind === 'ready');
    const injected = scene.provider.logIn(toMine.url);
    injected.set('code', scene.provider.logIn(toTheirs.url).get('code') ?? '');
    assert.equal(kindOf(await scene.client.receive(row, mine, `?${injected}`)), 'refused upstream.nonce');
  });

  test('is not believed with a code that was used (O04)', async () => {
    const row = await scene.provider.row();
    const request = newRequest();
    const departure = await scene.client.depart(row, request, wish);
    assert.ok(departure.kind === 'ready');
    const back = `?${scene.provider.logIn(departure.url)}`;
    assert.equal(kindOf(await scene.client.receive(row, request, back)), 'proven');
    assert.equal(kindOf(await scene.client.receive(row, request, back)), 'used');
  });

  test('is not believed with tokens in the address (O03)', async () => {
    for (const name of ['id_token', 'token', 'response']) {
      scene.startAnew();
      await scene.refuses('upstream.form', {}, { callback: changed((back) => back.set(name, 'eyJ')) });
    }
  });

  test('is told apart: who stopped, who did not log in, who proved too little, and a provider that cannot', async () => {
    const outcomes = [
      'access_denied',
      'login_required',
      'unmet_authentication_requirements',
      'server_error',
      '<b>',
    ];
    const told: string[] = [];
    for (const error of outcomes) {
      const callback = changed((back) => {
        back.delete('code');
        back.set('error', error);
      });
      told.push(kindOf(await scene.logIn({ callback })));
    }
    assert.deepEqual(told, [
      'cancelled',
      'failed login_required',
      'too-weak',
      'unavailable server_error',
      'failed other',
    ]);
  });
});
