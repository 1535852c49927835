import type { CountryHealth, EidasCountry, EidasCountryStore } from '../../domain/eidas-country/index.ts';
import { type Cache, openCache } from '../ground/cache.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Change } from '../ground/news.ts';
import { COUNTRIES_CHANGED, countriesIn } from './countries.ts';

/** Countries and their health as they are kept in this process, all of them at once: there are some thirty. */
export type CachedCountries = {
  /** After a change in the same unit of work it reads the database, to see its own change. */
  storeIn(context: StoreContext): EidasCountryStore;
  /** Forgets what changed; `null` forgets everything. */
  forget(change: Change | null): void;
};

const ALL = 'all';

type Caches = {
  readonly countries: Cache<readonly EidasCountry[]>;
  readonly health: Cache<readonly CountryHealth[]>;
};

/** An empty cache; `hearsNews` says whether changes of other processes are heard. */
export function openCachedCountries(hearsNews: () => boolean): CachedCountries {
  const caches: Caches = { countries: openCache(hearsNews), health: openCache(hearsNews) };
  return {
    storeIn: (context) => throughCaches(countriesIn(context), caches, context.changed),
    forget(change) {
      if (change !== null && change !== COUNTRIES_CHANGED) return;
      caches.countries.forget();
      caches.health.forget();
    },
  };
}

function throughCaches(
  store: EidasCountryStore,
  { countries, health: healths }: Caches,
  changed: Change[],
): EidasCountryStore {
  const list = async () => {
    if (changed.length > 0) return store.list();
    return (await countries.get(ALL, store.list)) ?? [];
  };
  const health = async () => {
    if (changed.length > 0) return store.health();
    return (await healths.get(ALL, store.health)) ?? [];
  };
  return {
    ...store,
    list,
    health,
    find: async (code) => (await list()).find((country) => country.code === code) ?? null,
    healthOf: async (code) => (await health()).find((each) => each.code === code) ?? null,
    async put(country) {
      const outcome = await store.put(country);
      if (outcome.kind !== 'unchanged') changed.push(COUNTRIES_CHANGED);
      return outcome;
    },
    async putMetadata(code, metadata, at) {
      await store.putMetadata(code, metadata, at);
      changed.push(COUNTRIES_CHANGED);
    },
    async putHealth(told) {
      await store.putHealth(told);
      changed.push(COUNTRIES_CHANGED);
    },
  };
}
