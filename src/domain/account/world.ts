import type { Surroundings, World } from '../../base/unit-of-work.ts';
import { actsIn, declaringActs } from '../acting/index.ts';
import type { PersonStore } from '../person/index.ts';

/** Everything that the pages of one's own account keep and read: bound to one transaction. */
export type AccountStores = {
  readonly persons: Pick<PersonStore, 'find'>;
};

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surroundings, AccountStores>();

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindAccount(world: World<AccountStores>) {
  return actsIn<Surroundings, AccountStores>(world);
}
