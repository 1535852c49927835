import { DAY } from '../../base/time.ts';
import { type Forgotten, forget } from '../ground/upkeep.ts';

/** As long as a browser keeps the cookie by which it is known again. */
const YEAR = 365 * DAY;

/** What accounts forget, each with how long after. */
export const accountUpkeep: readonly Forgotten[] = [[forget('account_devices', 'id', 'last_used_at'), YEAR]];
