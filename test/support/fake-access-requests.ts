import type { WebWorld } from '../../src/web/index.ts';

const nothing = async () => null;

/** Nobody asked for anything, and nothing is offered. */
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
    listOpenRequests: nothing,
    countOpenRequests: async () => 0,
    listPlatformRequests: nothing,
    countPlatformRequests: async () => 0,
    viewRequest: nothing,
    askAsker: async () => ({ kind: 'unknown-request' }),
    approveRequest: async () => ({ kind: 'unknown-request' }),
    refuseRequest: async () => ({ kind: 'unknown-request' }),
    ...over,
  };
}
