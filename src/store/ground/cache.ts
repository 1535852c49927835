/** Values read from the database and kept in this process until somebody says that they changed. */
export type Cache<Value> = {
  /** The kept value, or what `load` brings; `null` is never kept, so asking for what does not exist fills no memory. */
  get(key: string, load: () => Promise<Value | null>): Promise<Value | null>;
  /** Forgets one value, or all. */
  forget(key?: string): void;
};

const LIMIT = 5000;
const WITHOUT_NEWS = 1000;
/** News tells every change that a program makes; this is for what somebody changes in the database by hand. */
const WITH_NEWS = 600_000;

/**
 * A cache whose values live ten minutes while news of changes comes in (`hearsNews`), and one second while it does not.
 * A value that was being read while it changed is not kept.
 */
export function openCache<Value>(hearsNews: () => boolean): Cache<Value> {
  const kept = new Map<string, { readonly value: Value; readonly at: number }>();
  let changes = 0;
  return {
    async get(key, load) {
      const found = kept.get(key);
      if (found && performance.now() - found.at < (hearsNews() ? WITH_NEWS : WITHOUT_NEWS))
        return found.value;
      const [before, at] = [changes, performance.now()];
      const value = await load();
      if (value !== null && before === changes) {
        if (kept.size >= LIMIT) kept.clear();
        kept.set(key, { value, at });
      }
      return value;
    },
    forget(key) {
      changes += 1;
      if (key === undefined) kept.clear();
      else kept.delete(key);
    },
  };
}
