import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asking, openWorld, signingKeys } from './oidc-world.ts';

test('behind https, cookies are Secure and bound to the host, and the discovery document says https', async () => {
  const world = await openWorld(signingKeys, { publicIssuer: 'https://login.example/op' });
  try {
    const document = await (await fetch(`${world.issuer}/.well-known/openid-configuration`)).json();
    assert.equal((document as { issuer: string }).issuer, 'https://login.example/op');
    const answer = await fetch(world.authorizationUrl(asking(world.addApplication())), {
      redirect: 'manual',
    });
    assert.match(answer.headers.get('location') ?? '', /^https:\/\/login\.example\/login\//);
    const cookies = answer.headers.getSetCookie();
    assert.equal(cookies.length, 2);
    for (const cookie of cookies) {
      assert.match(cookie, /; secure/i);
      assert.match(cookie, /; httponly/i);
      assert.match(cookie, /; samesite=lax/i);
      assert.match(cookie, /^__Host-sluis_(?:browser=[\w-]{43}|device=[\w.-]+); Path=\/;/);
      assert.ok(!/domain=/i.test(cookie));
    }
    assert.deepEqual(world.failures, []);
  } finally {
    await world.close();
  }
});
