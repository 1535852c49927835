import { randomUUID } from 'node:crypto';
import { Redacted } from '../../src/base/redacted.ts';
import { DAY, later } from '../../src/base/time.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import type { PlatformDesk, ShownOrganisation, StaffMemberRights } from '../../src/domain/platform/index.ts';
import { caseworkApplication } from '../../src/domain/staff/index.ts';
import { invitation } from './fake-invitations.ts';
import { enterprise } from './open-test-store.ts';
import { NOW } from './web-fixtures.ts';

const colleague = '11111111-0000-4000-8000-000000000004' as PersonId;
export const works = enterprise('0403170701', { name: 'Example Works' });

/** Somebody at work with two rights, of whom one ends soon. */
export const staffColleague: StaffMemberRights = {
  person: colleague,
  name: 'Marc Dubois',
  rights: [
    { id: randomUUID(), right: 'case-lead', organisationName: 'Sluis', until: null },
    { id: randomUUID(), right: 'case-agent', organisationName: 'Sluis', until: later(NOW, 10 * DAY) },
  ],
};

/** An organisation with somebody who represents it and one change; `over` replaces what a test cares about. */
export function shownOrganisation(over: Partial<ShownOrganisation> = {}): ShownOrganisation {
  return {
    organisation: works,
    parent: null,
    mergedInto: null,
    units: { items: [], hasMore: false },
    people: [
      {
        ...{ id: colleague, person: colleague, name: 'Marc Dubois', kind: 'legal-representative' },
        ...{ from: NOW, until: null },
      },
    ],
    invitations: [],
    changes: [
      {
        id: '1',
        organisation: works.id,
        subject: { kind: 'organisation', id: works.id },
        person: null,
        kind: 'added',
        at: NOW,
        by: { person: colleague, authority: 'platform' },
        after: { name: works.name },
        reason: new Redacted('They asked for it in a letter.'),
      },
    ],
    names: new Map([[colleague, 'Marc Dubois']]),
    ...over,
  };
}

/** A desk of the platform's own administrators at which everything succeeds. */
export function fakePlatform(over: Partial<PlatformDesk> = {}): PlatformDesk {
  const groups = [{ targetGroup: 'EA', organisations: 12, applications: 3 } as const];
  return {
    viewPlatform: async () => ({
      kind: 'viewed',
      ending: [staffColleague],
      orphans: [{ ...works, since: null }],
      next: null,
      isEmpty: false,
    }),
    findOrganisations: async () => ({ kind: 'listed', items: [works], hasMore: false }),
    nameOrganisation: async () => ({ kind: 'found', organisation: works }),
    viewOrganisation: async () => ({ kind: 'found', shown: shownOrganisation() }),
    addOrganisation: async () => ({ kind: 'added', id: works.id }),
    renameOrganisation: async () => ({ kind: 'renamed' }),
    endOrganisation: async () => ({ kind: 'ended' }),
    appointFirst: async () => ({ kind: 'invited' }),
    endFor: async () => ({ kind: 'ended' }),
    decideFor: async () => ({ kind: 'done' }),
    listStaffMembers: async () => ({
      ...{ kind: 'listed', items: [staffColleague], hasMore: false },
      invitations: [invitation],
    }),
    viewStaffMember: async () => ({ kind: 'found', member: staffColleague }),
    inviteStaffMember: async () => ({ kind: 'invited' }),
    withdrawInvitation: async () => ({ kind: 'withdrawn' }),
    endStaffMember: async () => ({ kind: 'ended' }),
    viewTargetGroups: async () => ({ kind: 'viewed', groups }),
    listApplications: async () => ({ kind: 'listed', applications: [caseworkApplication] }),
    viewApplication: async () => ({ kind: 'found', application: caseworkApplication }),
    ...over,
  };
}
