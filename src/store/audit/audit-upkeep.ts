import { DAY } from '../../base/time.ts';
import { type Forgotten, forget } from '../ground/upkeep.ts';

/** What is forgotten of the trail, with how long after: counts of refusals alone. Events go by window. */
export const auditUpkeep: readonly Forgotten[] = [
  [forget('refusal_counts', '(minute, kind, reason)', 'minute'), 400 * DAY],
];
