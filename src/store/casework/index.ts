import { caseArrivalsIn } from './case-arrivals.ts';
import { caseDraftsIn } from './case-drafts.ts';
import { caseEventsIn } from './case-events.ts';
import { caseListsIn } from './case-lists.ts';
import { caseLocksIn } from './case-locks.ts';
import { caseMessagesIn } from './case-messages.ts';
import { caseNotesIn } from './case-notes.ts';
import { casesIn } from './cases.ts';
import { emailCodesIn } from './email-codes.ts';
import { knownAddressesIn } from './known-addresses.ts';
import { linkRemovalsIn } from './link-removals.ts';
import { matchingLogIn } from './matching-log.ts';
import { officeListsIn } from './office-lists.ts';
import { requestLinksIn } from './request-links.ts';
import { savedListsIn } from './saved-lists.ts';

export { caseReportsIn } from './case-reports.ts';
export { caseUpkeep } from './case-upkeep.ts';

/** The stores of casework, by the name under which a use case asks for them. */
export const caseworkStores = {
  cases: casesIn,
  caseEvents: caseEventsIn,
  caseArrivals: caseArrivalsIn,
  caseMessages: caseMessagesIn,
  caseNotes: caseNotesIn,
  caseDrafts: caseDraftsIn,
  caseLocks: caseLocksIn,
  caseLists: caseListsIn,
  savedLists: savedListsIn,
  linkRemovals: linkRemovalsIn,
  emailCodes: emailCodesIn,
  accessLinks: requestLinksIn,
  addresses: knownAddressesIn,
  officeLists: officeListsIn,
  matchingLog: matchingLogIn,
};
