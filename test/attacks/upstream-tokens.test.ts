import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, afterEach, before, describe, test } from 'node:test';
import type { OrganisationId } from '../../src/domain/organisation/index.ts';
import { LEVEL_400, LEVEL_450, LEVEL_500, makeKey, sign } from '../support/hostile-provider.ts';
import { kindOf, openUpstreamScene, type UpstreamScene } from '../support/upstream-client.ts';

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The row of an organisation's own provider. */
const ofOrganisation = () =>
  ({
    proves: {
      kind: 'account',
      organisation: '8a0c1f9e-2f57-4a7b-9a38-0c1b2d3e4f50' as OrganisationId,
      domains: ['acme.example'],
      assurance: 'substantial',
    },
  }) as const;

describe('the ID token of an OpenID provider', () => {
  let scene: UpstreamScene;
  before(async () => {
    scene = await openUpstreamScene();
  });
  afterEach(() => scene.startAnew());
  after(() => scene.close());

  const claim = (name: string, value: unknown) => ({
    claims: (claims: Record<string, unknown>) => ({ ...claims, [name]: value }),
  });

  test('is not believed without a signature, or with one that anybody can make (O05)', async () => {
    await scene.refuses('upstream.algorithm', {
      token: (claims) => `${base64url({ alg: 'none' })}.${base64url(claims)}.`,
    });
    scene.startAnew();
    const key = scene.provider.keys[0]?.public;
    await scene.refuses('upstream.algorithm', {
      token(claims) {
        const input = `${base64url({ alg: 'HS256', kid: key?.kid })}.${base64url(claims)}`;
        const mac = createHmac('sha256', JSON.stringify(key)).update(input).digest('base64url');
        return `${input}.${mac}`;
      },
    });
  });

  test('is not believed under a signature that was not agreed, though the provider offers it (O05)', async () => {
    const other = await makeKey('provider-rsa', 'RSA');
    await scene.refuses('upstream.algorithm', {
      document: (document) => ({ ...document, id_token_signing_alg_values_supported: ['ES256', 'RS256'] }),
      keySet: ({ keys }) => ({ keys: [...keys, other.public] }),
      token: (claims) => sign(claims, other, { alg: 'RS256', kid: other.kid }),
    });
  });

  test('is not believed under a key of somebody else, wherever its header says that this is (O05)', async () => {
    const other = await makeKey('provider-1');
    const headers = [
      { kid: 'provider-1' },
      { kid: 'provider-1', jwk: other.public },
      { kid: 'provider-1', jku: 'http://127.0.0.1:1/keys' },
      { kid: 'provider-1', x5u: 'http://127.0.0.1:1/key' },
    ];
    for (const header of headers) {
      scene.startAnew();
      const token = (claims: Record<string, unknown>) => sign(claims, other, { alg: 'ES256', ...header });
      await scene.refuses('upstream.signature', { token });
      assert.ok(scene.asked.every((url) => url.startsWith(scene.provider.issuer)));
    }
  });

  test('names its key, and the name is looked for among those of the provider and nowhere else (O05)', async () => {
    for (const kid of ['../../../../dev/null', "' OR 1=1 --", '__proto__', 'x'.repeat(5000)]) {
      scene.startAnew();
      await scene.refuses('upstream.key', { header: (header) => ({ ...header, kid }) });
    }
  });

  test('is not believed after a change of any letter (O05)', async () => {
    await scene.refuses('upstream.signature', {
      async token(claims) {
        const [header, , signature] = (await scene.provider.signed(claims)).split('.');
        return `${header}.${base64url({ ...claims, sub: 'somebody-else' })}.${signature}`;
      },
    });
  });

  test('is of a type that an ID token may have, with no extension that nobody knows (O05)', async () => {
    assert.equal(kindOf(await scene.logIn()), 'proven');
    for (const typ of ['at+jwt', 'logout+jwt', 'application/at+jwt', 'secevent+jwt']) {
      scene.startAnew();
      await scene.refuses('upstream.token-form', { header: (header) => ({ ...header, typ }) });
    }
    scene.startAnew();
    scene.provider.state.twist.header = (header) => ({ ...header, typ: 'JWT' });
    assert.equal(kindOf(await scene.logIn()), 'proven');
    scene.startAnew();
    const unknown = { crit: ['b64'], b64: true };
    await scene.refuses('upstream.token-form', { header: (header) => ({ ...header, ...unknown }) });
  });

  test('is for us alone (O05, O12)', async () => {
    const rows = [
      ['aud', 'another-client'],
      ['aud', ['sluis', 'another-client']],
      ['aud', []],
      ['azp', 'another-client'],
    ] as const;
    for (const [name, value] of rows) {
      scene.startAnew();
      await scene.refuses('upstream.audience', claim(name, value));
    }
    scene.startAnew();
    scene.provider.state.twist.claims = (claims) => ({ ...claims, aud: ['sluis', 'other'], azp: 'sluis' });
    assert.equal(kindOf(await scene.logIn()), 'proven');
  });

  test('is from the provider that was asked (O01, O05)', async () => {
    await scene.refuses('upstream.issuer', claim('iss', 'https://other.example'));
    scene.startAnew();
    await scene.refuses('upstream.issuer', claim('iss', `${scene.provider.issuer}/`));
  });

  test('is of now (O05)', async () => {
    const now = Math.floor(Date.now() / 1000);
    for (const [name, value] of [
      ['exp', now - 61],
      ['iat', now + 120],
      ['nbf', now + 120],
      ['iat', 1e300],
    ] as const) {
      scene.startAnew();
      await scene.refuses('upstream.time', claim(name, value));
    }
    scene.startAnew();
    scene.provider.state.twist = { ...scene.provider.state.twist, ...claim('iat', now + 30) };
    assert.equal(kindOf(await scene.logIn()), 'proven', 'clocks may be half a minute apart');
  });

  test('says who logged in, and until when it holds (O05)', async () => {
    for (const [name, value] of [
      ['sub', undefined],
      ['sub', ''],
      ['sub', 12],
      ['sub', 'x'.repeat(300)],
      ['exp', undefined],
      ['iat', '1'],
    ] as const) {
      scene.startAnew();
      scene.provider.state.twist = { ...scene.provider.state.twist, ...claim(name, value) };
      const outcome = kindOf(await scene.logIn());
      assert.ok(/^refused upstream\.(claims|token-response)$/.test(outcome), `${name} ${value}: ${outcome}`);
    }
  });

  test('must come: userinfo alone says nothing (O06)', async () => {
    await scene.refuses('upstream.token-response', { tokenResponse: ({ id_token: _, ...rest }) => rest });
    assert.equal(scene.provider.seen.at(-1)?.path, '/token');
  });

  test('comes with an access token that can be sent to userinfo, or is not believed (O06)', async () => {
    for (const access_token of ['a\nb', 'a\u0001b', 'a\u20acb']) {
      scene.startAnew();
      await scene.refuses('upstream.token-response', {
        tokenResponse: (body) => ({ ...body, access_token }),
      });
    }
  });

  test('is followed by userinfo about the same person only (O06)', async () => {
    await scene.refuses('upstream.userinfo-subject', {
      userinfo: (told) => ({ ...told, sub: 'somebody-else' }),
    });
    scene.startAnew();
    await scene.refuses('upstream.token-response', { userinfo: ({ sub: _, ...told }) => told });
  });

  test('alone says how strongly and when: userinfo changes nothing of it (O06, O12)', async () => {
    scene.provider.state.acr = LEVEL_400;
    scene.provider.state.amr = [];
    scene.provider.state.twist.userinfo = (told) => ({ ...told, acr: LEVEL_500, amr: ['eid'], iss: 'x' });
    const outcome = await scene.logIn();
    assert.ok(outcome.kind === 'proven');
    assert.deepEqual([outcome.claims.means, outcome.claims.assurance], ['csamtotp', 'substantial']);
    assert.equal(outcome.claims.issuer, scene.provider.issuer);
  });

  test('counts for the level that it tells, whatever was asked, and never for more than was agreed (O08)', async () => {
    const levels = async (acr: string | undefined, amr: unknown) => {
      Object.assign(scene.provider.state, { acr, amr });
      const outcome = await scene.logIn();
      return outcome.kind === 'proven'
        ? `${outcome.claims.means} ${outcome.claims.assurance}`
        : kindOf(outcome);
    };
    assert.equal(await levels(LEVEL_500, []), 'eid high');
    assert.equal(
      await levels('0', ['eid', 'urn:be:fedict:iam:fas:Level500']),
      'eid high',
      'as the federal login',
    );
    assert.equal(await levels(LEVEL_450, []), 'itsme high');
    assert.equal(await levels(LEVEL_400, []), 'csamtotp substantial');
    assert.equal(await levels(LEVEL_500, [LEVEL_400]), 'csamtotp substantial', 'of two the weaker');
    for (const acr of [undefined, '', 'urn:be:fedict:iam:fas:citizen:Level600', LEVEL_500.toLowerCase()])
      assert.equal(await levels(acr, ['eid']), 'too-weak');
  });

  test('says when the person proved who they are, where that was asked (O08)', async () => {
    const now = Math.floor(Date.now() / 1000);
    const forced = { request: { maxAgeSeconds: 0, isAgeAsked: true } };
    assert.equal(kindOf(await scene.logIn(forced)), 'proven');
    await scene.refuses('upstream.authentication-time', claim('auth_time', now - 300), forced);
    scene.startAnew();
    await scene.refuses('upstream.authentication-time', claim('auth_time', undefined), forced);
    scene.startAnew();
    for (const moment of [now + 300, 1e300]) {
      await scene.refuses('upstream.authentication-time', claim('auth_time', moment));
      scene.startAnew();
    }
    scene.provider.state.twist = { ...scene.provider.state.twist, ...claim('auth_time', now - 300) };
    const outcome = await scene.logIn({ request: { maxAgeSeconds: 600 } });
    assert.ok(outcome.kind === 'proven' && outcome.claims.at.getTime() === (now - 300) * 1000);
  });

  test('brings a national number that is one, with or without punctuation (O12)', async () => {
    const outcome = await scene.logIn();
    assert.ok(outcome.kind === 'proven');
    assert.equal(outcome.claims.number?.digits.reveal(), '85073003328');
    for (const egovNRN of ['85.07.30-033.29', 'Jan', '', {}, undefined]) {
      scene.startAnew();
      await scene.refuses('upstream.number', { userinfo: (told) => ({ ...told, egovNRN }) });
    }
  });

  test('never makes an organisation answer for a number (O12)', async () => {
    const row = ofOrganisation();
    const outcome = await scene.logIn({ row });
    assert.ok(outcome.kind === 'proven');
    assert.equal(outcome.claims.number, null);
    assert.equal(outcome.claims.email, 'jan.peeters@acme.example');
  });

  test('brings no mail address that was not verified (O09)', async () => {
    const row = ofOrganisation();
    for (const email_verified of [false, 'true', 1, undefined]) {
      scene.startAnew();
      scene.provider.state.twist.userinfo = (told) => ({ ...told, email_verified });
      const outcome = await scene.logIn({ row });
      assert.ok(outcome.kind === 'proven' && outcome.claims.email === null);
    }
  });
});
