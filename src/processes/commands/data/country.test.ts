import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { openCommandWorld } from '../../../../test/support/command-world.ts';
import { makeSigningKey } from '../../../../test/support/eidas-peer.ts';
import { parseCountryCode } from '../../../domain/eidas-country/index.ts';
import { writeServiceMetadata } from '../../../protocols/eidas/service/write-service-metadata.ts';
import { assuranceUri } from '../../../protocols/eidas/vocabulary.ts';
import type { SigningKey } from '../../../protocols/saml/keys.ts';

const world = await openCommandWorld({ after });
const [anchor, stranger, service] = await Promise.all([makeSigningKey(), makeSigningKey(), makeSigningKey()]);

function metadata(
  country: string,
  key: SigningKey,
  entityId = `https://eidas.example/${country}`,
  signingCertificates: readonly string[] = [service.certificate],
): string {
  const contact = { givenName: 'Help', email: 'help@eidas.example' };
  const settings = {
    entityId,
    country,
    endpoints: { redirect: 'https://eidas.example/sso', post: null },
    assuranceUris: [assuranceUri('high')],
    protocolVersions: ['1.4'],
    signingCertificates,
    encryptionCertificates: [],
    organization: {
      name: country,
      displayName: country,
      url: 'https://eidas.example',
      technical: contact,
      support: contact,
    },
    validUntil: new Date(Date.now() + 86_400_000),
  };
  return writeServiceMetadata(settings, key);
}

const estonia = {
  code: 'EE',
  name: { en: 'Estonia' },
  status: 'open',
  reason: null,
  metadata: 'ee-metadata.xml',
  trust: [anchor.certificate],
  refreshFrom: null,
  means: [{ name: 'ID-card', assurance: 'high', notifiedOn: '2018-11-07' }],
  validFrom: '2018-11-07',
  validUntil: null,
};

async function kept(code: string) {
  const parsed = parseCountryCode(code);
  assert.ok(parsed);
  return world.fresh((store) =>
    store.inTransaction(['countries'], (stores) => stores.countries.find(parsed)),
  );
}

async function apply(changes: object, name = 'country.json') {
  return world.type(`country apply ${await world.put(name, { ...estonia, ...changes })}`);
}

async function eventKinds() {
  return (await world.store.audit.list()).map((event) => event.kind).toSorted();
}

describe('sluis country apply', () => {
  test('connects a country with metadata that its trust anchor vouches for', async () => {
    await world.put('ee-metadata.xml', metadata('EE', anchor));
    assert.deepEqual(await apply({}), { code: 0, out: 'added     EE  Estonia  open\n', error: '' });
    assert.match((await kept('EE'))?.metadata ?? '', /EntityDescriptor/);
    assert.deepEqual(await eventKinds(), [
      'country.applied',
      'country.entity-changed',
      'country.trust-changed',
    ]);
    assert.equal((await apply({})).out, 'unchanged EE  Estonia  open\n');
    assert.equal(
      (await apply({ metadata: metadata('EE', anchor), means: [] })).out,
      'changed   EE  Estonia  open\n',
    );
  });

  test('keeps metadata and trust where the file says nothing of them', async () => {
    const closing = { status: 'closed', reason: 'temporary-problem', metadata: undefined, trust: undefined };
    assert.equal((await apply(closing)).out, 'changed   EE  Estonia  closed (temporary-problem)\n');
    const country = await kept('EE');
    assert.ok(country?.metadata && country.trust.length === 1);
    assert.equal((await apply({ metadata: null })).out, 'changed   EE  Estonia  open, not connected\n');
    assert.equal((await kept('EE'))?.metadata, null);
  });

  test('refuses metadata that nobody it trusts has signed, of another country, or not to be found', async () => {
    await world.put('ee-metadata.xml', metadata('EE', anchor));
    assert.equal((await apply({})).code, 0);
    await world.put('wrong.xml', metadata('EE', stranger));
    await world.put('latvia.xml', metadata('LV', anchor));
    for (const [changes, reason] of [
      [{ metadata: 'wrong.xml' }, /country\.json:8:3: metadata: eidas\.metadata-untrusted/],
      [{ metadata: 'latvia.xml' }, /metadata: eidas\.metadata-country/],
      [{ metadata: 'nothing.xml' }, /metadata: the file does not exist/],
      [{ metadata: '<xml/>' }, /metadata: eidas\.metadata-/],
      [{ trust: [] }, /trust: metadata needs at least one trust anchor/],
      // The anchors change, the metadata stay: then they must still fit.
      [{ trust: [stranger.certificate], metadata: undefined }, /metadata: eidas\.metadata-untrusted/],
      [{ trust: ['no certificate'] }, /trust\[0\]: must be one certificate in PEM/],
    ] as const) {
      const { code, error } = await apply(changes);
      assert.equal(code, 1);
      assert.match(error, reason);
    }
    assert.deepEqual((await kept('EE'))?.trust, [anchor.certificate]);
  });

  test('pins who may sign, and takes the metadata of nobody else', async () => {
    await world.put('ee-metadata.xml', metadata('EE', anchor));
    const { fingerprint256 } = new X509Certificate(anchor.certificate);
    const signers = [fingerprint256.replaceAll(':', '').toLowerCase()];
    assert.equal((await apply({ signers })).code, 0);
    assert.deepEqual((await kept('EE'))?.signers, [fingerprint256]);
    assert.equal((await apply({})).code, 0);
    assert.deepEqual((await kept('EE'))?.signers, [fingerprint256]);
    assert.match((await apply({ signers: ['00'.repeat(32)] })).error, /metadata: eidas\.metadata-untrusted/);
    assert.match((await apply({ signers: ['no'] })).error, /signers\[0\]: must be a SHA-256 fingerprint/);
    assert.equal((await apply({ signers: [] })).code, 0);
  });

  test('says that keys are too weak, and keeps the country open with the others', async () => {
    const weak = await makeSigningKey({ kind: 'rsa', bits: 2048 }, 'rsa-pss-sha256');
    await world.put(
      'ee-metadata.xml',
      metadata('EE', anchor, undefined, [weak.certificate, service.certificate]),
    );
    const { code, out } = await apply({});
    assert.equal(code, 0);
    assert.match(out, /1 of the keys in its metadata are too weak and are not used/);
    await world.put('ee-metadata.xml', metadata('EE', anchor, undefined, [weak.certificate]));
    assert.match((await apply({})).error, /metadata: eidas\.metadata-key/);
  });

  test('keeps the binding that was agreed with a country, until the file says another', async () => {
    await world.put('ee-metadata.xml', metadata('EE', anchor));
    const bindingAfter = async (changes: object) => {
      assert.equal((await apply(changes)).code, 0);
      return (await kept('EE'))?.binding;
    };
    assert.equal(await bindingAfter({}), null);
    assert.equal(await bindingAfter({ binding: 'redirect' }), 'redirect');
    assert.equal(await bindingAfter({ metadata: undefined }), 'redirect');
    assert.equal(await bindingAfter({ binding: null }), null);
    const { code, error } = await apply({ binding: 'post' });
    assert.equal(code, 1);
    assert.match(error, /binding: its metadata do not offer "post"/);
    assert.match((await apply({ binding: 'artifact' })).error, /binding: /);
  });

  test('shows before it is done that metadata describe another entity, and takes it only by apply', async () => {
    const entities = async () => (await world.store.audit.list({ kind: 'country.entity-changed' })).length;
    await world.put('ee-metadata.xml', metadata('EE', anchor));
    assert.equal((await apply({})).code, 0);
    const before = await entities();
    await world.put('ee-metadata.xml', metadata('EE', anchor, 'https://new.example/EE'));
    const file = await world.put('country.json', estonia);
    const note = 'entityID changes from https://eidas.example/EE to https://new.example/EE';
    const dry = await world.type(`country apply ${file} --dry-run`);
    assert.ok(dry.out.includes(note), dry.out);
    assert.equal((await kept('EE'))?.entityId, 'https://eidas.example/EE');
    assert.ok((await world.type(`country apply ${file}`)).out.includes(note));
    assert.equal((await kept('EE'))?.entityId, 'https://new.example/EE');
    assert.equal(await entities(), before + 1);
    // What was said beforehand must be what comes.
    const told = await apply({ entityId: 'https://eidas.example/EE' });
    assert.equal(told.code, 1);
    assert.match(told.error, /metadata: eidas\.metadata-entity/);
    assert.ok(!(await apply({ entityId: 'https://new.example/EE' })).out.includes('entityID changes'));
  });

  test("refuses metadata that have another state's entityID, kept or in the same file", async () => {
    await world.put('ee-metadata.xml', metadata('EE', anchor));
    assert.equal((await apply({})).code, 0);
    const latvia = (entityId?: string) => ({
      ...estonia,
      code: 'LV',
      name: { en: 'Latvia' },
      metadata: metadata('LV', anchor, entityId),
    });
    const put = async (...countries: readonly object[]) =>
      world.type(`country apply ${await world.put('countries.json', countries)}`);
    assert.match(
      (await put(latvia('https://eidas.example/EE'))).error,
      /metadata: its entityID is that of EE/,
    );
    const lithuania = {
      ...latvia(),
      code: 'LT',
      metadata: metadata('LT', anchor, 'https://eidas.example/LV'),
    };
    assert.match((await put(latvia(), lithuania)).error, /metadata: its entityID is that of LV/);
    assert.equal((await put(latvia())).code, 0);
  });

  test('takes a test country, and says where it shows', async () => {
    const { metadata: _, trust: __, ...rest } = estonia;
    const { code, out } = await apply({ ...rest, code: 'XA', name: { en: 'Sweden' }, metadata: null });
    assert.equal(code, 0);
    assert.match(
      out,
      /XA {2}Sweden \(test\) {2}open, not connected\n.*only where SLUIS_TEST_COUNTRIES is true/,
    );
    assert.match((await world.type('country list')).out, /^XA {2}Sweden \(test\)/m);
  });

  test('refuses what cannot be', async () => {
    for (const [changes, reason] of [
      [{ code: 'GR' }, /code: must be "EL"/],
      [{ code: 'UK' }, /code: must be "GB"/],
      [{ code: 'ZZ' }, /code: must be an ISO 3166-1 country code/],
      [{ status: 'closed' }, /reason: a closed country needs one of/],
      [{ reason: 'not-notified' }, /reason: an open country has none/],
      [{ validUntil: '2018-11-07' }, /validUntil: must be after "validFrom"/],
      [{ validFrom: '2018-02-30' }, /validFrom: must be a date that exists/],
      [{ flag: '🇪🇪' }, /flag: there is no such field/],
      [{ refreshFrom: 'http://169.254.169.254/' }, /refreshFrom: must be https/],
    ] as const) {
      const { code, error } = await apply(changes);
      assert.equal(code, 1, String(reason));
      assert.match(error, reason);
    }
  });

  test('takes the countries that come with Sluis, twice', async () => {
    const file = new URL('../../../../seed/countries.json', import.meta.url).pathname;
    const first = await world.typeJson(`country apply ${file}`);
    assert.equal(first.code, 0);
    const again = await world.type(`country apply ${file}`);
    assert.ok(
      again.out
        .split('\n')
        .filter(Boolean)
        .every((line) => line.startsWith('unchanged')),
    );
  });
});

describe('sluis country list', () => {
  test('shows every country and how it stands', async () => {
    const { out } = await world.type('country list');
    assert.match(out, /^FR {2}France {2}closed \(registration-office\)/m);
    assert.match(out, /^NO {2}Norway {2}open, not connected {4}BankID \(high\), Buypass ID \(high\)$/m);
    assert.match(out, /^EE {2}Estonia {2}open {2}metadata-expiring, until \d{4}-\d{2}-\d{2} {2}ID-/m);
    const { value } = await world.typeJson('country list');
    assert.match(JSON.stringify(value), /"code":"EE".*"isConnected":true/);
  });
});
