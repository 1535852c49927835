import type { EidasCountry, EidasCountryStore } from '../../domain/eidas-country/index.ts';
import { type Cache, openCache } from '../ground/cache.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Change } from '../ground/news.ts';
import { COUNTRIES_CHANGED, countriesIn } from './countries.ts';

/** Countries as they are kept in this process, all of them at once: there are some thirty. */
export type CachedCountries = {
  /** After a change in the same unit of work it reads the database, to see its own change. */
  storeIn(context: StoreContext): EidasCountryStore;
  /** Forgets what changed; `null` forgets everything. */
  forget(change: Change | null): void;
};

const ALL = 'all';

/** An empty cache; `hearsNews` says whether changes of other processes are heard. */
export function openCachedCountries(hearsNews: () => boolean): CachedCountries {
  const cache = openCache<readonly EidasCountry[]>(hearsNews);
  return {
    storeIn: (context) => throughCache(countriesIn(context), cache, context.changed),
    forget(change) {
      if (change === null || change === COUNTRIES_CHANGED) cache.forget();
    },
  };
}

function throughCache(
  store: EidasCountryStore,
  cache: Cache<readonly EidasCountry[]>,
  changed: Change[],
): EidasCountryStore {
  const list = async () => {
    if (changed.length > 0) return store.list();
    return (await cache.get(ALL, () => store.list())) ?? [];
  };
  return {
    ...store,
    list,
    find: async (code) => (await list()).find((country) => country.code === code) ?? null,
    async put(country) {
      const outcome = await store.put(country);
      if (outcome.kind !== 'unchanged') changed.push(COUNTRIES_CHANGED);
      return outcome;
    },
    async putMetadata(code, metadata, at) {
      await store.putMetadata(code, metadata, at);
      changed.push(COUNTRIES_CHANGED);
    },
  };
}
