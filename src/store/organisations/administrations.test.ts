import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { enterprise, NOON, openTestStore, personWith } from '../../../test/support/open-test-store.ts';
import { DAY, later } from '../../base/time.ts';
import {
  type Administrator,
  administeredBy,
  administratorAt,
  administratorsOf,
} from '../../domain/administration/index.ts';
import type { OrganisationId } from '../../domain/organisation/index.ts';
import type { PersonId } from '../../domain/person/index.ts';

test('who administers an organisation and its units is found in one statement, whatever it rests on', async (t) => {
  const { store } = await openTestStore(t);
  const town = enterprise('0403019261');
  const works = { ...enterprise('0426994097'), parent: town.id };
  const roads = { ...enterprise('0403170701'), parent: works.id };
  const other = enterprise('0207437468');
  const [mayor, head, engineer] = [personWith(), personWith(), personWith()];
  const validity = { from: later(NOON, -DAY), until: null };
  await store.inTransaction(['persons', 'organisations'], async ({ persons, organisations }) => {
    for (const person of [mayor, head, engineer]) await persons.add(person);
    for (const each of [town, works, roads, other]) await organisations.put(each);
    await organisations.addLegalRepresentation({ organisation: town.id, person: mayor.id, validity });
    await organisations.addAdministration({
      organisation: works.id,
      person: head.id,
      kind: 'head-local-administrator',
      validity,
    });
  });
  const at = (person: { readonly id: PersonId }, organisation: { readonly id: OrganisationId }) =>
    store.inTransaction(['administrations'], (stores) =>
      administratorAt(stores, person.id, organisation.id, NOON),
    );
  const basisAt = async (...asked: Parameters<typeof at>) => (await at(...asked))?.basis ?? null;
  assert.equal(await basisAt(mayor, roads), 'legal-representative');
  assert.equal(await basisAt(head, roads), 'head-local-administrator');
  assert.equal(await basisAt(head, town), null);
  assert.equal(await basisAt(head, other), null);
  assert.equal(await basisAt(engineer, works), null);
  assert.equal(await basisAt(head, { id: randomUUID() as OrganisationId }), null);
  const whole = await at(mayor, town);
  assert.deepEqual(new Set(whole?.scope.units), new Set([town.id, works.id, roads.id]));

  const everybody = await store.inTransaction(['administrations'], (stores) =>
    administratorsOf(stores, roads.id, NOON),
  );
  const who = ({ person, basis }: Administrator) => [person, basis];
  assert.deepEqual(everybody.map(who), [
    [mayor.id, 'legal-representative'],
    [head.id, 'head-local-administrator'],
  ]);
  const choice = await store.inTransaction(['administrations'], async ({ administrations }) =>
    administeredBy(await administrations.ofPerson(head.id, NOON), head.id, NOON),
  );
  assert.deepEqual(
    choice.map(({ organisation }) => organisation.id),
    [works.id],
  );
});
