import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import * as oauth from 'oauth4webapi';
import * as client from 'openid-client';
import type { OidcApplication } from '#src/domain/application/index.ts';
import { callback, forCompany, openWorld, type World } from './oidc-world.ts';

describe('a relying party in use', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  /** Where the provider sends the browser after the login that this address begins. */
  const logIn = async (url: URL) => {
    const browser = world.browser();
    const begun = await browser.follow(url.href, `${world.issuer}/`);
    assert.equal(begun.location?.origin, world.origin);
    return world.logIn(browser, begun.location, world.addPerson([forCompany]));
  };
  const scope = 'openid profile vo klip';
  const insecure = { execute: [client.allowInsecureRequests] };

  const flow = async (
    application: OidcApplication,
    authentication: client.ClientAuth,
    metadata: Partial<client.ClientMetadata> = {},
  ) => {
    const config = await client.discovery(
      new URL(world.issuer),
      application.id,
      metadata,
      authentication,
      insecure,
    );
    const verifier = client.randomPKCECodeVerifier();
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const back = await logIn(url);
    const tokens = await client.authorizationCodeGrant(config, back, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
      idTokenExpected: true,
    });
    const sub = tokens.claims()?.sub ?? '';
    const userinfo = await client.fetchUserInfo(config, tokens.access_token, sub);
    assert.equal(userinfo.vo_orgcode, '0426994097');
    return { config, tokens };
  };

  test('openid-client logs in with state, nonce, PKCE and Basic, introspects and logs out', async () => {
    const klip = world.addApplication();
    const { config, tokens } = await flow(klip, client.ClientSecretBasic(klip.secret?.reveal()));
    const told = await client.tokenIntrospection(config, tokens.access_token);
    assert.equal(told.active, true);
    assert.equal(told.client_id, klip.id);
    const out = client.buildEndSessionUrl(config, {
      post_logout_redirect_uri: 'https://app.example/left',
      id_token_hint: tokens.id_token ?? '',
    });
    const left = await world.browser().get(out.href);
    assert.equal(left.headers.get('location'), 'https://app.example/left');
  });

  test('openid-client logs in with client_secret_post, and with ES256 ID tokens', async () => {
    const klip = world.addApplication({ idTokenAlgorithm: 'ES256' });
    await flow(klip, client.ClientSecretPost(klip.secret?.reveal()), {
      id_token_signed_response_alg: 'ES256',
    });
  });

  test('openid-client logs in with private_key_jwt', async () => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const klip = world.addApplication({
      secret: null,
      clientAuthentication: ['private_key_jwt'],
      jwks: { keys: [{ ...pair.publicKey.export({ format: 'jwk' }) }] },
    });
    const key = await crypto.subtle.importKey(
      'pkcs8',
      pair.privateKey.export({ type: 'pkcs8', format: 'der' }),
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      false,
      ['sign'],
    );
    await flow(klip, client.PrivateKeyJwt(key));
  });

  test('openid-client as a public application logs in with PKCE alone', async () => {
    await flow(world.addApplication({ secret: null, clientAuthentication: ['none'] }), client.None());
  });

  test('openid-client that knows RFC 9207 gets the issuer where that was agreed', async () => {
    const klip = world.addApplication({
      compatibility: { pkce: 'required', issParameter: true, assertionAudience: ['issuer'] },
    });
    await flow(klip, client.ClientSecretBasic(klip.secret?.reveal()));
  });

  test('oauth4webapi, which forgives nothing, validates every response', async () => {
    const klip = world.addApplication();
    const options = { [oauth.allowInsecureRequests]: true };
    const issuer = new URL(world.issuer);
    const server = await oauth.processDiscoveryResponse(
      issuer,
      await oauth.discoveryRequest(issuer, options),
    );
    const relying: oauth.Client = { client_id: klip.id };
    const [state, nonce, verifier] = [
      oauth.generateRandomState(),
      oauth.generateRandomNonce(),
      oauth.generateRandomCodeVerifier(),
    ];
    const url = new URL(server.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      client_id: klip.id,
      redirect_uri: callback,
      response_type: 'code',
      scope,
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: '300',
    }).toString();
    const parameters = oauth.validateAuthResponse(server, relying, await logIn(url), state);
    const authentication = oauth.ClientSecretBasic(klip.secret?.reveal() ?? '');
    const granted = await oauth.authorizationCodeGrantRequest(
      server,
      relying,
      authentication,
      parameters,
      callback,
      verifier,
      options,
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, relying, granted, {
      expectedNonce: nonce,
      maxAge: 300,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(server, granted, options);
    const claims = oauth.getValidatedIdTokenClaims(tokens);
    assert.deepEqual(claims?.klip_rol_3d, [
      'KLIPgebruiker-Planaanvrager:0426994097',
      'KLIPgebruiker-Raadpleger:0426994097',
    ]);
    const answered = await oauth.userInfoRequest(server, relying, tokens.access_token, options);
    const userinfo = await oauth.processUserInfoResponse(server, relying, claims?.sub ?? '', answered);
    assert.equal(userinfo.vo_orgnaam, 'SanoRice');
    const introspected = await oauth.introspectionRequest(
      server,
      relying,
      authentication,
      tokens.access_token,
      options,
    );
    assert.equal((await oauth.processIntrospectionResponse(server, relying, introspected)).active, true);
  });

  test('that writes literal spaces into its address, as the front ends of lblod do, is understood by way of the browser', async () => {
    const klip = world.addApplication();
    // WHATWG URL: a browser sends such a space as %20.
    const written = `${world.issuer}/v1/auth?response_type=code&client_id=${klip.id}&redirect_uri=${callback}&scope=openid vo  klip`;
    assert.ok((await logIn(new URL(written))).searchParams.get('code'));
  });
});
