import type { MeansProvider, MeansProviderStore } from '../../domain/login-means/index.ts';
import { openCache } from '../ground/cache.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Change } from '../ground/news.ts';
import { meansProvidersIn, PROVIDERS_CHANGED } from './means-providers.ts';

/** Providers of login means as they are kept in this process, all of them at once: they are few, and every page of tiles asks for them. */
export type CachedMeansProviders = {
  /** After a change in the same unit of work it reads the database, to see its own change. */
  storeIn(context: StoreContext): MeansProviderStore;
  /** Forgets what changed; `null` forgets everything. */
  forget(change: Change | null): void;
};

const ALL = 'all';

/** An empty cache; `hearsNews` says whether changes of other processes are heard. */
export function openCachedMeansProviders(hearsNews: () => boolean): CachedMeansProviders {
  const cache = openCache<readonly MeansProvider[]>(hearsNews);
  return {
    storeIn(context) {
      const store = meansProvidersIn(context);
      return {
        async list() {
          if (context.changed.length > 0) return store.list();
          return (await cache.get(ALL, store.list)) ?? [];
        },
        async put(provider) {
          const outcome = await store.put(provider);
          if (outcome.kind !== 'unchanged') context.changed.push(PROVIDERS_CHANGED);
          return outcome;
        },
      };
    },
    forget(change) {
      if (change === null || change === PROVIDERS_CHANGED) cache.forget();
    },
  };
}
