import type { PersonTies } from '../../domain/rights/index.ts';
import type { LoginStores } from '../ports.ts';

/**
 * The same stores, in which the ties of a person are read once: settling a capacity, showing it and handing it over all ask
 * for them, and within one transaction the answer must be the same.
 */
export function readingTiesOnce<Stores extends Partial<LoginStores>>(stores: Stores): Stores {
  const { rights } = stores;
  if (rights === undefined) return stores;
  const known = new Map<string, Promise<PersonTies>>();
  return {
    ...stores,
    rights: {
      ...rights,
      tiesOf(person, application) {
        const key = `${person} ${application}`;
        const ties = known.get(key) ?? rights.tiesOf(person, application);
        known.set(key, ties);
        return ties;
      },
    },
  };
}
