import { DAY } from '../../base/time.ts';
import { type Forgotten, forget } from '../ground/upkeep.ts';

/** What is forgotten of persons, with how long after. */
export const personUpkeep: readonly Forgotten[] = [
  // Longer than anything that could rest on it lives.
  [forget('endings', 'id', 'ended_at'), 2 * DAY],
];
