import { DAY } from '../../base/time.ts';
import { type Forgotten, forget } from '../ground/upkeep.ts';

/** What is forgotten of resets of keys, with how long after. The resets themselves say who let a key be bound. */
export const keyResetUpkeep: readonly Forgotten[] = [
  [forget('lost_key_reports', 'reference', 'expires_at'), DAY],
];
