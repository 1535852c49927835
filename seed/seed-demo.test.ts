import assert from 'node:assert/strict';
import test, { before, describe } from 'node:test';
import { type SimulatedPerson, simulatedPeople } from '../simulators/europe/people/index.ts';
import type { CorrelationCode } from '../src/base/correlation.ts';
import { loadSettings } from '../src/config/load.ts';
import { capacitiesOf } from '../src/domain/capacity/index.ts';
import { match, type PresentedIdentity } from '../src/domain/identity-matching/index.ts';
import { parseOrganisationCode } from '../src/domain/organisation/index.ts';
import { type Person, parseNationalNumber } from '../src/domain/person/index.ts';
import { mayOpen, openStaffDirectory } from '../src/domain/staff/index.ts';
import { checkCountries } from '../src/processes/checks/countries.ts';
import { demoWorldOf } from '../src/processes/demo/demo-world.ts';
import type { Store } from '../src/store/index.ts';
import { seededDemo } from '../test/support/seeded-demo.ts';
import type { DemoSites } from './index.ts';
import { demoOrganisations } from './world/organisations.ts';
import { demoBelgians, numberOf } from './world/people.ts';
import { staffPersonas } from './world/personas.ts';

describe('the demo world', () => {
  let store: Store;
  let sites: DemoSites;
  let now: Date;
  let seedAgain: () => Promise<unknown>;
  before(async () => {
    ({ store, sites, now, seedAgain } = await seededDemo());
  });

  const personOf = async (id: string): Promise<Person> => {
    const parsed = parseNationalNumber(numberOf(id), now);
    assert.ok(parsed.kind === 'parsed');
    const person = await store.inTransaction(['persons'], (stores) =>
      stores.persons.findByNumber(parsed.number),
    );
    assert.ok(person, id);
    return person;
  };
  const capacities = async (id: string, name: 'KLIP' | 'GIPOD' | 'GEOPUNT') => {
    const application = (await store.applications.list()).find((each) => each.name.en === name);
    assert.ok(application);
    const person = await personOf(id);
    const ties = await store.inTransaction(['rights'], (stores) =>
      stores.rights.tiesOf(person.id, application.id),
    );
    return capacitiesOf({ person: person.id, ties, application, at: now });
  };

  test('has metadata of today: none of them ends soon, but those of the state that forgot to renew them', async () => {
    const findings = await checkCountries(store.countries, now);
    assert.deepEqual(
      findings.map(({ what }) => what),
      ['the metadata of MT do not hold any more: nobody can use it.'],
    );
  });

  test('holds everybody’s number, each under the name of the register', async () => {
    for (const { id, belgianNumber } of simulatedPeople) {
      if (!belgianNumber) continue;
      const parsed = parseNationalNumber(belgianNumber, now);
      assert.ok(parsed.kind === 'parsed', id);
      const registered = await store.inTransaction(['register'], (stores) =>
        stores.register.findByNumber(parsed.number),
      );
      assert.ok(registered, id);
    }
  });

  const unmatched = ['katharina-vogel', 'marko-kovacevic'];
  for (const person of simulatedPeople.filter((each) => each.belgianNumber !== null)) {
    const expected = unmatched.includes(person.id) ? 'unmatched' : 'matched';
    test(`${person.givenNames} ${person.familyName} is ${expected} with the register`, async () => {
      const parsed = parseNationalNumber(person.belgianNumber ?? '', now);
      assert.ok(parsed.kind === 'parsed');
      const registered = await store.inTransaction(['register'], (stores) =>
        stores.register.findByNumber(parsed.number),
      );
      const outcome = match(presented(person), parsed.number, registered);
      assert.equal(outcome.kind, expected, JSON.stringify(outcome.comparisons));
    });
  }

  test('lets Anna Müller choose between two companies in KLIP, and act for one in GIPOD and as a citizen in GEOPUNT', async () => {
    const names = (await capacities('anna-mueller', 'KLIP')).usable.map((each) =>
      each.kind === 'organisation' ? each.organisation.name : each.kind,
    );
    assert.deepEqual(names.toSorted(), ['Kabel & Kanaal NV', 'Netlicht CV']);
    assert.equal((await capacities('anna-mueller', 'GIPOD')).usable.length, 1);
    assert.deepEqual(
      (await capacities('anna-mueller', 'GEOPUNT')).usable.map((each) => each.kind),
      ['citizen'],
    );
  });

  const without: readonly (readonly [string, string | undefined])[] = [
    ['sophie-hartmann', 'right-ended'],
    ['aino-maekinen', 'context-missing'],
    ['jef-goossens', 'right-not-yet'],
  ];
  for (const [id, reason] of without) {
    test(`gives ${id} no capacity in KLIP, because of ${reason}`, async () => {
      const found = await capacities(id, 'KLIP');
      assert.equal(found.usable.length, 0);
      assert.deepEqual(
        found.unusable.map((each) => each.reason.kind),
        [reason],
      );
    });
  }

  test('lets a legal representative act without a granted right', async () => {
    const [capacity] = (await capacities('willem-van-der-berg', 'KLIP')).usable;
    assert.ok(capacity?.kind === 'organisation');
    assert.deepEqual(capacity.basis, ['legal-representative']);
  });

  test('has an employee of a company without a Belgian number, and somebody who acts for a whole target group', async () => {
    const [foreign] = (await capacities('maren-koester', 'KLIP')).usable;
    assert.ok(foreign?.kind === 'organisation' && foreign.organisation.country === 'DE');
    assert.deepEqual(
      (await capacities('noor-el-amrani', 'GEOPUNT')).usable.map((each) => each.kind).toSorted(),
      ['citizen', 'group'],
    );
  });

  test('has staff: agents, their two leads, and officers of a registration office, each with a right of their own', async () => {
    const directory = openStaffDirectory(store.inTransaction);
    const demo = await demoWorldOf(loadSettings({}));
    const stories = await demo.stories();
    for (const { name, path } of staffPersonas) {
      const id = demoBelgians.find((each) => each.name === name)?.id ?? '';
      const person = await personOf(id);
      const key = path === '/cases' ? 'identification' : 'town';
      const { targetGroup, code: text } = demoOrganisations[key];
      const code = parseOrganisationCode(targetGroup, text);
      assert.ok(code);
      const organisation = await store.inTransaction(['organisations'], (stores) =>
        stores.organisations.findByCode(targetGroup, code),
      );
      assert.ok(organisation);
      const standing = {
        person: person.id,
        organisation: organisation.id,
        authenticatedAt: now,
        correlation: 'K7PX-2M9D' as CorrelationCode,
      };
      const member = await directory.find(standing, now);
      assert.ok(member && mayOpen(path === '/cases' ? 'cases' : 'office', member), name);
      assert.equal(mayOpen('case-lead', member), ['bruno-lemaire', 'ingrid-vandeput'].includes(id));
      const place = demo.places.find((each) => each.url === path);
      assert.ok(
        stories.some((each) => each.at === place?.kind && each.name === name),
        name,
      );
      const colleagues = await directory.colleaguesOf(organisation.id, now);
      assert.ok(colleagues.some((each) => each.name === name));
    }
  });

  test('has linked some identifiers already', async () => {
    const countries = await store.countries.list();
    const germany = countries.find((each) => each.code === 'DE');
    const lukas = simulatedPeople.find((each) => each.id === 'lukas-schaefer');
    assert.ok(germany && lukas);
    const link = await store.inTransaction(['links'], (stores) =>
      stores.links.findLive(germany.code, presented(lukas).identifier),
    );
    assert.equal(link?.person, (await personOf('lukas-schaefer')).id);
  });

  test('connects every simulated state, with metadata under its own trust anchor', async () => {
    const countries = await store.countries.list();
    for (const member of sites.europe.members) {
      const country = countries.find((each) => each.code === member.state.code);
      assert.ok(country?.metadata && country.trust.includes(member.trust), member.state.code);
    }
  });

  test('has ninety days of history, in the order of time', async () => {
    const events = await store.audit.list({ limit: 10_000 });
    assert.ok(events.length > 500, `${events.length}`);
    const times = events.map((each) => each.at.getTime());
    assert.deepEqual(
      times,
      times.toSorted((one, other) => one - other),
    );
    assert.ok(now.getTime() - (times[0] ?? 0) > 90 * 24 * 3600 * 1000);
  });

  test('is made once: seeding again changes nothing', async () => {
    const before = (await store.audit.list({ limit: 10_000 })).length;
    await seedAgain();
    assert.equal((await store.audit.list({ limit: 10_000 })).length, before);
  });
});

function presented(person: SimulatedPerson): PresentedIdentity {
  const { familyName, givenNames, originalFamilyName, originalGivenNames, birthDate, birthPlace, sex } =
    person;
  // A test may speak as the connector, which alone makes these from a verified answer.
  return {
    country: person.country,
    identifier: `${person.country}/BE/${person.identifier}`,
    familyName: { latin: familyName, original: originalFamilyName },
    givenNames: { latin: givenNames, original: originalGivenNames },
    birthDate,
    birthName: null,
    birthPlace,
    sex,
    nationalities: [],
    assurance: 'high',
    notified: true,
  } as unknown as PresentedIdentity;
}
