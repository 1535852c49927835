import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { application } from '../../../test/support/application-example.ts';
import { openTestStore, type TestStore } from '../../../test/support/open-test-store.ts';
import { noNames, recordStatements } from '../../../test/support/record-statements.ts';
import { Redacted } from '../../base/redacted.ts';
import type { Application } from '../../domain/application/index.ts';
import type { CountryCode, EidasCountry } from '../../domain/eidas-country/index.ts';
import { caseworkApplication } from '../../domain/staff/index.ts';
import { openStore } from '../index.ts';

const klip = application('klip');
const put = ({ store }: TestStore, description: Application) =>
  store.inTransaction(['applications'], ({ applications }) => applications.put(description));
const secretOf = (found: Application | null) =>
  found?.protocol === 'oidc' ? (found.secret?.reveal() ?? null) : null;
const plain = (found: Application | null) => found && { ...found, secret: secretOf(found) };

const estonia: EidasCountry = {
  code: 'EE' as CountryCode,
  name: { en: 'Estonia' },
  status: { kind: 'open' },
  means: [{ name: 'ID-card', assurance: 'high', notifiedOn: '2018-11-07' }],
  persistence: 'A',
  metadata: '<EntityDescriptor/>',
  trust: ['-----BEGIN CERTIFICATE-----'],
  binding: null,
  entityId: null,
  signers: [],
  refreshFrom: null,
  validFrom: '2018-11-07',
  validUntil: null,
  source: null,
};

test('an application comes back as applied, and applying it says whether anything changed', async (t) => {
  const test = await openTestStore(t);
  assert.deepEqual(await put(test, klip), { kind: 'added' });
  assert.deepEqual(plain(await test.store.applications.find(klip.id)), plain(klip));
  assert.deepEqual(await put(test, klip), { kind: 'unchanged' });
  assert.deepEqual(await put(test, { ...klip, secret: new Redacted('another') }), { kind: 'changed' });
  assert.equal(secretOf(await test.store.applications.find(klip.id)), 'another');
  assert.deepEqual(await put(test, { ...klip, secret: null, homeUri: 'https://klip.example' }), {
    kind: 'changed',
  });
  assert.deepEqual(
    (await test.store.applications.list()).map((found) => [found.id, secretOf(found)]),
    [[klip.id, null]],
  );
  assert.equal(await test.store.applications.find(application('gipod').id), null);
});

test('a page of our own is kept without what other protocols know', async (t) => {
  const test = await openTestStore(t);
  await put(test, caseworkApplication);
  assert.deepEqual(await test.store.applications.find(caseworkApplication.id), caseworkApplication);
  assert.deepEqual(await put(test, caseworkApplication), { kind: 'unchanged' });
});

test('a change is seen within its own transaction, and by nobody when it is rolled back', async (t) => {
  const test = await openTestStore(t);
  await put(test, klip);
  await test.store.applications.find(klip.id);
  const renamed = { ...klip, name: { en: 'Renamed' } };
  await assert.rejects(
    test.store.inTransaction(['applications'], async ({ applications }) => {
      await applications.find(klip.id);
      await applications.put(renamed);
      assert.deepEqual((await applications.find(klip.id))?.name, renamed.name);
      throw new Error('no');
    }),
    /no/,
  );
  assert.deepEqual((await test.store.applications.find(klip.id))?.name, klip.name);
});

test('another process notices a change without being asked', { timeout: 10_000 }, async (t) => {
  const test = await openTestStore(t);
  const other = await openStore({ url: test.url, keys: test.keys, clock: test.now });
  t.after(() => other.close());
  await put(test, klip);
  assert.deepEqual((await other.applications.find(klip.id))?.name, klip.name);
  await put(test, { ...klip, name: { en: 'Renamed' } });
  while ((await other.applications.find(klip.id))?.name.en !== 'Renamed') await nextTurn();
});

test('a country comes back as applied; fresh metadata replace nothing else', async (t) => {
  const { store } = await openTestStore(t);
  assert.deepEqual(await store.countries.put(estonia), { kind: 'added' });
  assert.deepEqual(await store.countries.find(estonia.code), estonia);
  assert.deepEqual(await store.countries.put(estonia), { kind: 'unchanged' });
  const fresh = { xml: '<New/>', entityId: 'https://eidas.ee.example/metadata' };
  await store.countries.putMetadata(estonia.code, fresh, new Date());
  assert.deepEqual(await store.countries.list(), [
    { ...estonia, metadata: fresh.xml, entityId: fresh.entityId },
  ]);
  assert.deepEqual(await store.countries.put(estonia), { kind: 'changed' });
  assert.equal(await store.countries.find('FR' as CountryCode), null);
  await assert.rejects(
    store.countries.putMetadata('FR' as CountryCode, fresh, new Date()),
    /unknown country/,
  );
});

test('the health of a country is the last one that was told', async (t) => {
  const { store, now } = await openTestStore(t);
  await store.countries.put(estonia);
  assert.equal(await store.countries.healthOf(estonia.code), null);
  const working = { code: estonia.code, kind: 'working', since: now(), detail: null } as const;
  await store.countries.putHealth(working);
  const failing = { ...working, kind: 'failing', detail: 'timeout' } as const;
  await store.countries.putHealth(failing);
  assert.deepEqual(await store.countries.healthOf(estonia.code), failing);
  assert.deepEqual(await store.countries.health(), [failing]);
});

test('another process notices the health of a country that changed, and asks the database for nothing in between', {
  timeout: 10_000,
  skip: noNames,
}, async (t) => {
  const test = await openTestStore(t);
  await test.store.countries.put(estonia);
  const working = { code: estonia.code, kind: 'working', since: test.now(), detail: null } as const;
  await test.store.countries.putHealth(working);
  const other = await openStore({ url: test.url, keys: test.keys, clock: test.now });
  t.after(() => other.close());
  await other.countries.list();
  assert.deepEqual(await other.countries.healthOf(estonia.code), working);
  const sent = await recordStatements(async () => {
    assert.deepEqual(await other.countries.health(), [working]);
    await other.countries.find(estonia.code);
    // Told once more as it stands, it is no news.
    await test.store.countries.putHealth(working);
  });
  assert.deepEqual(
    sent.map(({ name }) => name),
    ['countries.put_health'],
  );
  await test.store.countries.putHealth({ ...working, kind: 'failing', detail: 'timeout' });
  while ((await other.countries.health())[0]?.kind !== 'failing') await nextTurn();
});
