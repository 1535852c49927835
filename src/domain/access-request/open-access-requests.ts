import { approveRequest } from './approve-request.ts';
import { askAccess } from './ask-access.ts';
import { viewAskForm } from './ask-form.ts';
import { askAsker, refuseRequest } from './decide-request.ts';
import { answerQuestion, listOwnRequests, viewOwnRequest, withdrawRequest } from './own-requests.ts';
import { countOpenRequests, listOpenRequests, viewRequest } from './view-requests.ts';
import { type AccessRequestWorld, bindRequests } from './world.ts';

/** What people do with requests for access: those who ask, and those who decide. */
export type AccessRequests = ReturnType<typeof openAccessRequests>;

/** Opens the acts of requests for access. */
export function openAccessRequests(world: AccessRequestWorld) {
  const run = bindRequests(world);
  return {
    viewAskForm: run(viewAskForm),
    askAccess: run(askAccess),
    listOwnRequests: run(listOwnRequests),
    viewOwnRequest: run(viewOwnRequest),
    answerQuestion: run(answerQuestion),
    withdrawRequest: run(withdrawRequest),
    listOpenRequests: run(listOpenRequests),
    countOpenRequests: run(countOpenRequests),
    viewRequest: run(viewRequest),
    askAsker: run(askAsker),
    approveRequest: run(approveRequest),
    refuseRequest: run(refuseRequest),
  };
}
