import { correlationCode } from '../../src/base/correlation.ts';
import { DAY, later } from '../../src/base/time.ts';
import type { AccessRequest, AccessRequestId, HeldAccess } from '../../src/domain/access-request/index.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { administratorWith, ourOrganisation } from './fake-organisation.ts';
import { klip, NOW } from './web-fixtures.ts';

const { person } = administratorWith();

/** What Jan, who asks for more, has already. */
export const heldAccess: HeldAccess = {
  organisation: ourOrganisation,
  relation: {
    ...{ id: '00000000-0000-4000-8000-00000000000a', userType: 'permanent' },
    validity: { from: later(NOW, -100 * DAY), until: null },
  },
  rights: ['Planaanvrager', 'Raadpleger'].map((context, place) => ({
    ...{ id: `00000000-0000-4000-8000-0000000000f${place}`, application: klip.id, right: 'KLIPgebruiker' },
    ...{ contexts: [context], validity: { from: later(NOW, -50 * DAY), until: later(NOW, 20 * DAY) } },
    given: { name: 'Hanne Head', as: 'administrator', at: later(NOW, -50 * DAY) },
  })),
};

/** Jan's request, to which a question was put that waits for its answer. */
export const waitingRequest: AccessRequest = {
  id: '00000000-0000-4000-8000-0000000000b5' as AccessRequestId,
  reference: correlationCode(new Uint8Array(8)),
  ...{ person, askedBy: person, organisation: ourOrganisation.id, until: null, language: 'en' },
  wish: { kind: 'right', application: klip.id, right: 'KLIPgebruiker', contexts: ['Planaanvrager'] },
  reason: 'I prepare the works along the canal.',
  ...{ askedAt: later(NOW, -2 * DAY), since: later(NOW, -DAY), state: 'questioned', escalation: 'none' },
  messages: [{ from: 'decider', text: 'Until when do you need it?', at: later(NOW, -DAY) }],
  ...{ decision: null, endedAt: null, version: 2 },
};

export const listedRequest = {
  ...waitingRequest,
  personName: 'Jan Peeters',
  organisationName: ourOrganisation.name,
};

const nothing = async () => null;
const openRequests = async () => ({ requests: [listedRequest], applications: [klip], next: null });

/** One request waits for a decision; whoever is logged in asked for nothing themselves, and nothing is offered. */
export function fakeAccessRequests(
  over: Partial<WebWorld['accessRequests']> = {},
): WebWorld['accessRequests'] {
  return {
    viewAskForm: async () => ({ application: null, own: [], found: null, chosen: null }),
    listApplications: async () => [],
    viewOwnAccess: async () => ({ held: [], requests: [], applications: [] }),
    viewOwnRight: nothing,
    giveUpRight: async () => ({ kind: 'unknown-right' }),
    askAccess: async () => ({ kind: 'too-many' }),
    askSecondAdministrator: async () => {
      throw new Error('nothing here needs a second administrator');
    },
    listOwnRequests: async () => [],
    viewOwnRequest: nothing,
    answerQuestion: async () => ({ kind: 'unknown-request' }),
    withdrawRequest: async () => ({ kind: 'unknown-request' }),
    listOpenRequests: openRequests,
    countOpenRequests: async () => 1,
    listPlatformRequests: openRequests,
    countPlatformRequests: async () => 1,
    viewRequest: async ({ request }) =>
      request === waitingRequest.id
        ? {
            ...{ request: waitingRequest, organisation: ourOrganisation, application: klip },
            ...{ personName: 'Jan Peeters', askedByName: 'Jan Peeters', decidedBy: null },
            ...{ offered: klip.rights, held: [heldAccess], applications: [klip] },
          }
        : null,
    askAsker: async () => ({ kind: 'unknown-request' }),
    approveRequest: async () => ({ kind: 'unknown-request' }),
    refuseRequest: async () => ({ kind: 'unknown-request' }),
    ...over,
  };
}
