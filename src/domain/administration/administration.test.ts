import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { tries } from '../../../test/support/tries.ts';
import { DAY, later } from '../../base/time.ts';
import type { ApplicationId } from '../application/index.ts';
import type { Organisation, OrganisationCode, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import {
  type AdministrationId,
  type Administrations,
  type Administrator,
  type Appointment,
  administeredBy,
  administratorIn,
  administratorsIn,
  covers,
  organisationHome,
  parseOrganisationPath,
} from './index.ts';
import { lineOf, reachOf } from './reach-of.ts';

const START = new Date('2026-01-01T00:00:00Z');
const day = (number: number) => later(START, number * DAY);
const organisationIds = Array.from({ length: 7 }, (_, index) => `organisation-${index}` as OrganisationId);
const people = Array.from({ length: 5 }, (_, index) => `person-${index}` as PersonId);
const applications = ['klip', 'gipod', 'geopunt'] as ApplicationId[];
const appointmentIds = Array.from({ length: 9 }, (_, index) => `appointment-${index}` as AdministrationId);

const moment = fc.integer({ min: 0, max: 40 }).map(day);
const validity = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.option(fc.integer({ min: 1, max: 40 })))
  .map(([from, length]) => ({ from: day(from), until: length === null ? null : day(from + length) }));

/** Units within units, and now and then a ring of them, which a fault may bring. */
const organisations = fc
  .array(fc.record({ above: fc.option(fc.nat(6)), validity }), { minLength: 7, maxLength: 7 })
  .map((drawn) =>
    drawn.map(
      ({ above, validity }, index): Organisation => ({
        id: organisationIds[index] as OrganisationId,
        targetGroup: 'LB',
        code: `${index}` as OrganisationCode,
        name: `Organisation ${index}`,
        country: 'BE',
        validity,
        parent: above === null ? null : (organisationIds[above] as OrganisationId),
        mergedInto: null,
      }),
    ),
  );

const some = <Id>(ids: readonly Id[]) => fc.oneof(fc.constant('all' as const), fc.subarray([...ids]));

/** Appointments that rest on any other, themselves and rings too: what acts refuse may not count either. */
const appointment = (id: AdministrationId): fc.Arbitrary<Appointment> =>
  fc.record({
    id: fc.constant(id),
    organisation: fc.constantFrom(...organisationIds),
    person: fc.constantFrom(...people),
    kind: fc.constantFrom('head-local-administrator', 'local-administrator'),
    isDeputy: fc.boolean(),
    mayAppoint: fc.boolean(),
    scope: fc.record({ units: some(organisationIds), applications: some(applications) }),
    validity,
    restsOn: fc.option(fc.constantFrom(...appointmentIds)),
    appointedBy: fc.option(fc.constantFrom(...people)),
    appointedAs: fc.constantFrom('register', 'legal-representative', 'local-administrator'),
  });

const administrations: fc.Arbitrary<Administrations> = fc.record({
  organisations,
  representations: fc.array(
    fc.record({
      organisation: fc.constantFrom(...organisationIds),
      person: fc.constantFrom(...people),
      validity,
    }),
    { maxLength: 3 },
  ),
  appointments: fc.tuple(...appointmentIds.map(appointment)),
});

function isWithin<Id>(one: 'all' | readonly Id[], other: 'all' | readonly Id[]): boolean {
  return other === 'all' || (one !== 'all' && one.every((each) => other.includes(each)));
}

function here(kept: Administrations, person: PersonId, organisation: OrganisationId, at: Date) {
  return administratorIn(kept, person, { organisation, units: [organisation], at });
}

describe('who administers an organisation', () => {
  test('never has more than what they rest on has at that moment, and nothing once that is over', () => {
    fc.assert(
      fc.property(administrations, moment, fc.constantFrom(...organisationIds), (kept, at, organisation) => {
        const line = lineOf(kept, organisation, at);
        for (const one of kept.appointments) {
          const reach = reachOf(kept, one, line, at);
          if (reach === null || one.restsOn === null) continue;
          const ground = kept.appointments.find(({ id }) => id === one.restsOn);
          const its = ground && reachOf(kept, ground, line, at);
          assert.ok(its, 'rests on something that counts');
          assert.ok(isWithin(reach.applications, its.applications));
          assert.ok(its.mayAppoint || !reach.mayAppoint);
          assert.ok(its.until === null || (reach.until !== null && reach.until <= its.until));
          assert.ok(its.kind === 'head-local-administrator' || reach.kind === its.kind);
        }
      }),
      { numRuns: tries(1000) },
    );
  });

  test('rests in the end on the law, a register or the platform: a ring of appointments counts for nothing', () => {
    fc.assert(
      fc.property(administrations, moment, fc.constantFrom(...organisationIds), (kept, at, organisation) => {
        const line = lineOf(kept, organisation, at);
        for (const one of kept.appointments) {
          if (reachOf(kept, one, line, at) === null) continue;
          const passed = new Set<string>();
          let next: Appointment | undefined = one;
          while (next?.restsOn) {
            assert.ok(!passed.has(next.id), 'no ring');
            passed.add(next.id);
            const { restsOn }: Appointment = next;
            next = kept.appointments.find(({ id }) => id === restsOn);
          }
          assert.ok(next);
        }
      }),
      { numRuns: tries(1000) },
    );
  });

  test('administers each unit beneath too, and no organisation that is not beneath', () => {
    fc.assert(
      fc.property(administrations, moment, fc.constantFrom(...people), (kept, at, person) => {
        for (const { id } of kept.organisations) {
          const line = lineOf(kept, id, at);
          const [, above] = line;
          if (above && here(kept, person, above.id, at)) assert.ok(here(kept, person, id, at));
          const begins = new Set(administeredBy(kept, person, at).map(({ organisation }) => organisation.id));
          assert.equal(
            here(kept, person, id, at) !== null,
            line.some((each) => begins.has(each.id)),
          );
        }
      }),
      { numRuns: tries(500) },
    );
  });

  test('is nobody in an organisation that has ended, and nobody without a period that covers the moment', () => {
    fc.assert(
      fc.property(administrations, moment, (kept, at) => {
        for (const { id, validity } of kept.organisations) {
          const all = administratorsIn(kept, { organisation: id, units: [id], at });
          const isOver = at < validity.from || (validity.until !== null && validity.until <= at);
          if (isOver) assert.deepEqual(all, []);
          for (const one of all) {
            assert.deepEqual(here(kept, one.person, id, at), one);
            assert.ok(one.until === null || one.until > at);
          }
        }
      }),
      { numRuns: tries(500) },
    );
  });
});

const chief: Appointment = {
  id: appointmentIds[0] as AdministrationId,
  organisation: organisationIds[0] as OrganisationId,
  person: people[0] as PersonId,
  kind: 'head-local-administrator',
  isDeputy: false,
  mayAppoint: true,
  scope: { units: 'all', applications: 'all' },
  validity: { from: START, until: null },
  restsOn: null,
  appointedBy: null,
  appointedAs: 'register',
};

function town(...appointments: readonly Appointment[]): Administrations {
  return {
    organisations: organisationIds.slice(0, 3).map((id, index) => ({
      id,
      targetGroup: 'LB',
      code: `${index}` as OrganisationCode,
      name: `Organisation ${index}`,
      country: 'BE',
      validity: { from: START, until: null },
      parent: index === 0 ? null : (organisationIds[0] as OrganisationId),
      mergedInto: null,
    })),
    representations: [],
    appointments,
  };
}

describe('an administrator', () => {
  test('of a unit has that unit, and not the organisation that it is a unit of', () => {
    const [, unit, other] = organisationIds as [OrganisationId, OrganisationId, OrganisationId];
    const kept = town({ ...chief, scope: { units: [unit], applications: 'all' } });
    assert.ok(here(kept, chief.person, unit, day(1)));
    assert.equal(here(kept, chief.person, other, day(1)), null);
    assert.equal(here(kept, chief.person, chief.organisation, day(1)), null);
  });

  test('who stands in for another appoints nobody, and stops with the one whose place it is', () => {
    const deputy: Appointment = {
      ...chief,
      id: appointmentIds[1] as AdministrationId,
      person: people[1] as PersonId,
      isDeputy: true,
      restsOn: chief.id,
      appointedAs: 'head-local-administrator',
    };
    const found = here(town(chief, deputy), deputy.person, chief.organisation, day(1));
    assert.equal(found?.basis, 'deputy');
    assert.equal(found?.mayAppoint, false);
    const ended = { ...chief, validity: { from: START, until: day(5) } };
    assert.equal(here(town(ended, deputy), deputy.person, chief.organisation, day(6)), null);
  });

  test('decides about what the scope names, and about nothing else', () => {
    const [here, beneath, elsewhere] = organisationIds as [OrganisationId, OrganisationId, OrganisationId];
    const [klip, gipod] = applications as [ApplicationId, ApplicationId];
    const one: Pick<Administrator, 'scope'> = { scope: { units: [here, beneath], applications: [klip] } };
    assert.ok(covers(one, {}));
    assert.ok(covers(one, { unit: beneath, application: klip }));
    assert.ok(!covers(one, { unit: elsewhere }));
    assert.ok(!covers(one, { unit: here, application: gipod }));
    assert.ok(
      covers({ scope: { units: 'all', applications: 'all' } }, { unit: elsewhere, application: gipod }),
    );
  });
});

test('a login of administrators leads to pages of organisations, and to no other address', () => {
  for (const path of [organisationHome, '/organisation/00000000-0000-4000-8000-0000000000a1/people?after=b'])
    assert.equal(parseOrganisationPath(path), path);
  for (const path of [
    '/organisations',
    '/account',
    '//evil.example',
    '/organisation/../cases',
    'organisation',
  ])
    assert.equal(parseOrganisationPath(path), null, path);
});
