import { DAY, later } from '../../src/base/time.ts';
import type { ActingPerson } from '../../src/domain/acting/index.ts';
import { administratorAt } from '../../src/domain/administration/index.ts';
import type { Organisation } from '../../src/domain/organisation/index.ts';
import type { Person } from '../../src/domain/person/index.ts';
import type { WishedRelation } from '../../src/domain/work-relation/index.ts';
import { onOneConnection } from '../../src/store/ground/connection.ts';
import {
  enterprise,
  NOON,
  numberOf,
  openTestStore,
  personWith,
  type TestContext,
} from './open-test-store.ts';

const since = { from: later(NOON, -100 * DAY), until: null };

/** What an administrator types of somebody who works there for good. */
export const usualWish: WishedRelation = {
  type: 'permanent',
  from: null,
  until: null,
  email: 'jan@town.example',
  phone: '',
  jobTitle: '',
};

/** A town with a mayor by law, a head administrator and an employee, and another organisation with a manager by law. */
export async function openOrganisationScene(t: TestContext) {
  const opened = await openTestStore(t);
  const { store, now } = opened;
  const town = enterprise('0403019261', { name: 'Town', targetGroup: 'LB' });
  const other = enterprise('0202239951', { name: 'Other works' });
  const named = (givenNames: string, familyName: string, digits: string) =>
    personWith({ givenNames, familyName, number: numberOf(digits) });
  const people = {
    mayor: named('Mia', 'Mayor', '85073003328'),
    head: named('Hanne', 'Head', '85073003427'),
    jan: named('Jan Piet', 'Peeters', '85073003526'),
    manager: named('Max', 'Manager', '85073003625'),
  };
  await store.inTransaction(['persons', 'organisations'], async ({ persons, organisations }) => {
    for (const person of Object.values(people)) await persons.add(person);
    for (const organisation of [town, other]) await organisations.put(organisation);
    const { mayor, head, manager } = people;
    await organisations.addLegalRepresentation({ organisation: town.id, person: mayor.id, validity: since });
    await organisations.addLegalRepresentation({
      organisation: other.id,
      person: manager.id,
      validity: since,
    });
    await organisations.addAdministration({
      ...{ organisation: town.id, person: head.id, kind: 'head-local-administrator', validity: since },
    });
  });
  return {
    ...opened,
    ...people,
    ...{ town, other },
    /** Somebody as they act in an organisation, whatever they may do there. */
    async acting({ id, givenNames, familyName }: Person, organisation: Organisation): Promise<ActingPerson> {
      const power = await store.inTransaction(['administrations'], (stores) =>
        administratorAt(stores, id, organisation.id, now()),
      );
      return {
        ...{ person: id, name: `${givenNames} ${familyName}`, reason: null },
        authority: {
          ...{ kind: 'administrator', organisation: organisation.id },
          basis: power?.basis ?? 'local-administrator',
          administration: power?.administration ?? null,
          scope: power?.scope ?? { units: 'all', applications: 'all' },
        },
      };
    },
    /** Ends every power of somebody, as the register or another administrator would. */
    endPowers: ({ id }: Person) =>
      onOneConnection({ connectionString: opened.url }, async (connection) => {
        for (const table of ['administrations', 'legal_representations'])
          await connection.query(`update ${table} set valid_until = $2 where person = $1`, [id, now()]);
      }),
  };
}
