import assert from 'node:assert/strict';
import { after, before, describe, mock, test } from 'node:test';
import type { OidcApplication } from '#src/domain/application/index.ts';
import { asking, basic, forCompany, openWorld, redeem, type World } from '../conformance/oidc-world.ts';

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

describe('an authorization code', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  const codeFor = async (application: OidcApplication, more: Record<string, string> = {}) => {
    const back = await world.authorize(
      world.browser(),
      asking(application, more),
      world.addPerson([forCompany]),
    );
    return back.searchParams.get('code') ?? '';
  };
  const isAlive = async (application: OidcApplication, token: string) => {
    const body = new URLSearchParams({ token });
    const answer = await fetch(`${world.issuer}/v1/introspect`, {
      method: 'POST',
      body,
      headers: basic(application),
    });
    return ((await answer.json()) as { active: boolean }).active;
  };

  test('counts once; used again, it ends the tokens of its first use (O04)', async () => {
    const klip = world.addApplication();
    const code = await codeFor(klip);
    const first = (await (await redeem(world, klip, { code })).json()) as { access_token: string };
    assert.equal(await isAlive(klip, first.access_token), true);
    const again = await redeem(world, klip, { code });
    assert.equal(again.status, 400);
    assert.equal(((await again.json()) as { error: string }).error, 'invalid_grant');
    assert.equal(await isAlive(klip, first.access_token), false);
    assert.ok(
      world.store.events.some(
        ({ kind, details }) => kind === 'token.revoked' && details.reason === 'code-replayed',
      ),
    );
  });

  test('counts once also when two requests come at the same moment, and then leaves no token alive (O04)', async () => {
    const klip = world.addApplication();
    const code = await codeFor(klip);
    const answers = await Promise.all([1, 2, 3].map(() => redeem(world, klip, { code })));
    const won = answers.filter(({ status }) => status === 200);
    assert.ok(won.length <= 1);
    for (const answer of won) {
      const { access_token } = (await answer.json()) as { access_token: string };
      assert.equal(await isAlive(klip, access_token), false);
    }
  });

  test('is of no use to another application (O04)', async () => {
    const klip = world.addApplication();
    const other = world.addApplication();
    const code = await codeFor(klip);
    assert.equal((await redeem(world, other, { code })).status, 400);
    assert.equal((await redeem(world, klip, { code })).status, 200, 'and the attempt does not spend it');
  });

  test('is of no use after thirty seconds', async () => {
    const klip = world.addApplication();
    const [early, late] = [await codeFor(klip), await codeFor(klip)];
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 25_000 });
    try {
      assert.equal((await redeem(world, klip, { code: early })).status, 200);
      mock.timers.setTime(Date.now() + 6_000);
      assert.equal((await redeem(world, klip, { code: late })).status, 400);
    } finally {
      mock.timers.reset();
    }
  });

  test('belongs to the redirect address that it was sent to', async () => {
    const klip = world.addApplication({
      redirectUris: ['https://app.example/callback', 'https://app.example/other'],
    });
    const code = await codeFor(klip);
    assert.equal(
      (await redeem(world, klip, { code, redirect_uri: 'https://app.example/other' })).status,
      400,
    );
    assert.equal((await redeem(world, klip, { code })).status, 200);
  });

  describe('with PKCE (O03)', () => {
    test('is redeemed with the verifier, by S256 or, where the application may, by plain', async () => {
      const klip = world.addApplication();
      const s256 = await codeFor(klip, { code_challenge: challenge, code_challenge_method: 'S256' });
      assert.equal((await redeem(world, klip, { code: s256, code_verifier: verifier })).status, 200);
      for (const method of [{ code_challenge_method: 'plain' }, {}]) {
        const plain = await codeFor(klip, { code_challenge: verifier, ...method });
        assert.equal((await redeem(world, klip, { code: plain, code_verifier: verifier })).status, 200);
      }
    });

    test('is not redeemed without, with another, or with a verifier that nobody announced', async () => {
      const klip = world.addApplication();
      const code = await codeFor(klip, { code_challenge: challenge, code_challenge_method: 'S256' });
      assert.equal((await redeem(world, klip, { code })).status, 400);
      assert.equal((await redeem(world, klip, { code, code_verifier: challenge })).status, 400);
      const plain = await codeFor(klip, { code_challenge: verifier, code_challenge_method: 'plain' });
      assert.equal((await redeem(world, klip, { code: plain, code_verifier: challenge })).status, 400);
      const without = await codeFor(klip);
      assert.equal((await redeem(world, klip, { code: without, code_verifier: verifier })).status, 400);
    });

    test('is not issued where PKCE is required and absent, plain, or malformed', async () => {
      const strict = world.addApplication({
        compatibility: { pkce: 'required', issParameter: false, assertionAudience: ['issuer'] },
      });
      const code = await codeFor(strict, { code_challenge: challenge, code_challenge_method: 'S256' });
      assert.equal((await redeem(world, strict, { code, code_verifier: verifier })).status, 200);
      const wrong = [
        {},
        { code_challenge: verifier, code_challenge_method: 'plain' },
        { code_challenge: verifier },
        { code_challenge: 'short', code_challenge_method: 'S256' },
        { code_challenge_method: 'S256' },
        { code_challenge: challenge, code_challenge_method: 's256' },
      ];
      for (const parameters of wrong) {
        const { location } = await world
          .browser()
          .follow(
            world.authorizationUrl(asking(strict, parameters as Record<string, string>)),
            `${world.issuer}/`,
          );
        assert.equal(location?.searchParams.get('error'), 'invalid_request', JSON.stringify(parameters));
      }
    });
  });
});
