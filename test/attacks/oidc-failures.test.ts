import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { asking, basic, forCompany, openWorld, redeem, tokensFor } from '../conformance/oidc-world.ts';

const secret = 'connection to database "sluis" as user sluis refused';

test('a store that fails shows a reference and nothing else, and neither logs in nor out by mistake', async () => {
  const world = await openWorld();
  try {
    const klip = world.addApplication();
    const browser = world.browser();
    const tokens = await tokensFor(world, klip, world.addPerson([forCompany]), {}, browser);
    const back = await world.authorize(world.browser(), asking(klip), world.addPerson([forCompany]));
    const broken = () => Promise.reject(new Error(secret));
    const { ports } = world.store;
    for (const method of ['find', 'findToken', 'findCode'] as const)
      mock.method(ports.states, method, broken);
    mock.method(ports, 'inTransaction', broken);

    const page = await browser.get(world.authorizationUrl(asking(klip)));
    assert.equal(page.status, 500);
    const html = await page.text();
    assert.match(html, /server-error.*[2-9A-Z]{4}-[2-9A-Z]{4}/s);
    assert.ok(!html.includes('database'));

    const token = await redeem(world, klip, { code: back.searchParams.get('code') ?? '' });
    const headers = { authorization: `Bearer ${tokens.access_token}` };
    const userinfo = await fetch(`${world.issuer}/v1/userinfo`, { headers });
    const body = new URLSearchParams({ token: tokens.access_token });
    const introspected = await fetch(`${world.issuer}/v1/introspect`, {
      method: 'POST',
      body,
      headers: basic(klip),
    });
    for (const answer of [token, userinfo, introspected]) {
      assert.equal(answer.status, 500);
      const { error, ...more } = (await answer.json()) as Record<string, unknown>;
      assert.equal(error, 'server_error');
      assert.ok(!JSON.stringify(more).includes('database'));
    }
    const leaving = await browser.get(`${world.issuer}/v1/logout`);
    assert.equal(leaving.status, 500);
    assert.match(await leaving.text(), /server-error/);
    assert.ok(world.failures.length >= 5, 'and each is logged');

    mock.restoreAll();
    const later = await redeem(world, klip, { code: back.searchParams.get('code') ?? '' });
    assert.equal(later.status, 200, 'what was refused for want of a store is not used up');
  } finally {
    mock.restoreAll();
    await world.close();
  }
});
