import type { Application, ApplicationStore } from '../../domain/application/index.ts';
import { type Cache, openCache } from '../ground/cache.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Change } from '../ground/news.ts';
import { applicationChange, applicationsIn } from './applications.ts';

/** Applications as they are kept in this process: read at every step of a login, and seldom changed. */
export type CachedApplications = {
  /** After a change through this very store it reads the database, to see its own change. */
  storeIn(context: StoreContext): ApplicationStore;
  /** Forgets what changed; `null` forgets everything. */
  forget(change: Change | null): void;
};

/** An empty cache; `hearsNews` says whether changes of other processes are heard. */
export function openCachedApplications(hearsNews: () => boolean): CachedApplications {
  const cache = openCache<Application>(hearsNews);
  return {
    storeIn: (context) => throughCache(applicationsIn(context), cache, context.changed),
    forget(change) {
      const id = change === null ? undefined : applicationChange.idIn(change);
      if (id !== null) cache.forget(id);
    },
  };
}

function throughCache(
  store: ApplicationStore,
  cache: Cache<Application>,
  changed: Change[],
): ApplicationStore {
  return {
    find(id) {
      if (changed.length > 0) return store.find(id);
      return cache.get(id, () => store.find(id));
    },
    list: () => store.list(),
    async put(application) {
      const outcome = await store.put(application);
      if (outcome.kind !== 'unchanged') changed.push(applicationChange.of(application.id));
      return outcome;
    },
  };
}
