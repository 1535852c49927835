import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { application } from '../../../test/support/application-example.ts';
import { enterprise, NOON, openTestStore, personWith } from '../../../test/support/open-test-store.ts';
import { DAY, later } from '../../base/time.ts';
import { capacitiesOf } from '../../domain/capacity/index.ts';
import type { WorkRelation } from '../../domain/organisation/index.ts';
import type { Provenance } from '../../domain/rights/index.ts';

const from = new Date('2025-01-01T00:00:00Z');
const always = { from, until: null };

test('an organisation is found by id and by code, and put again it keeps its id', async (t) => {
  const { store } = await openTestStore(t);
  const first = enterprise('0403019261');
  await store.inTransaction(['organisations'], async ({ organisations }) => {
    assert.deepEqual(await organisations.put(first), first);
    const again = await organisations.put(enterprise('0403019261', { name: 'New name' }));
    assert.deepEqual(again, { ...first, name: 'New name' });
    assert.deepEqual(await organisations.find(first.id), again);
    assert.deepEqual(await organisations.findByCode('EA', first.code), again);
    assert.equal(await organisations.findByCode('LB', first.code), null);
  });
});

test('a person has one live work relation per organisation; the same again changes nothing', async (t) => {
  const { store } = await openTestStore(t);
  const [person, organisation] = [personWith(), enterprise('0403019261')];
  await store.inTransaction(['persons', 'organisations'], async ({ persons, organisations }) => {
    await persons.add(person);
    await organisations.put(organisation);
  });
  const relation = (): WorkRelation => ({
    id: randomUUID(),
    person: person.id,
    organisation: organisation.id,
    userType: 'permanent',
    email: 'anna@example.com',
    validity: always,
  });
  const add = () =>
    store.inTransaction(['organisations'], ({ organisations }) => organisations.addWorkRelation(relation()));
  const added = await Promise.all([add(), add(), add()]);
  assert.equal(new Set(added.map(({ id }) => id)).size, 1);
  assert.equal((await add()).id, added[0]?.id);
});

test('who administers an organisation is told as of a moment', async (t) => {
  const { store } = await openTestStore(t);
  const [anna, bert, organisation] = [personWith(), personWith(), enterprise('0403019261')];
  await store.inTransaction(['persons', 'organisations'], async ({ persons, organisations }) => {
    await persons.add(anna);
    await persons.add(bert);
    await organisations.put(organisation);
    const head = { organisation: organisation.id, kind: 'head-local-administrator' } as const;
    await organisations.addAdministration({ ...head, person: anna.id, validity: { from, until: NOON } });
    await organisations.addAdministration({
      ...head,
      person: bert.id,
      validity: { from: NOON, until: null },
    });
    await organisations.addAdministration({
      ...head,
      person: bert.id,
      validity: { from: NOON, until: null },
    });
    const at = async (moment: Date) =>
      (await organisations.administratorsOf(organisation.id, moment)).map(({ person }) => person);
    assert.deepEqual(await at(later(NOON, -1)), [anna.id]);
    assert.deepEqual(await at(NOON), [bert.id]);
  });
});

test('all ties of a person are read at once: for one application, ended ones too', async (t) => {
  const { store } = await openTestStore(t);
  const [person, colleague] = [personWith(), personWith()];
  const [works, represents] = [enterprise('0403019261'), enterprise('0428759497')];
  await store.inTransaction(
    ['persons', 'organisations', 'rights', 'applications'],
    async ({ persons, organisations, rights, applications }) => {
      await persons.add(person);
      await persons.add(colleague);
      await organisations.put(works);
      await organisations.put(represents);
      await organisations.put(enterprise('0206731645'));
      const representation = { organisation: represents.id, person: person.id, validity: always };
      await organisations.addLegalRepresentation(representation);
      await organisations.addLegalRepresentation({
        ...representation,
        validity: { from: NOON, until: null },
      });
      const relation = await organisations.addWorkRelation({
        id: randomUUID(),
        person: person.id,
        organisation: works.id,
        userType: 'permanent',
        email: null,
        validity: always,
      });
      await applications.put(application('klip'));
      await applications.put(application('gipod'));
      const given: Provenance = {
        by: person.id,
        as: 'administrator',
        at: NOON,
        confirmedBy: colleague.id,
      };
      const right = (id: string, name: string, where: 'klip' | 'gipod') => ({
        id,
        workRelation: relation.id,
        organisation: works.id,
        application: application(where).id,
        right: name,
        contexts: ['Planaanvrager'],
        validity: always,
        given,
      });
      const [live, ended, elsewhere] = [randomUUID(), randomUUID(), randomUUID()];
      await rights.add(right(live, 'live', 'klip'));
      await rights.add(right(live, 'live', 'klip'));
      await rights.add(right(ended, 'ended', 'klip'));
      await rights.add(right(elsewhere, 'elsewhere', 'gipod'));
      await rights.end(ended, later(NOON, -DAY));
      await rights.end(ended, NOON);

      const ties = await rights.tiesOf(person.id, application('klip').id);
      assert.deepEqual(ties.organisations, [works, represents]);
      assert.deepEqual(ties.workRelations, [relation]);
      assert.deepEqual(ties.representations, [representation]);
      assert.deepEqual(ties.rights.map((each) => [each.right, each.validity.until]).sort(), [
        ['ended', later(NOON, -DAY)],
        ['live', null],
      ]);
      for (const each of ties.rights) assert.deepEqual(each.given, given);
      assert.match(ties.voIds.EA ?? '', /^[0-9a-f-]{36}$/);
      const { usable } = capacitiesOf({
        person: person.id,
        ties,
        application: application('klip'),
        at: NOON,
      });
      assert.equal(usable.length, 2);
    },
  );
});

test('a person without ties has none', async (t) => {
  const { store } = await openTestStore(t);
  const ties = await store.inTransaction(['rights'], ({ rights }) =>
    rights.tiesOf(personWith().id, application('klip').id),
  );
  assert.deepEqual(ties, {
    organisations: [],
    workRelations: [],
    rights: [],
    representations: [],
    voIds: {},
  });
});
