import type { RegisteredPerson } from '../person/index.ts';
import type { SearchKeys } from './model.ts';

/** Finds in the register of persons whoever somebody might be. For the eyes of agents only: nothing is granted by it. */
export type RegisterSearch = {
  /** At most `limit` persons, the likeliest first; persons under a replaced number come under the current one only. */
  find(keys: SearchKeys, limit: number): Promise<readonly RegisteredPerson[]>;
};
