import { simulatedPeople } from '../simulators/europe/people/index.ts';
import { Redacted } from '../src/base/redacted.ts';
import { DAY, later, type Validity } from '../src/base/time.ts';
import type { AdministrationId } from '../src/domain/administration/index.ts';
import type { Application } from '../src/domain/application/index.ts';
import type { CountryCode } from '../src/domain/eidas-country/index.ts';
import { parsePersonIdentifier } from '../src/domain/identity-matching/index.ts';
import {
  countryOfCode,
  type Organisation,
  type OrganisationId,
  parseOrganisationCode,
} from '../src/domain/organisation/index.ts';
import {
  newSubjectIdentifier,
  type Person,
  parseNationalNumber,
  parsePersonId,
} from '../src/domain/person/index.ts';
import { byImport } from '../src/domain/rights/index.ts';
import { caseworkApplicationId } from '../src/domain/staff/index.ts';
import type { Stores } from '../src/store/index.ts';
import { bytesFor, idFor } from './naming.ts';
import {
  type DemoOrganisation,
  type DemoOrganisationKey,
  demoOffices,
  demoOrganisations,
} from './world/organisations.ts';
import { numberOf } from './world/people.ts';
import {
  type DemoRight,
  demoAdministrators,
  demoDeputy,
  demoLinks,
  demoRepresentatives,
  demoUnitAdministrator,
  demoWork,
} from './world/ties.ts';

export const peopleNeeds = [
  'officePlaces',
  'appointments',
  'organisations',
  'register',
  'persons',
  'rights',
  'links',
  'countries',
] as const;

/** What seeding people works in: one transaction, and two moments — when the demo world began, and now. */
export type PeopleFrame = {
  readonly stores: Pick<Stores, (typeof peopleNeeds)[number]>;
  readonly applications: readonly Application[];
  readonly began: Date;
  readonly now: Date;
};

/** Puts in organisations, the people who work for them, their rights and links. Returns everybody, by demo id. */
export async function seedPeople(frame: PeopleFrame): Promise<ReadonlyMap<string, Person>> {
  const organisations = await putOrganisations(frame);
  for (const { organisation, place } of demoOffices)
    await frame.stores.officePlaces.put(organisations[organisation].id, place);
  const people = new Map<string, Person>();
  const known = async (id: string): Promise<Person> => {
    const person = people.get(id) ?? (await addPerson(frame, id));
    people.set(id, person);
    return person;
  };
  const always: Validity = { from: frame.began, until: null };
  for (const [id, key] of demoRepresentatives) {
    const representation = {
      organisation: organisations[key].id,
      person: (await known(id)).id,
      validity: always,
    };
    await frame.stores.organisations.addLegalRepresentation(representation);
  }
  for (const [id, key] of demoAdministrators) {
    const administration = {
      organisation: organisations[key].id,
      person: (await known(id)).id,
      validity: always,
    };
    await frame.stores.organisations.addAdministration({
      ...administration,
      kind: 'head-local-administrator',
    });
  }
  await appoint(frame, organisations, known);
  for (const work of demoWork) {
    const person = await known(work.person);
    const relation = await frame.stores.organisations.addWorkRelation({
      id: idFor(`work ${work.person} ${work.organisation}`),
      person: person.id,
      organisation: organisations[work.organisation].id,
      userType: work.userType,
      email: `${work.person}@${work.organisation}.example.eu`,
      validity: always,
    });
    for (const right of work.rights)
      await addRight(frame, relation.id, organisations[work.organisation], right);
  }
  for (const id of demoLinks) await addLink(frame, await known(id), id);
  return people;
}

/** For how many days somebody stands in for another. */
const DEPUTY_DAYS = 14;

/** A local administrator of one unit, and a deputy for two weeks, who comes again once those are over. */
async function appoint(
  { stores, began, now }: PeopleFrame,
  organisations: Readonly<Record<DemoOrganisationKey, Organisation>>,
  known: (id: string) => Promise<Person>,
): Promise<void> {
  const [unit, person] = demoUnitAdministrator;
  await stores.organisations.addAdministration({
    organisation: organisations[unit].id,
    person: (await known(person)).id,
    kind: 'local-administrator',
    validity: { from: began, until: null },
  });
  const [where, deputy, absent] = demoDeputy;
  const organisation = organisations[where].id;
  const { id } = await known(deputy);
  const there = await stores.organisations.administratorsOf(organisation, now);
  if (there.some((each) => each.person === id)) return;
  await stores.appointments.add({
    // The one cast outside a store: the id follows from the demo's own name.
    id: idFor(`deputy ${deputy} ${now.toISOString()}`) as AdministrationId,
    ...{ organisation, person: id, kind: 'local-administrator', isDeputy: true, mayAppoint: false },
    scope: { units: 'all', applications: 'all' },
    validity: { from: now, until: later(now, DEPUTY_DAYS * DAY) },
    restsOn: null,
    appointedBy: (await known(absent)).id,
    appointedAs: 'head-local-administrator',
  });
}

/** In how many days a merger that is under way is done. */
const MERGER_DAYS = 45;

async function putOrganisations({
  stores,
  began,
  now,
}: PeopleFrame): Promise<Readonly<Record<DemoOrganisationKey, Organisation>>> {
  const put = async (key: DemoOrganisationKey): Promise<[DemoOrganisationKey, Organisation]> => {
    const { targetGroup, code: text, name, parent, mergesInto }: DemoOrganisation = demoOrganisations[key];
    const code = parseOrganisationCode(targetGroup, text);
    if (!code) throw new Error(`${text} is not a code in ${targetGroup}`);
    const kept = await stores.organisations.findByCode(targetGroup, code);
    // The one cast outside a parser: the id follows from the demo's own key and has the form of every other id.
    const id = kept?.id ?? (idFor(`organisation ${key}`) as OrganisationId);
    const organisation = {
      id,
      targetGroup,
      code,
      name,
      country: countryOfCode(code),
      validity: kept?.validity ?? { from: began, until: mergesInto ? later(now, MERGER_DAYS * DAY) : null },
      parent: kept?.parent ?? idOf(parent),
      mergedInto: kept?.mergedInto ?? idOf(mergesInto),
    };
    return [key, await stores.organisations.put(organisation)];
  };
  const keys = Object.keys(demoOrganisations) as DemoOrganisationKey[];
  const entries: [DemoOrganisationKey, Organisation][] = [];
  const idOf = (named: string | undefined) => entries.find(([key]) => key === named)?.[1].id ?? null;
  for (const key of keys) entries.push(await put(key));
  return Object.fromEntries(entries) as Record<DemoOrganisationKey, Organisation>;
}

/** A person takes the name that the register gives them, as in a real login. */
async function addPerson({ stores, began, now }: PeopleFrame, id: string): Promise<Person> {
  const parsed = parseNationalNumber(numberOf(id), now);
  const personId = parsePersonId(idFor(`person ${id}`));
  if (parsed.kind === 'refused' || !personId) throw new Error(`${id} has no proper number or id`);
  const registered = await stores.register.findByNumber(parsed.number);
  if (!registered) throw new Error(`${id} is not in the demo's register`);
  const known = await stores.persons.findByNumber(parsed.number);
  if (known) return known;
  return stores.persons.add({
    id: personId,
    subject: newSubjectIdentifier(bytesFor(`subject ${id}`)),
    number: parsed.number,
    givenNames: registered.givenNames,
    familyName: registered.familyName,
    since: began,
  });
}

async function addRight(
  frame: PeopleFrame,
  workRelation: string,
  organisation: Organisation,
  right: DemoRight,
): Promise<void> {
  const application = frame.applications.find((each) =>
    right.application === 'casework'
      ? each.id === caseworkApplicationId
      : each.name.en?.toLowerCase() === right.application,
  );
  if (!application) throw new Error(`no application ${right.application}`);
  await frame.stores.rights.add({
    id: idFor(`right ${workRelation} ${right.right}`),
    workRelation,
    organisation: organisation.id,
    application: application.id,
    right: right.right,
    contexts: right.contexts ?? [],
    validity: {
      from: right.from === undefined ? frame.began : later(frame.now, right.from * DAY),
      until: right.until === undefined ? null : later(frame.now, right.until * DAY),
    },
    given: byImport,
  });
}

async function addLink({ stores, began }: PeopleFrame, person: Person, id: string): Promise<void> {
  const simulated = simulatedPeople.find((each) => each.id === id);
  const identifier = simulated && parsePersonIdentifier(`${simulated.country}/BE/${simulated.identifier}`);
  const country = simulated && (await findCountry(stores, simulated.country));
  if (!identifier || !country) throw new Error(`${id} cannot be linked`);
  const history = await stores.links.historyOf(person.id);
  // Somebody may have ended it since: it is not for the seed to link again.
  if (history.some((each) => each.identifier.reveal() === identifier)) return;
  await stores.links.add({
    id: idFor(`link ${id} ${identifier}`),
    country: country.code,
    identifier: new Redacted(identifier),
    persistence: country.persistence,
    person: person.id,
    source: 'number-and-register',
    decidedBy: 'demo',
    linkedAt: began,
    ended: null,
  });
}

async function findCountry(stores: PeopleFrame['stores'], code: string) {
  const all = await stores.countries.list();
  return all.find((each) => each.code === (code as CountryCode)) ?? null;
}
