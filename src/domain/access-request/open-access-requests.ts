import { type ApprovedRequest, type ApproveRequest, approveRequest } from './approve-request.ts';
import { askAccess } from './ask-access.ts';
import { viewAskForm } from './ask-form.ts';
import { askAsker, refuseRequest } from './decide-request.ts';
import { NotGiven } from './give-wished.ts';
import { giveUpRight, listApplications, viewOwnAccess, viewOwnRight } from './own-access.ts';
import { answerQuestion, listOwnRequests, viewOwnRequest, withdrawRequest } from './own-requests.ts';
import { askSecondAdministrator } from './second-administrator.ts';
import {
  countOpenRequests,
  countPlatformRequests,
  listOpenRequests,
  listPlatformRequests,
  viewRequest,
} from './view-requests.ts';
import { type AccessRequestWorld, bindRequests } from './world.ts';

/** What people do with requests for access: those who ask, and those who decide. */
export type AccessRequests = ReturnType<typeof openAccessRequests>;

/** Opens the acts of requests for access. */
export function openAccessRequests(world: AccessRequestWorld) {
  const run = bindRequests(world);
  return {
    viewAskForm: run(viewAskForm),
    listApplications: run(listApplications),
    viewOwnAccess: run(viewOwnAccess),
    viewOwnRight: run(viewOwnRight),
    giveUpRight: run(giveUpRight),
    askAccess: run(askAccess),
    askSecondAdministrator: run(askSecondAdministrator),
    listOwnRequests: run(listOwnRequests),
    viewOwnRequest: run(viewOwnRequest),
    answerQuestion: run(answerQuestion),
    withdrawRequest: run(withdrawRequest),
    listOpenRequests: run(listOpenRequests),
    countOpenRequests: run(countOpenRequests),
    listPlatformRequests: run(listPlatformRequests),
    countPlatformRequests: run(countPlatformRequests),
    viewRequest: run(viewRequest),
    askAsker: run(askAsker),
    approveRequest: (asked: ApproveRequest) => orNotGiven(run(approveRequest)(asked)),
    refuseRequest: run(refuseRequest),
  };
}

/** Nothing of what was begun is kept: what cannot be given is an answer. */
async function orNotGiven(
  approved: Promise<ApprovedRequest>,
): Promise<ApprovedRequest | { readonly kind: 'not-given'; readonly refusals: NotGiven['refusals'] }> {
  try {
    return await approved;
  } catch (error) {
    if (!(error instanceof NotGiven)) throw error;
    return { kind: 'not-given', refusals: error.refusals };
  }
}
