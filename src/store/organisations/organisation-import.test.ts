import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
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

describe('units and mergers', () => {
  const [mother, unit, corner] = ['0428759497', '0403019261', '0206731645'] as OrganisationCode[] as [
    OrganisationCode,
    OrganisationCode,
    OrganisationCode,
  ];
  const found = ({ store }: TestStore, code: OrganisationCode) =>
    store.inTransaction(['organisations'], ({ organisations }) => organisations.findByCode('EA', code));
  async function judged({ store }: TestStore, rows: readonly ImportedOrganisation[]) {
    const session = await store.organisationImport.begin();
    await session.addBatch(rows.map((each, place) => ({ ...each, line: place + 2 })));
    const wrong = [];
    for await (const { line, column, what } of session.judge()) wrong.push(`${line} ${column} ${what}`);
    await session.commit();
    return wrong;
  }

  test('a unit may come before the organisation that it is of; what a later file does not say stays', async (t) => {
    const test = await openTestStore(t);
    assert.deepEqual(
      await judged(test, [row({ code: unit, parent: mother }), row({ code: mother, parent: null })]),
      [],
    );
    const above = await found(test, mother);
    assert.equal((await found(test, unit))?.parent, above?.id);
    assert.deepEqual(await bring(test, [row({ code: unit })]), { ...nothing, unchanged: 1 });
    assert.equal((await found(test, unit))?.parent, above?.id);
    await bring(test, [row({ code: unit, parent: null })]);
    assert.equal((await found(test, unit))?.parent, null);
  });

  test('what leads nowhere, in a circle, with what is there too, or contradicts itself is told and left out', async (t) => {
    const test = await openTestStore(t);
    const wrong = await judged(test, [
      row({ code: unit, parent: mother, email: 'one@example.org' }),
      row({ code: unit, email: 'another@example.org' }),
      row({ code: mother }),
      row({ code: corner, parent: '0403170701' as OrganisationCode }),
    ]);
    assert.deepEqual(wrong, ['3 email contradicts', '5 parent_code unknown']);
    assert.equal(await found(test, corner), null);
    assert.deepEqual(await judged(test, [row({ code: mother, parent: unit })]), ['2 parent_code circle']);
    assert.deepEqual(
      await judged(test, [row({ code: corner, mergedInto: mother }), row({ code: mother, parent: corner })]),
      ['2 merged_into circle', '3 parent_code circle'],
    );
    assert.equal((await found(test, mother))?.parent, null);
  });

  test('go ten deep and no further, whichever end of them a file names', async (t) => {
    const test = await openTestStore(t);
    const chain = Array.from({ length: 12 }, (_, place) => `DE:HRB ${place}` as OrganisationCode);
    const linked = (place: number) =>
      row({ code: chain[place] ?? CODE, country: 'DE', parent: chain[place - 1] ?? null });
    const deep = await judged(
      test,
      chain.map((_, place) => linked(place)),
    );
    assert.deepEqual(deep, ['13 parent_code deep']);
    const under = await judged(test, [row({ code: mother }), { ...linked(0), parent: mother }]);
    assert.deepEqual(under, ['3 parent_code deep']);
  });

  test('an organisation that is taken over ends, with what was, and stays so when an older file comes again', async (t) => {
    const test = await openTestStore(t);
    await bring(test, [row({ code: mother }), row({ code: unit })]);
    const merged = [row({ code: unit, name: 'Ooit NV', mergedInto: mother })];
    assert.deepEqual(await bring(test, merged), { ...nothing, changed: 1 });
    const gone = await found(test, unit);
    assert.equal(gone?.mergedInto, (await found(test, mother))?.id);
    assert.deepEqual(gone?.validity.until, test.now());
    test.moveTo(later(test.now(), DAY));
    assert.deepEqual(await bring(test, merged), { ...nothing, unchanged: 1 });
    assert.deepEqual(await bring(test, [row({ code: unit, name: 'Ooit NV' })]), { ...nothing, unchanged: 1 });
    const told = await test.store.inTransaction(['organisationHistory'], ({ organisationHistory }) =>
      organisationHistory.ofSubject('organisation', gone?.id ?? ''),
    );
    assert.deepEqual(
      told.map(({ kind, after }) => [kind, after.name]),
      [
        ['added', 'Aannemer NV'],
        ['merged', 'Ooit NV'],
      ],
    );
  });
});

test('a function is kept with the representation, and a dash ends all of them', async (t) => {
  const test = await openTestStore(t);
  const named = { legalRepresentative: numberOf(anna), function: 'Zaakvoerder' };
  await bring(test, [row(named)]);
  assert.deepEqual(await bring(test, [row({ legalRepresentative: numberOf(anna) })]), {
    ...nothing,
    unchanged: 1,
  });
  test.moveTo(later(test.now(), DAY));
  assert.deepEqual(await bring(test, [row({ isRepresentedByNobody: true })]), {
    ...nothing,
    unchanged: 1,
    endedRepresentations: 1,
  });
  const changes = await test.store.inTransaction(
    ['organisations', 'organisationHistory'],
    async ({ organisations, organisationHistory }) => {
      const organisation = await organisations.findByCode('EA', CODE);
      assert.ok(organisation);
      return organisationHistory.list({ organisations: [organisation.id], subject: 'representation' }, 10);
    },
  );
  assert.deepEqual(
    changes.map(({ kind, after }) => [kind, after.function, after.until === null]),
    [
      ['struck-off', 'Zaakvoerder', false],
      ['named', 'Zaakvoerder', true],
    ],
  );
});
