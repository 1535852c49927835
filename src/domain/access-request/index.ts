export type { ApprovedRequest, ApproveRequest } from './approve-request.ts';
export { type AskAccess, type AskedAccess, askAccess } from './ask-access.ts';
export type { AskedForm, AskForm } from './ask-form.ts';
export {
  askAsker,
  type ByDecider,
  type NotDecided,
  refuseRequest,
  type TextError,
} from './decide-request.ts';
export type { Deciders } from './deciders.ts';
export type * from './held-access.ts';
export * from './model.ts';
export { type AccessRequests, openAccessRequests } from './open-access-requests.ts';
export type { OwnAccess, OwnRight } from './own-access.ts';
export {
  type AnsweredQuestion,
  answerQuestion,
  listOwnRequests,
  type OwnRequest,
  viewOwnRequest,
  type WithdrawnRequest,
  withdrawRequest,
} from './own-requests.ts';
export { LONGEST_MESSAGE, REASON_LENGTH, requestPeriods } from './periods.ts';
export type {
  AccessRequestStore,
  AskedOrganisations,
  ListedRequest,
  NewAccessRequest,
  RequestPage,
} from './ports.ts';
export type { AskError, TypedWish } from './read-wish.ts';
export { requestDuties } from './run-request-duties.ts';
export type { AskedSecond, AskSecondAdministrator } from './second-administrator.ts';
export type { RequestList, ViewedRequest } from './view-requests.ts';
export type { AccessRequestSettings, AccessRequestStores, AccessRequestWorld } from './world.ts';
