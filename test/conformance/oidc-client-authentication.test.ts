import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { Redacted } from '#src/base/redacted.ts';
import type { OidcApplication } from '#src/domain/application/index.ts';
import { asking, basic, callback, forCompany, openWorld, redeem, type World } from './oidc-world.ts';

const ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

describe('an application proves who it is', () => {
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
  const post = (application: OidcApplication) => ({
    client_id: application.id,
    client_secret: application.secret?.reveal() ?? '',
  });
  const statusOf = async (answer: Promise<Response>) => (await answer).status;

  test('by its secret in the Authorization header or in the body, whichever it sends', async () => {
    const klip = world.addApplication();
    assert.equal(await statusOf(redeem(world, klip, { code: await codeFor(klip) })), 200);
    assert.equal(await statusOf(redeem(world, klip, { code: await codeFor(klip), ...post(klip) }, {})), 200);
  });

  test('by the one method that was agreed, when one was', async () => {
    const onlyPost = world.addApplication({ clientAuthentication: ['client_secret_post'] });
    const onlyBasic = world.addApplication({ clientAuthentication: ['client_secret_basic'] });
    assert.equal(
      await statusOf(redeem(world, onlyPost, { code: await codeFor(onlyPost), ...post(onlyPost) }, {})),
      200,
    );
    assert.equal(await statusOf(redeem(world, onlyBasic, { code: await codeFor(onlyBasic) })), 200);
    assert.equal(await statusOf(redeem(world, onlyPost, { code: await codeFor(onlyPost) })), 401);
    assert.equal(
      await statusOf(redeem(world, onlyBasic, { code: await codeFor(onlyBasic), ...post(onlyBasic) }, {})),
      401,
    );
  });

  test('not by another secret, no secret, two at once, or one in the address', async () => {
    const klip = world.addApplication();
    const code = await codeFor(klip);
    const wrong = basic({ ...klip, secret: new Redacted('another') });
    assert.equal(await statusOf(redeem(world, klip, { code }, wrong)), 401);
    assert.equal(await statusOf(redeem(world, klip, { code, client_id: klip.id }, {})), 401);
    assert.equal(await statusOf(redeem(world, klip, { code }, {})), 400);
    assert.equal(await statusOf(redeem(world, klip, { code, ...post(klip) })), 400);
    const address = `${world.issuer}/v1/token?${new URLSearchParams(post(klip))}`;
    const body = new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: callback });
    const inAddress = await fetch(address, { method: 'POST', body });
    assert.equal(inAddress.status, 400);
    assert.equal(((await inAddress.json()) as { error: string }).error, 'invalid_request');
    assert.equal(await statusOf(redeem(world, klip, { code })), 200, 'none of these used up the code');
    assert.ok(world.store.events.some(({ kind }) => kind === 'token.refused'));
  });

  describe('by a signed assertion', () => {
    const keys = {
      RS256: generateKeyPair('RS256'),
      PS256: generateKeyPair('PS256'),
      ES256: generateKeyPair('ES256'),
    };
    const withKeys = async (described: Partial<OidcApplication> = {}) => {
      const published = await Promise.all(
        Object.entries(keys).map(async ([alg, pair]) => ({
          ...(await exportJWK((await pair).publicKey)),
          alg,
          kid: alg,
        })),
      );
      return world.addApplication({
        secret: null,
        jwks: { keys: published },
        clientAuthentication: ['private_key_jwt'],
        ...described,
      });
    };
    const assertion = async (
      application: OidcApplication,
      claims: JWTPayload = {},
      alg: keyof typeof keys = 'RS256',
    ) => {
      const now = Math.floor(Date.now() / 1000);
      const whole = {
        iss: application.id,
        sub: application.id,
        aud: world.issuer,
        jti: randomUUID(),
        iat: now,
        exp: now + 180,
        ...claims,
      };
      return new SignJWT(whole).setProtectedHeader({ alg, typ: 'JWT' }).sign((await keys[alg]).privateKey);
    };
    const present = async (
      application: OidcApplication,
      client_assertion: string,
      more: Record<string, string> = {},
    ) =>
      redeem(
        world,
        application,
        { code: await codeFor(application), client_assertion_type: ASSERTION, client_assertion, ...more },
        {},
      );

    test('for the issuer or the token endpoint, alone or in a list, with or without client_id beside it', async () => {
      const klip = await withKeys();
      const endpoint = `${world.issuer}/v1/token`;
      for (const aud of [
        world.issuer,
        endpoint,
        [world.issuer, endpoint],
        ['https://elsewhere.example', world.issuer],
      ]) {
        assert.equal((await present(klip, await assertion(klip, { aud }))).status, 200, String(aud));
      }
      assert.equal((await present(klip, await assertion(klip), { client_id: klip.id })).status, 200);
    });

    test('with RS256, PS256 or ES256', async () => {
      const klip = await withKeys();
      for (const alg of ['RS256', 'PS256', 'ES256'] as const) {
        assert.equal((await present(klip, await assertion(klip, {}, alg))).status, 200, alg);
      }
    });

    test('not for another audience than was agreed', async () => {
      const strict = await withKeys({
        compatibility: { pkce: 'optional', issParameter: false, assertionAudience: ['issuer'] },
      });
      assert.equal((await present(strict, await assertion(strict))).status, 200);
      for (const aud of [`${world.issuer}/v1/token`, 'https://elsewhere.example', `${world.issuer}/`, []]) {
        assert.equal((await present(strict, await assertion(strict, { aud }))).status, 401, String(aud));
      }
    });

    test('not twice, not for longer than ten minutes, not too late', async () => {
      const klip = await withKeys();
      const once = await assertion(klip);
      assert.equal((await present(klip, once)).status, 200);
      assert.equal((await present(klip, once)).status, 401);
      const now = Math.floor(Date.now() / 1000);
      assert.equal((await present(klip, await assertion(klip, { exp: now + 590 }))).status, 200);
      assert.equal((await present(klip, await assertion(klip, { exp: now + 900 }))).status, 401);
      assert.equal((await present(klip, await assertion(klip, { exp: now - 60 }))).status, 401);
    });

    test('not twice even when both come at once', async () => {
      const klip = await withKeys();
      const once = await assertion(klip);
      const codes = [await codeFor(klip), await codeFor(klip), await codeFor(klip)];
      const answers = await Promise.all(
        codes.map((code) =>
          redeem(world, klip, { code, client_assertion_type: ASSERTION, client_assertion: once }, {}),
        ),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 401, 401]);
    });

    test('not by another key, in another name, unsigned, or by its secret', async () => {
      const klip = await withKeys();
      const other = await withKeys();
      const stranger = await generateKeyPair('RS256');
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: klip.id, sub: klip.id, aud: world.issuer, jti: randomUUID(), exp: now + 60 };
      const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(stranger.privateKey);
      assert.equal((await present(klip, forged)).status, 401);
      const hmac = await new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .sign(Buffer.from('x'.repeat(64)));
      assert.equal((await present(klip, hmac)).status, 401);
      const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
      assert.equal((await present(klip, none)).status, 401);
      assert.equal((await present(klip, await assertion(klip, { iss: other.id }))).status, 401);
      assert.notEqual((await present(klip, await assertion(other), { client_id: klip.id })).status, 200);
      assert.notEqual((await present(klip, await assertion(klip, { jti: undefined as never }))).status, 200);
    });
  });

  describe('a public application', () => {
    const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    const S256 = {
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    };
    const openPublic = () => world.addApplication({ secret: null, clientAuthentication: ['none'] });

    test('shows the verifier that belongs to its S256 challenge', async () => {
      const spa = openPublic();
      const code = await codeFor(spa, S256);
      assert.equal(
        await statusOf(redeem(world, spa, { code, client_id: spa.id, code_verifier: verifier }, {})),
        200,
      );
    });

    test('gets nothing without it, and no login without a challenge', async () => {
      const spa = openPublic();
      const code = await codeFor(spa, S256);
      assert.equal(await statusOf(redeem(world, spa, { code, client_id: spa.id }, {})), 400);
      const other = `${verifier.slice(0, -1)}A`;
      assert.equal(
        await statusOf(redeem(world, spa, { code, client_id: spa.id, code_verifier: other }, {})),
        400,
      );
      for (const challenge of [
        {},
        { code_challenge: verifier, code_challenge_method: 'plain' },
        { code_challenge: verifier },
      ]) {
        const begun = await world
          .browser()
          .follow(world.authorizationUrl(asking(spa, challenge)), `${world.issuer}/`);
        assert.equal(begun.location?.searchParams.get('error'), 'invalid_request');
      }
    });
  });
});
