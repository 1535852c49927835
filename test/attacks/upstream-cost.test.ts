import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { openBoundedFetch } from '../../src/outside/providers/open-bounded-fetch.ts';
import { makeKey } from '../support/hostile-provider.ts';
import { kindOf, openUpstreamScene, type UpstreamScene } from '../support/upstream-client.ts';

describe('a hostile OpenID provider', () => {
  let scene: UpstreamScene;
  before(async () => {
    scene = await openUpstreamScene();
  });
  afterEach(() => scene.startAnew());
  after(() => scene.close());

  const requestsTo = (path: string): number => scene.asked.filter((url) => url.endsWith(path)).length;

  test('is asked for its document and keys once, by however many people', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => scene.logIn()));
    assert.ok(outcomes.every(({ kind }) => kind === 'proven'));
    assert.deepEqual([requestsTo('/openid-configuration'), requestsTo('/keys')], [1, 1]);
  });

  test('may change its keys at any moment, and is asked for them at most five times in a minute (O11)', async () => {
    assert.equal(kindOf(await scene.logIn()), 'proven');
    scene.provider.keys.unshift(await makeKey('provider-2'));
    assert.equal(kindOf(await scene.logIn()), 'proven');
    assert.equal(requestsTo('/keys'), 2);
    const unknown = (header: Record<string, unknown>) => ({ ...header, kid: 'nobody' });
    scene.provider.state.twist.header = unknown;
    const tries = Array.from({ length: 20 });
    for (const _ of tries) assert.equal(kindOf(await scene.logIn()), 'refused upstream.key');
    assert.equal(requestsTo('/keys'), 6);
    scene.moment.shift = 61_000;
    for (const _ of tries) assert.equal(kindOf(await scene.logIn()), 'refused upstream.key');
    assert.equal(requestsTo('/keys'), 11);
    scene.provider.keys.shift();
  });

  test('is believed with no key that it took away, five minutes later', async () => {
    assert.equal(kindOf(await scene.logIn()), 'proven');
    scene.provider.state.twist.keySet = () => ({ keys: [] });
    scene.moment.shift = 301_000;
    assert.equal(kindOf(await scene.logIn()), 'refused upstream.key');
  });

  test('is not led on: redirects of its document, keys and token endpoint are not followed (O11)', async () => {
    for (const path of ['/.well-known/openid-configuration', '/keys', '/token', '/userinfo']) {
      scene.startAnew();
      assert.equal(kindOf(await scene.logIn()), 'proven');
      scene.startAnew();
      scene.provider.state.twist.answer = (asked, response) => {
        if (asked !== path) return false;
        response.writeHead(302, { location: `${scene.provider.issuer}/elsewhere` }).end();
        return true;
      };
      assert.match(kindOf(await scene.logIn()), /^unavailable (\w+\.)?redirect$/);
      assert.equal(requestsTo('/elsewhere'), 0);
    }
  });

  test('costs no more than a bounded read, however much it sends (O11)', async () => {
    for (const path of ['/.well-known/openid-configuration', '/keys', '/token', '/userinfo']) {
      scene.startAnew();
      let sent = 0;
      scene.provider.state.twist.answer = (asked, response) => {
        if (asked !== path) return false;
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = () => {
          while (!response.destroyed && sent < 500_000_000) {
            sent += 65_536;
            if (!response.write(Buffer.alloc(65_536, 0x20))) return void response.once('drain', more);
          }
        };
        more();
        return true;
      };
      assert.match(kindOf(await scene.logIn()), /^unavailable (\w+\.)?too-large$/);
      assert.ok(sent < 50_000_000, `${path}: ${sent}`);
    }
  });

  test('is not unpacked (O11)', async () => {
    scene.provider.state.twist.answer = (asked, response) => {
      if (asked !== '/keys') return false;
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end('x');
      return true;
    };
    assert.equal(kindOf(await scene.logIn()), 'unavailable keys.encoding');
  });

  test('with a hundred keys, or keys that are slow, is not reckoned with (O11)', async () => {
    assert.equal(kindOf(await scene.logIn()), 'proven');
    scene.startAnew();
    scene.provider.state.twist.keySet = ({ keys }) => ({ keys: Array.from({ length: 100 }, () => keys[0]) });
    assert.equal(kindOf(await scene.logIn()), 'unavailable keys.document');
    scene.startAnew();
    const slow = { kty: 'RSA', kid: 'provider-1', alg: 'RS256', n: 'A'.repeat(20_000), e: 'AQAB' };
    scene.provider.state.twist.keySet = () => ({
      keys: [slow, { kty: 'oct', k: 'AAAA', kid: 'provider-1' }],
    });
    assert.equal(kindOf(await scene.logIn()), 'refused upstream.key');
  });

  test('that says nothing is not waited for longer than a person would', async () => {
    const fetch = openBoundedFetch('this-machine');
    scene.provider.state.twist.answer = (_path, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{');
      return true;
    };
    const answer = await fetch({
      url: `${scene.provider.issuer}/keys`,
      method: 'GET',
      headers: {},
      body: null,
      longest: 1000,
      patience: 50,
    });
    assert.deepEqual(answer, { kind: 'failed', reason: 'late' });
  });

  test('that stands in for another issuer is not believed (O01)', async () => {
    assert.equal(kindOf(await scene.logIn()), 'proven');
    scene.startAnew();
    scene.provider.state.twist.document = (document) => ({ ...document, issuer: 'https://other.example' });
    assert.equal(kindOf(await scene.logIn()), 'unavailable discovery.issuer');
  });

  test('leads nobody into our network, by address or by name, nor over plain http (O08)', async () => {
    const fetch = openBoundedFetch('public-addresses');
    const addresses = [
      `${scene.provider.issuer}/keys`,
      'https://127.0.0.1/keys',
      'https://localhost/keys',
      'https://[::1]/keys',
      'https://[::ffff:10.0.0.1]/keys',
      'https://169.254.169.254/latest/meta-data',
      'https://0x7f000001/keys',
      'https://2130706433/keys',
      'https://192.168.1.1/keys',
      'file:///etc/passwd',
      'nonsense',
    ];
    for (const url of addresses) {
      const request = { url, method: 'GET', headers: {}, body: null, longest: 1000, patience: 2000 } as const;
      assert.deepEqual(await fetch(request), { kind: 'failed', reason: 'address' }, url);
    }
  });
});
