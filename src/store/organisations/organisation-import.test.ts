import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  numberOf,
  openTestStore,
  personWith,
  type TestStore,
} from '../../../test/support/open-test-store.ts';
import { DAY, later } from '../../base/time.ts';
import type { ImportedOrganisation, OrganisationCode } from '../../domain/organisation/index.ts';

const CODE = '0403019261' as OrganisationCode;
const [anna, bert] = ['85073003328', '42012205181'] as const;

const row = (changes: Partial<ImportedOrganisation> = {}): ImportedOrganisation => ({
  targetGroup: 'EA',
  code: CODE,
  name: 'Aannemer NV',
  country: 'BE',
  legalRepresentative: null,
  headAdministrator: null,
  ...changes,
});

async function bring({ store }: TestStore, rows: readonly ImportedOrganisation[]) {
  const session = await store.organisationImport.begin();
  await session.addBatch(rows);
  return session.commit();
}

const nothing = {
  added: 0,
  changed: 0,
  unchanged: 0,
  repeated: 0,
  persons: 0,
  representations: 0,
  endedRepresentations: 0,
  administrations: 0,
};

test('organisations go in with the people that they name; the same file twice changes nothing', async (t) => {
  const test = await openTestStore(t);
  await test.store.inTransaction(['persons'], ({ persons }) =>
    persons.add(personWith({ number: numberOf(anna) })),
  );
  const rows = [
    row({ legalRepresentative: numberOf(anna), headAdministrator: numberOf(bert) }),
    row({ code: '0428759497' as OrganisationCode, headAdministrator: numberOf(bert) }),
  ];
  assert.deepEqual(await bring(test, rows), {
    ...nothing,
    added: 2,
    persons: 1,
    representations: 1,
    administrations: 2,
  });
  assert.deepEqual(await bring(test, rows), { ...nothing, unchanged: 2 });
  await test.store.inTransaction(['persons', 'organisations'], async ({ persons, organisations }) => {
    const organisation = await organisations.findByCode('EA', CODE);
    const [administrator] = organisation
      ? await organisations.administratorsOf(organisation.id, test.now())
      : [];
    assert.equal(administrator?.person, (await persons.findByNumber(numberOf(bert)))?.id);
    assert.equal(administrator?.kind, 'head-local-administrator');
    assert.match((await persons.findByNumber(numberOf(bert)))?.subject ?? '', /^[0-9a-f]{40}$/);
  });
});

test('who is added by an import has the names that the register knows', async (t) => {
  const test = await openTestStore(t);
  const session = await test.store.registerImport.begin();
  await session.addBatch([
    {
      number: numberOf(anna),
      familyName: 'Peeters',
      givenNames: 'Anna Maria',
      birthDate: { year: 1985, month: 7, day: 30 },
      birthPlace: null,
      sex: null,
      nationality: null,
      address: { street: null, postcode: null, municipality: null, country: null },
    },
  ]);
  await session.commit();
  await bring(test, [row({ legalRepresentative: numberOf(anna) })]);
  const person = await test.store.inTransaction(['persons'], ({ persons }) =>
    persons.findByNumber(numberOf(anna)),
  );
  assert.equal(`${person?.givenNames} ${person?.familyName}`, 'Anna Maria Peeters');
});

test('where a file names representatives, others end; where it names none, they stay', async (t) => {
  const test = await openTestStore(t);
  await bring(test, [row({ legalRepresentative: numberOf(anna) })]);
  test.moveTo(later(test.now(), DAY));
  assert.deepEqual(await bring(test, [row()]), { ...nothing, unchanged: 1 });
  const both = [row({ legalRepresentative: numberOf(anna) }), row({ legalRepresentative: numberOf(bert) })];
  assert.deepEqual(await bring(test, both), {
    ...nothing,
    unchanged: 1,
    repeated: 1,
    persons: 1,
    representations: 1,
  });
  assert.deepEqual(await bring(test, [row({ legalRepresentative: numberOf(bert) })]), {
    ...nothing,
    unchanged: 1,
    endedRepresentations: 1,
  });
});

test('a trial tells the counts and leaves nothing behind', async (t) => {
  const test = await openTestStore(t);
  const session = await test.store.organisationImport.begin();
  await session.addBatch([row({ legalRepresentative: numberOf(anna) })]);
  assert.deepEqual(await session.tryOut(), { ...nothing, added: 1, persons: 1, representations: 1 });
  await test.store.inTransaction(['organisations', 'persons'], async ({ organisations, persons }) => {
    assert.equal(await organisations.findByCode('EA', CODE), null);
    assert.equal(await persons.findByNumber(numberOf(anna)), null);
  });
});
