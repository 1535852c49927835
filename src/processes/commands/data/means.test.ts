import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { openCommandWorld } from '../../../../test/support/command-world.ts';
import { makeSigningKey } from '../../../../test/support/eidas-peer.ts';

const world = await openCommandWorld({ after });
const authority = await makeSigningKey();

function privateJwk(kid: string, more: object = {}): object {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid, ...more };
}

const signing = privateJwk('signs', { use: 'sig' });

const federal = {
  code: 'fas',
  kind: 'openid',
  name: { en: 'Federal login' },
  issuer: 'https://fas.example',
  clientId: 'sluis',
  keys: 'fas-client.jwks',
  levels: [
    { acr: 'urn:be:fedict:iam:fas:citizen:Level500', means: 'eid', assurance: 'high' },
    { acr: 'urn:be:fedict:iam:fas:citizen:Level450', means: 'itsme', assurance: 'high', amr: ['itsme'] },
    { acr: 'urn:be:fedict:iam:fas:citizen:Level450', means: 'mygov', assurance: 'high', amr: ['mygov'] },
  ],
  proves: 'national-number',
  numberClaim: 'egovNRN',
  boundTo: null,
  validFrom: '2026-01-01',
  validUntil: null,
};

const town = {
  ...federal,
  code: 'town-idp',
  name: { en: 'Town' },
  issuer: 'https://login.town.example',
  levels: [{ acr: 'mfa', means: 'organisation', assurance: 'substantial' }],
  proves: 'account',
  numberClaim: null,
  boundTo: {
    organisation: { targetGroup: 'LB', code: '0999000426' },
    domains: ['town.example'],
    assurance: 'substantial',
  },
};

async function apply(...providers: readonly object[]) {
  const content = providers.length === 1 ? providers[0] : providers;
  return world.type(`means apply ${await world.put('means.json', content)}`);
}

async function kept(code: string) {
  const all = await world.fresh((store) => store.meansProviders.list());
  const found = all.find((each) => each.code === code);
  assert.ok(found);
  return found;
}

async function eventsOf(kind: 'means.applied' | 'means.trust-changed') {
  return world.store.audit.list({ kind });
}

async function importTown() {
  const columns =
    'target_group,code,name,legal_representative_national_number,head_administrator_national_number';
  const rows = `${columns}\nLB,0999000426,Town,,\n`;
  assert.equal(
    (await world.type(`organisation import ${await world.put('organisations.csv', rows)}`)).code,
    0,
  );
}

describe('sluis means apply', () => {
  test('takes an OpenID provider with our keys at it, twice', async () => {
    await world.put('fas-client.jwks', { keys: [signing] });
    const added = { code: 0, out: 'added     fas  openid  open\n', error: '' };
    assert.deepEqual(await apply(federal), added);
    assert.equal((await apply(federal)).out, 'unchanged fas  openid  open\n');
    const provider = await kept('fas');
    assert.ok(provider.kind === 'openid');
    assert.deepEqual(JSON.parse(provider.keys.reveal()), { keys: [signing] });
    assert.deepEqual(provider.proves, { kind: 'number', claim: 'egovNRN' });
    assert.deepEqual(
      provider.levels.map(({ means, amr }) => `${means} ${amr}`),
      ['eid ', 'itsme itsme', 'mygov mygov'],
    );
    assert.equal((await eventsOf('means.applied')).length, 1);
  });

  test('keeps what it was told of closing, and says so', async () => {
    const closing = {
      ...federal,
      status: 'closed',
      reason: { en: 'Works on the network.' },
      closedUntil: '2999-12-01T08:00:00+01:00',
    };
    const { code, out } = await apply(closing);
    assert.equal(code, 0);
    assert.equal(out, 'changed   fas  openid  closed until 2999-12-01T07:00:00.000Z\n');
    const { status } = await kept('fas');
    assert.ok(status.kind === 'closed');
    assert.deepEqual(status.until, new Date('2999-12-01T07:00:00Z'));
    const later = { ...closing, closedFrom: '2998-01-01T00:00:00Z' };
    assert.match((await apply(later)).out, /open, closes at 2998-01-01/);
    assert.equal((await apply(federal)).out, 'changed   fas  openid  open\n');
    assert.equal((await eventsOf('means.trust-changed')).length, 1);
  });

  test('keeps our keys where the file says nothing of them, and tells in the trail when they change', async () => {
    const { keys: _, ...without } = federal;
    assert.equal((await apply(without)).out, 'unchanged fas  openid  open\n');
    await world.put('fas-client.jwks', { keys: [privateJwk('next'), signing] });
    assert.equal((await apply(federal)).out, 'changed   fas  openid  open\n');
    const [told] = (await eventsOf('means.trust-changed')).toReversed();
    const after = told?.details.after;
    assert.ok(Array.isArray(after));
    assert.equal(after.filter((each) => String(each).startsWith('key ')).length, 2);
    assert.doesNotMatch(JSON.stringify(told), new RegExp((signing as { d: string }).d));
  });

  test('takes the provider of an organisation that was imported, with its domains', async () => {
    const unknown = await apply(town);
    assert.equal(unknown.code, 1);
    assert.match(unknown.error, /boundTo\.organisation\.code: must be the code of an organisation that was/);
    await importTown();
    assert.equal((await apply(town)).code, 0);
    const provider = await kept('town-idp');
    assert.ok(provider.kind === 'openid' && provider.proves.kind === 'account');
    assert.deepEqual(provider.proves.domains, ['town.example']);
  });

  test('takes the other kinds', async () => {
    const card = {
      code: 'card',
      kind: 'certificate',
      authorities: [authority.certificate],
      mappings: [{ means: 'eid', assurance: 'high', proves: 'national-number', field: 'serialNumber' }],
    };
    const passkey = { code: 'passkey', kind: 'passkey', policy: 'device-bound' };
    const { code, out } = await apply(card, passkey, { code: 'email-code', kind: 'email-code' });
    assert.equal(code, 0);
    assert.match(out, /^added {5}card {2}certificate {2}open\nadded {5}passkey .*\nadded {5}email-code /);
    assert.match((await apply({ ...card, code: 'other' })).error, /kind: card is of this kind already/);
  });

  test('refuses what cannot be, each with its place', async () => {
    const [level] = federal.levels;
    const [townLevel] = town.levels;
    for (const [change, reason] of [
      [{ code: 'Fas' }, /means\.json:2:3: code: must be 1 to 40 small letters/],
      [{ code: 'passkey' }, /code: is the name of what every installation has/],
      [{ code: 'f'.repeat(38) }, /code: is too long: "f{38}-[a-z]+" can name no tile/],
      [{ kind: 'saml' }, /must have a "kind": one of "eidas", "openid"/],
      [{ issuer: 'http://fas.example' }, /issuer: must be https/],
      [{ issuer: town.issuer }, /issuer: is that of town-idp/],
      [{ color: 'red' }, /color: there is no such field/],
      [{ levels: [] }, /levels: must have at least 1/],
      [{ levels: [{ ...level, means: 'csamsms' }] }, /assurance: csamsms reaches substantial at most/],
      [{ levels: [{ ...level, means: 'passkey' }] }, /levels\[0\]\.means: must be one that proves a number/],
      [{ levels: [level, { ...level, means: 'itsme' }] }, /levels\[1\]\.acr: a level before it fits every/],
      [{ numberClaim: null }, /numberClaim: is missing/],
      [{ boundTo: town.boundTo }, /boundTo: a provider that proves numbers is bound to nobody/],
      [{ scopes: ['profile'] }, /scopes: must hold "openid"/],
      [{ signing: { idToken: ['HS256'] } }, /signing\.idToken\[0\]: must be one of "RS256"/],
      [{ encryption: { keys: ['RSA-OAEP-256'] } }, /keys: has no key that can open RSA-OAEP-256/],
      [{ reason: { en: 'Broken' } }, /reason: an open one has none/],
      [{ status: 'closed', closedUntil: 'tomorrow' }, /closedUntil: must be a moment with its offset/],
      [{ validUntil: '2025-01-01' }, /validUntil: must be after "validFrom"/],
      [{ keys: 'nothing.jwks' }, /keys: the file does not exist/],
      [{ keys: '{"keys":[]}' }, /keys: must be a JWKS of 1 to 20 private keys/],
      [
        { keys: JSON.stringify({ keys: [{ kid: 'k', kty: 'oct', k: 'c2VjcmV0' }] }) },
        /keys: key "k" must be/,
      ],
      [{ keys: JSON.stringify({ keys: [signing, signing] }) }, /keys: has two keys "signs"/],
      [
        { keys: JSON.stringify({ keys: [privateJwk('o', { alg: 'ECDH-ES' })] }) },
        /keys: has no key that can sign/,
      ],
    ] as const) {
      const { code, error } = await apply({ ...federal, ...change });
      assert.equal(code, 1, String(reason));
      assert.match(error, reason);
      assert.doesNotMatch(error, /c2VjcmV0/);
    }
    for (const [change, reason] of [
      [{ boundTo: null }, /boundTo: is missing/],
      [{ levels: [{ ...townLevel, means: 'eid' }] }, /means: must be "organisation"/],
      [
        { boundTo: { ...town.boundTo, assurance: 'low' } },
        /levels\[0\]\.assurance: "boundTo" agreed low at most/,
      ],
      [{ boundTo: { ...town.boundTo, assurance: 'high' } }, /boundTo\.assurance: must be one of/],
      [{ boundTo: { ...town.boundTo, domains: ['Town.example'] } }, /domains\[0\]: must be a mail domain/],
      [{ code: 'other', issuer: 'https://other.example' }, /boundTo\.domains: one of them leads to town-idp/],
    ] as const) {
      const { code, error } = await apply({ ...town, ...change });
      assert.equal(code, 1, String(reason));
      assert.match(error, reason);
    }
    assert.deepEqual((await kept('fas')).status, { kind: 'open' });
  });

  test('compares in a dry run, and keeps nothing', async () => {
    const file = await world.put('means.json', { ...federal, clientId: 'another' });
    const dry = await world.type(`means apply ${file} --dry-run`);
    assert.equal(dry.out, 'changed   fas  openid  open\nThis was a dry run: nothing was kept.\n');
    const provider = await kept('fas');
    assert.ok(provider.kind === 'openid' && provider.clientId === 'sluis');
  });
});

describe('sluis means list', () => {
  test('shows every provider with what it counts for, and of our keys the public half', async () => {
    const { out } = await world.type('means list');
    assert.match(out, /^card {2}certificate {2}open {2}eid \(high\)$/m);
    assert.match(
      out,
      /^fas {2}openid {2}Federal login {2}open {2}eid \(high\), itsme \(high\), mygov \(high\)$/m,
    );
    const { value } = await world.typeJson('means list');
    const text = JSON.stringify(value);
    assert.match(text, /"jwks":\{"keys":\[\{/);
    assert.doesNotMatch(text, /"d":/);
  });
});
