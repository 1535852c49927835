import assert from 'node:assert/strict';
import { after, before, describe, mock, test } from 'node:test';
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import type { OidcApplication } from '#src/domain/application/index.ts';
import { tiesBearing } from '../support/ties-bearing.ts';
import {
  asking,
  basic,
  forCompany,
  openWorld,
  redeem,
  signingKeys,
  tokensFor,
  type World,
} from './oidc-world.ts';

describe('an access token', () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });
  after(() => world.close());

  const introspect = async (application: OidcApplication, token: string, headers = basic(application)) => {
    const body = new URLSearchParams({ token, token_type_hint: 'access_token' });
    const answer = await fetch(`${world.issuer}/v1/introspect`, { method: 'POST', body, headers });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const secretOf = ({ secret }: OidcApplication) => secret?.reveal() ?? '';
  const userinfo = (token: string, init: RequestInit = {}) =>
    fetch(`${world.issuer}/v1/userinfo`, { headers: { authorization: `Bearer ${token}` }, ...init });

  describe('introspected', () => {
    test('tells its application the fields and the claims of ACM, and the same signed', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany]);
      const tokens = await tokensFor(world, klip, person, { scope: 'openid vo klip' });
      const { status, body } = await introspect(klip, tokens.access_token);
      assert.equal(status, 200);
      const { jwt, exp, iat, ...told } = body;
      assert.equal(Number(exp) - Number(iat), 3600);
      assert.deepEqual(told, {
        active: true,
        sub: person.subject,
        iss: world.issuer,
        client_id: klip.id,
        aud: klip.id,
        scope: 'openid vo klip',
        token_type: 'bearer',
        vo_id: '5c1bd9b1-0d4f-4a5e-8a0c-1f6f1f3ad101',
        vo_doelgroepcode: 'EA',
        vo_doelgroepnaam: 'Economische Actoren',
        vo_orgcode: '0426994097',
        vo_orgnaam: 'SanoRice',
        vo_email: 'anneliese@sanorice.example',
        klip_rol_3d: ['KLIPgebruiker-Planaanvrager:0426994097', 'KLIPgebruiker-Raadpleger:0426994097'],
      });
      const keys = createRemoteJWKSet(new URL(`${world.issuer}/v1/keys`));
      const { payload, protectedHeader } = await jwtVerify(String(jwt), keys, {
        issuer: world.issuer,
        audience: klip.id,
      });
      assert.deepEqual(payload, { ...told, exp, iat });
      assert.equal(protectedHeader.alg, 'RS256');
    });

    test('is signed as agreed with the application', async () => {
      const klip = world.addApplication({ idTokenAlgorithm: 'ES256' });
      const tokens = await tokensFor(world, klip, world.addPerson([forCompany]));
      assert.equal(decodeProtectedHeader(tokens.id_token).alg, 'ES256');
      const { body } = await introspect(klip, tokens.access_token);
      assert.deepEqual(decodeProtectedHeader(String(body.jwt)), {
        alg: 'ES256',
        kid: 'ec-1',
        typ: 'token-introspection+jwt',
      });
    });

    test('is nothing to another application, nor to one that does not prove who it is (O12)', async () => {
      const klip = world.addApplication();
      const tokens = await tokensFor(world, klip, world.addPerson([forCompany]));
      assert.equal((await introspect(klip, tokens.access_token)).body.active, true);
      const other = world.addApplication();
      assert.deepEqual(await introspect(other, tokens.access_token), {
        status: 200,
        body: { active: false },
      });
      assert.equal((await introspect(klip, tokens.access_token, {})).status, 400);
      const spa = world.addApplication({ secret: null, clientAuthentication: ['none'] });
      const body = new URLSearchParams({ token: tokens.access_token, client_id: spa.id });
      const anonymous = await fetch(`${world.issuer}/v1/introspect`, { method: 'POST', body });
      assert.equal(anonymous.status, 401);
      assert.ok(
        world.store.events.some(
          ({ kind, details }) => kind === 'introspection.refused' && details.reason === 'token-of-another',
        ),
      );
    });

    test('tells only what counts by now, and nothing that was given meanwhile', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany]);
      const tokens = await tokensFor(world, klip, person);
      const roles = async () => (await introspect(klip, tokens.access_token)).body.klip_rol_3d;
      const both = ['KLIPgebruiker-Planaanvrager:0426994097', 'KLIPgebruiker-Raadpleger:0426994097'];
      assert.deepEqual(await roles(), both);
      const ties = tiesBearing(forCompany, person.id, klip.id);
      const holding = (contexts: readonly string[]) =>
        world.store.ties.set(person.id, {
          ...ties,
          rights: ties.rights.map((each) => ({ ...each, contexts })),
        });
      holding(['Raadpleger', 'Kijker']);
      world.store.applications.set(klip.id, {
        ...klip,
        rights: klip.rights.map((each) => ({ ...each, contexts: [...each.contexts, 'Kijker'] })),
      });
      assert.deepEqual(await roles(), [both[1]]);
      const asked = await (await userinfo(tokens.access_token)).json();
      assert.deepEqual((asked as Record<string, unknown>).klip_rol_3d, [both[1]]);
      holding(['Planaanvrager', 'Raadpleger']);
      assert.deepEqual(await roles(), both);
    });

    test('is inactive, refused at userinfo and its code worth nothing, once nothing is left of the capacity', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany]);
      const tokens = await tokensFor(world, klip, person);
      const back = await world.authorize(world.browser(), asking(klip), person);
      assert.equal((await introspect(klip, tokens.access_token)).body.active, true);
      assert.equal((await userinfo(tokens.access_token)).status, 200);
      world.store.ties.set(person.id, { ...tiesBearing(forCompany, person.id, klip.id), rights: [] });
      // By a client that proves itself in the form, the library answers, not the fast lane.
      const inForm = { token: tokens.access_token, client_id: klip.id, client_secret: secretOf(klip) };
      const slow = await fetch(`${world.issuer}/v1/introspect`, {
        method: 'POST',
        body: new URLSearchParams(inForm),
      });
      assert.deepEqual(await slow.json(), { active: false });
      assert.deepEqual((await introspect(klip, tokens.access_token)).body, { active: false });
      for (const method of ['GET', 'POST']) {
        const refused = await userinfo(tokens.access_token, { method });
        assert.equal(refused.status, 401);
        assert.match(refused.headers.get('www-authenticate') ?? '', /error="invalid_token"/);
      }
      const late = await redeem(world, klip, { code: back.searchParams.get('code') ?? '' });
      assert.deepEqual(
        [late.status, ((await late.json()) as { error: string }).error],
        [400, 'invalid_grant'],
      );
    });

    test('is inactive when unknown, of another kind, expired, or when its login has ended', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany]);
      const tokens = await tokensFor(world, klip, person);
      assert.equal((await introspect(klip, tokens.access_token)).body.active, true);
      for (const token of ['x', tokens.id_token, 'A'.repeat(43)]) {
        assert.deepEqual((await introspect(klip, token)).body, { active: false });
      }
      const late = await tokensFor(world, klip, person);
      mock.timers.enable({ apis: ['Date'], now: Date.now() + 3_700_000 });
      assert.deepEqual((await introspect(klip, late.access_token)).body, { active: false });
      mock.timers.reset();
      for (const { grantId = '' } of [...world.store.rows.values()].map(({ payload }) => payload)) {
        world.store.grants.delete(grantId);
      }
      assert.deepEqual((await introspect(klip, tokens.access_token)).body, { active: false });
    });

    test('costs one query', async () => {
      const klip = world.addApplication();
      const tokens = await tokensFor(world, klip, world.addPerson([forCompany]));
      const queries: string[] = [];
      const { states, grants } = world.store.ports;
      for (const [name, port] of Object.entries({ states, grants })) {
        for (const method of Object.keys(port) as (keyof typeof port)[]) {
          mock.method(
            port,
            method,
            new Proxy(port[method] as () => unknown, {
              apply(target, self, parameters) {
                queries.push(`${name}.${method}`);
                return Reflect.apply(target, self, parameters);
              },
            }),
          );
        }
      }
      await introspect(klip, tokens.access_token);
      assert.deepEqual(queries.splice(0), ['states.findToken']);
      await userinfo(tokens.access_token);
      assert.deepEqual(queries.splice(0), ['states.findToken']);
      mock.restoreAll();
    });
  });

  describe('at userinfo', () => {
    test('gives the claims of the login, by GET and by POST', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany]);
      const tokens = await tokensFor(world, klip, person, { scope: 'openid profile rrn' });
      const expected = {
        sub: person.subject,
        given_name: 'Anneliese',
        family_name: 'Weißhaupt',
        rrn: '85073003328',
      };
      assert.deepEqual(await (await userinfo(tokens.access_token)).json(), expected);
      assert.deepEqual(await (await userinfo(tokens.access_token, { method: 'POST' })).json(), expected);
    });

    test('gives nothing that was not asked or not agreed (O12)', async () => {
      const klip = world.addApplication();
      const person = world.addPerson([forCompany]);
      const tokens = await tokensFor(world, klip, person, { scope: 'openid' });
      assert.deepEqual(await (await userinfo(tokens.access_token)).json(), { sub: person.subject });
      const { iss, aud, iat, exp, ...claims } = decodeJwt(tokens.id_token);
      assert.deepEqual(claims, { sub: person.subject });
      // The agreement shrank after the login: the token gives what is agreed now.
      const all = await tokensFor(world, klip, person);
      world.store.applications.set(klip.id, { ...klip, scopes: ['openid'] });
      assert.deepEqual(await (await userinfo(all.access_token)).json(), { sub: person.subject });
    });

    test('gives nothing for a token that is unknown, in the address, or without openid', async () => {
      const klip = world.addApplication();
      const tokens = await tokensFor(world, klip, world.addPerson([forCompany]));
      assert.equal((await userinfo(tokens.access_token)).status, 200);
      assert.equal((await userinfo('A'.repeat(43))).status, 401);
      assert.equal((await userinfo(tokens.id_token)).status, 401);
      assert.equal((await fetch(`${world.issuer}/v1/userinfo`)).status, 401);
      assert.equal(
        (await fetch(`${world.issuer}/v1/userinfo?access_token=${tokens.access_token}`)).status,
        400,
      );
      const without = await tokensFor(world, klip, world.addPerson([forCompany]), { scope: 'vo' });
      assert.equal((await userinfo(without.access_token)).status, 403);
    });

    test('may be called by a page of the application itself, not by another', async () => {
      const klip = world.addApplication();
      const tokens = await tokensFor(world, klip, world.addPerson([forCompany]));
      const from = (origin: string) =>
        userinfo(tokens.access_token, {
          headers: { authorization: `Bearer ${tokens.access_token}`, origin },
        });
      const own = await from('https://app.example');
      assert.equal(own.status, 200);
      assert.equal(own.headers.get('access-control-allow-origin'), 'https://app.example');
      const other = await from('https://evil.example');
      assert.equal(other.headers.get('access-control-allow-origin'), null);
      assert.notEqual(other.status, 200);
    });
  });
});

describe('keys', () => {
  test('in a rotation are all published, and the current one signs', async () => {
    const next = await openWorld();
    await next.close();
    const [rsa, ec] = signingKeys;
    assert.ok(rsa && ec);
    const { generateKeyPairSync } = await import('node:crypto');
    const fresh = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
    const world = await openWorld([
      { ...rsa, current: false },
      { kid: 'rsa-2', algorithm: 'RS256', privateJwk: { ...fresh }, current: true },
      ec,
    ]);
    try {
      const published = (await (await fetch(`${world.issuer}/v1/keys`)).json()) as {
        keys: Record<string, unknown>[];
      };
      assert.deepEqual(published.keys.map(({ kid }) => kid).sort(), ['ec-1', 'rsa-1', 'rsa-2']);
      const secretParts = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];
      assert.ok(published.keys.every((key) => secretParts.every((part) => !(part in key))));
      const tokens = await tokensFor(world, world.addApplication(), world.addPerson([forCompany]));
      assert.equal(decodeProtectedHeader(tokens.id_token).kid, 'rsa-2');
    } finally {
      await world.close();
    }
  });

  test('must be exactly one current for each algorithm', async () => {
    await assert.rejects(openWorld(signingKeys.slice(0, 1)), /exactly one current key must sign ES256/);
    await assert.rejects(
      openWorld(signingKeys.map((key) => ({ ...key, current: false }))),
      /exactly one current key/,
    );
  });
});

describe('the discovery document', () => {
  test('is what clients of ACM expect, and announces no iss parameter', async () => {
    const world = await openWorld();
    try {
      const answer = await fetch(`${world.issuer}/.well-known/openid-configuration`, {
        headers: { host: 'evil.example' },
      });
      assert.equal(answer.headers.get('access-control-allow-origin'), '*');
      const document = (await answer.json()) as Record<string, unknown>;
      assert.equal(document.issuer, world.issuer);
      const paths = {
        authorization: 'auth',
        token: 'token',
        userinfo: 'userinfo',
        introspection: 'introspect',
        end_session: 'logout',
      };
      for (const [name, path] of Object.entries(paths))
        assert.equal(document[`${name}_endpoint`], `${world.issuer}/v1/${path}`);
      assert.equal(document.jwks_uri, `${world.issuer}/v1/keys`);
      assert.deepEqual(document.scopes_supported, ['openid']);
      assert.deepEqual(document.response_types_supported, ['code']);
      assert.ok(!('authorization_response_iss_parameter_supported' in document));
    } finally {
      await world.close();
    }
  });
});
