import { DAY, HOUR } from '../../base/time.ts';
import { type Forgotten, forget } from '../ground/upkeep.ts';

/** What is forgotten of own means, with how long after. */
export const accountKeyUpkeep: readonly Forgotten[] = [
  // Counted by the hour.
  [forget('address_codes', 'id', 'expires_at'), HOUR],
  [forget('key_setups', '(person, kind)', 'expires_at'), HOUR],
  // So long somebody who still holds one is told what became of it.
  [forget('account_keys', 'id', 'ended_at'), 365 * DAY],
];
