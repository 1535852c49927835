import { attemptsIn } from './attempts.ts';
import { authnRequestsIn } from './authn-requests.ts';
import { certificateAnswersIn } from './certificate-answers.ts';
import { eidasAnswersIn } from './eidas-answers.ts';
import { matchingTriesIn } from './matching-tries.ts';
import { lastUsedIn, sharingIn } from './preferences.ts';
import { webSessionsIn } from './web-sessions.ts';

export { attemptsIn } from './attempts.ts';
export { keptFormsOn } from './kept-forms.ts';
export { liveWebSessionsIn } from './live-web-sessions.ts';
export { loginUpkeep } from './login-upkeep.ts';
export { type PersonAheadRow, readPersonAhead, withPerson } from './person-ahead.ts';
export { webSessionsIn } from './web-sessions.ts';

/** What a login and the sessions after it keep, by the name under which a use case asks for it. */
export const loginStores = {
  attempts: attemptsIn,
  authnRequests: authnRequestsIn,
  answers: eidasAnswersIn,
  certificates: certificateAnswersIn,
  matching: matchingTriesIn,
  sharing: sharingIn,
  lastUsed: lastUsedIn,
  webSessions: webSessionsIn,
};
