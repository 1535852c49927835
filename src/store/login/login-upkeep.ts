import { type Forgotten, forget } from '../ground/upkeep.ts';

/** What logins forget, each with how long after. */
export const loginUpkeep: readonly Forgotten[] = [
  [forget('used_ids', 'id_hash', 'expires_at'), 0],
  [forget('matching_tries', 'id', 'expires_at'), 0],
  [forget('kept_forms', 'id_hash', 'expires_at'), 0],
];
