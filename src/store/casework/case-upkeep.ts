import { DAY } from '../../base/time.ts';
import { type Forgotten, forget } from '../ground/upkeep.ts';

/** What bounds how often something is asked for looks back an hour; it stays a day, and so do locks that nobody let go. */
const COUNTED_FOR = DAY;

/** A text that nobody went on with. */
const DRAFTS_KEPT = 90 * DAY;

/** What casework forgets, each with how long after. */
export const caseUpkeep: readonly Forgotten[] = [
  [forget('email_codes', 'id', 'expires_at'), COUNTED_FOR],
  [forget('request_links', 'token_hash', 'expires_at'), 0],
  [forget('link_askings', 'id', 'at'), COUNTED_FOR],
  [forget('case_locks', 'case_id', 'seen_at'), COUNTED_FOR],
  // A question may be due in ninety days, and its reminder may give more.
  [forget('case_arrivals', 'id', 'arrived_at'), 120 * DAY],
  [forget('case_drafts', '(case_id, agent, kind)', 'at'), DRAFTS_KEPT],
];
