import type { Page as Tab } from 'playwright-core';
import { DAY, later } from '../../src/base/time.ts';
import type { WorkRelationId } from '../../src/domain/work-relation/index.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { fakeAccessOverview } from './fake-access-overview.ts';
import { fakeAccessRequests, heldAccess, listedRequest, waitingRequest } from './fake-access-requests.ts';
import { ADMINISTRATION, administratorWith, ourOrganisation } from './fake-organisation.ts';
import { janAtWork } from './fake-people.ts';
import { endingRight } from './fake-user-rights.ts';
import { klip, NOW } from './web-fixtures.ts';

const { person } = administratorWith();
const jan = {
  ...{ relation: '00000000-0000-4000-8000-00000000000a' as WorkRelationId, person },
  ...{ givenNames: 'Jan', familyName: 'Peeters', type: 'permanent' as const, jobTitle: null, email: null },
  ...{ validity: { from: later(NOW, -100 * DAY), until: null }, rights: 1, lastLoginAt: null },
};

/** An organisation in which somebody works, asks and has rights; on the pages of its administrators and on those of an account. */
export const organisationAtWork: Partial<WebWorld> = {
  accessOverview: fakeAccessOverview({
    access: async () => ({
      ...{ kind: 'access', view: 'people', administrator: administratorWith(), applications: [klip] },
      ...{ next: null, administrators: [] },
      people: [{ person: jan, acts: [] }],
    }),
    acting: async () => [{ organisation: ourOrganisation, acts: [] }],
  }),
  accessRequests: fakeAccessRequests({
    viewOwnAccess: async () => ({ held: [heldAccess], requests: [listedRequest], applications: [klip] }),
    listApplications: async () => [klip],
    viewAskForm: async () => ({
      ...{ application: klip, own: [ourOrganisation], found: null },
      chosen: {
        organisation: ourOrganisation,
        ...{ rights: klip.rights, deciders: 'administrators', count: 2, expectedDays: 3 },
      },
    }),
  }),
};

type Screen = {
  readonly name: string;
  readonly path: string;
  readonly send?: (tab: Tab) => Promise<unknown>;
};
const home = `/organisation/${ourOrganisation.id}`;

async function chooseSomebody(tab: Tab): Promise<void> {
  await tab.locator('input[name="people"]').first().check();
  await tab.locator('button[value="next"]').click();
}

/** The pages of administrators of an organisation, and those on which somebody sees and asks for their own access. */
export const organisationScreens: readonly Screen[] = [
  ...[
    '',
    '/give-access',
    `/rights/${endingRight.id}`,
    '/ending',
    '/access',
    '/people',
    '/people/add',
    '/people/invitations',
    `/people/${janAtWork.relation}`,
    `/people/${janAtWork.relation}/change`,
    `/people/${janAtWork.relation}/end`,
    '/administrators',
    '/administrators/appoint',
    '/administrators/appoint?as=deputy',
    `/administrators/${ADMINISTRATION}/end`,
    `/administrators/${ADMINISTRATION}/hand-over`,
    `/administrators/${ADMINISTRATION}/take-over`,
    '/requests',
    `/requests/${waitingRequest.id}`,
    '/activity',
    '/details',
  ].map((path): Screen => ({ name: `organisation${path}`, path: home + path })),
  { name: 'choice of organisations', path: '/organisation/choose' },
  { name: 'nothing here', path: `${home}/people/${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}` },
  { name: 'application to give access to', path: `${home}/give-access`, send: chooseSomebody },
  {
    name: 'person without names',
    path: `${home}/people/add`,
    send: (tab) => tab.locator('main form .row button').first().click(),
  },
  ...['/account/access', '/account/access/ask', '/account/acting', '/account/invitations'].map(
    (path): Screen => ({ name: path, path }),
  ),
];
