import { DAY } from '../../base/time.ts';
import { type Forgotten, forget } from '../ground/upkeep.ts';

/** Tries are counted over a day. */
export const workInvitationUpkeep: readonly Forgotten[] = [
  [forget('invitation_tries', 'id', 'tried_at'), 2 * DAY],
];
