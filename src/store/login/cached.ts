import type { Application, ApplicationStore } from '../../domain/application/index.ts';
import type { EidasCountry, EidasCountryStore } from '../../domain/eidas-country/index.ts';
import { type Cache, openCache } from '../ground/cache.ts';
import type { Change } from '../ground/news.ts';

/** What is read at every step of a login and changes rarely. */
export type Caches = {
  readonly applications: Cache<Application>;
  readonly countries: Cache<readonly EidasCountry[]>;
  /** Forgets what changed; `null` forgets everything. */
  forget(change: Change | null): void;
};

const ALL = 'all';

/** Empty caches; `hearsNews` says whether changes of other processes are heard. */
export function openCaches(hearsNews: () => boolean): Caches {
  const applications = openCache<Application>(hearsNews);
  const countries = openCache<readonly EidasCountry[]>(hearsNews);
  return {
    applications,
    countries,
    forget(change) {
      if (change === null || change === 'countries') countries.forget();
      if (change === null) applications.forget();
      else if (change.startsWith('application:')) applications.forget(change.slice('application:'.length));
    },
  };
}

/** Applications through the cache. After a change through this very store it reads the database, to see its own change. */
export function cachedApplications(
  store: ApplicationStore,
  caches: Caches,
  changed: Change[],
): ApplicationStore {
  return {
    find(id) {
      if (changed.length > 0) return store.find(id);
      return caches.applications.get(id, () => store.find(id));
    },
    list: () => store.list(),
    async put(application) {
      const outcome = await store.put(application);
      if (outcome.kind !== 'unchanged') changed.push(`application:${application.id}`);
      return outcome;
    },
  };
}

/** Countries through the cache, all of them at once: there are some thirty. */
export function cachedCountries(
  store: EidasCountryStore,
  caches: Caches,
  changed: Change[],
): EidasCountryStore {
  const list = async () => {
    if (changed.length > 0) return store.list();
    return (await caches.countries.get(ALL, () => store.list())) ?? [];
  };
  return {
    ...store,
    list,
    find: async (code) => (await list()).find((country) => country.code === code) ?? null,
    async put(country) {
      const outcome = await store.put(country);
      if (outcome.kind !== 'unchanged') changed.push('countries');
      return outcome;
    },
    async putMetadata(code, metadata, at) {
      await store.putMetadata(code, metadata, at);
      changed.push('countries');
    },
  };
}
