import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, type TestContext, test } from 'node:test';
import { application } from '../../../test/support/application-example.ts';
import { enterprise, NOON, openTestStore, personWith } from '../../../test/support/open-test-store.ts';
import { DAY, later } from '../../base/time.ts';
import type { Organisation } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { byImport } from '../../domain/rights/index.ts';
import type { PeopleFilter, PersonInList, WorkRelationId } from '../../domain/work-relation/index.ts';

const klip = application('klip');
const began = later(NOON, -100 * DAY);

async function openScene(t: TestContext) {
  const { store } = await openTestStore(t);
  const [organisation, other] = [enterprise('0403019261'), enterprise('0202239951')];
  await store.inTransaction(['organisations'], async ({ organisations }) => {
    await organisations.put(organisation);
    await organisations.put(other);
  });
  const everybody: PeopleFilter = {
    ...{ organisation: organisation.id, standing: 'current', type: null, application: null },
    ...{ search: null, after: null },
  };
  return {
    ...{ store, organisation, other },
    async hire(
      [givenNames, familyName]: readonly [string, string],
      changes: { readonly until?: Date | null; readonly from?: Date; readonly at?: Organisation } = {},
    ): Promise<{ readonly id: WorkRelationId; readonly person: PersonId }> {
      const person = personWith({ givenNames, familyName });
      const id = randomUUID() as string as WorkRelationId;
      await store.inTransaction(['persons', 'people'], async ({ persons, people }) => {
        await persons.add(person);
        await people.add({
          ...{ id, person: person.id, organisation: (changes.at ?? organisation).id, type: 'permanent' },
          ...{ email: null, phone: null, jobTitle: 'Surveyor', added: { by: null, as: 'import' } },
          validity: { from: changes.from ?? began, until: changes.until ?? null },
        });
      });
      return { id, person: person.id };
    },
    list: (changes: Partial<PeopleFilter> = {}, most = 50) =>
      store.inTransaction(['people'], ({ people }) => people.list({ ...everybody, ...changes }, NOON, most)),
  };
}

const namesOf = (people: readonly PersonInList[]) => people.map(({ familyName }) => familyName);

describe('the people of an organisation', () => {
  test('stand in the order of their names as these are folded, and a page begins behind the last of the one before', async (t) => {
    const { hire, list, other } = await openScene(t);
    for (const name of ['Özgür', 'Zeebroek', 'Adam', 'Müller', 'Mueller']) await hire(['Jan', name]);
    await hire(['Jan', 'Bakker'], { at: other });
    const all = await list();
    assert.deepEqual(namesOf(all), ['Adam', ...namesOf(all).slice(1, 3), 'Özgür', 'Zeebroek']);
    assert.deepEqual(new Set(namesOf(all).slice(1, 3)), new Set(['Müller', 'Mueller']));
    const first = await list({}, 2);
    const second = await list({ after: first.at(-1)?.relation ?? null }, 10);
    assert.deepEqual(namesOf([...first, ...second]), namesOf(all));
  });

  test('are found by the beginning of any of their names, however these are spelled', async (t) => {
    const { hire, list } = await openScene(t);
    await hire(['Marie Louise', 'Van den Broeck']);
    await hire(['Jürgen', 'Müller']);
    assert.deepEqual(namesOf(await list({ search: 'broe' })), ['Van den Broeck']);
    assert.deepEqual(namesOf(await list({ search: 'mueller jur' })), ['Müller']);
    assert.deepEqual(namesOf(await list({ search: 'roeck' })), []);
    assert.deepEqual(namesOf(await list({ search: '%' })), []);
    assert.deepEqual(namesOf(await list({ search: '???' })), []);
  });

  test('are told apart by whether they work there now, soon no longer, later or no more', async (t) => {
    const { hire, list } = await openScene(t);
    await hire(['Ann', 'Stays']);
    await hire(['Ann', 'Leaves'], { until: later(NOON, 5 * DAY) });
    await hire(['Ann', 'Comes'], { from: later(NOON, 5 * DAY) });
    await hire(['Ann', 'Left'], { until: later(NOON, -DAY) });
    assert.deepEqual(namesOf(await list()), ['Leaves', 'Stays']);
    assert.deepEqual(namesOf(await list({ standing: 'ending' })), ['Leaves']);
    assert.deepEqual(namesOf(await list({ standing: 'coming' })), ['Comes']);
    assert.deepEqual(namesOf(await list({ standing: 'ended' })), ['Left']);
  });

  test('follow a new name of a person, and are counted with the rights that they have now', async (t) => {
    const { store, hire, list, organisation } = await openScene(t);
    const { id, person } = await hire(['Ann', 'Before']);
    await store.inTransaction(['applications', 'rights'], async ({ applications, rights }) => {
      await applications.put(klip);
      const right = { workRelation: id, organisation: organisation.id, application: klip.id };
      const given = { ...right, right: 'live', contexts: [], given: byImport };
      await rights.add({ id: randomUUID(), ...given, validity: { from: began, until: null } });
      await rights.add({ id: randomUUID(), ...given, validity: { from: began, until: later(NOON, -DAY) } });
    });
    const [one] = await list({ application: klip.id });
    assert.equal(one?.rights, 1);
    assert.equal(one?.person, person);
    const ended = await store.inTransaction(['people'], ({ people }) => people.endRights(id, NOON));
    assert.equal(ended.length, 1);
    assert.deepEqual(await list({ application: klip.id }), []);
  });

  test('have one relation that is not over, and whoever changes it second is told', async (t) => {
    const { store, hire, organisation, other } = await openScene(t);
    const { id, person } = await hire(['Ann', 'Peeters']);
    await store.inTransaction(['people'], async ({ people }) => {
      const held = await people.holdOf(person, organisation.id, NOON);
      assert.equal(held?.relation, id);
      assert.equal(await people.holdOf(person, other.id, NOON), null);
      assert.equal(await people.find(other.id, id), null);
      const details = { type: 'external', email: null, phone: null, jobTitle: null } as const;
      const validity = { from: began, until: later(NOON, DAY) };
      assert.equal(await people.change(id, 1, { ...details, validity }), true);
      assert.equal(await people.change(id, 1, { ...details, validity }), false);
      const found = await people.find(organisation.id, id);
      assert.deepEqual([found?.version, found?.type, found?.validity.until], [2, 'external', validity.until]);
    });
  });
});
