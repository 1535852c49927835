import type { Clock } from '../../base/time.ts';

/** Something that was fetched, or why it could not be. */
export type Kept<Value> =
  | { readonly kind: 'kept'; readonly value: Value }
  | { readonly kind: 'unavailable'; readonly reason: string };

type Entry<Value> = {
  /** The last that was fetched. */
  readonly good: { readonly value: Value; readonly at: Date } | null;
  readonly triedAt: Date;
  readonly failure: string | null;
};

type ShelfOptions = {
  readonly clock: Clock;
  /** For so long it is not asked for again. */
  readonly fresh: number;
  /** For so long it serves when it cannot be asked for again. */
  readonly usable: number;
  /** For so long nobody is asked again after a failure, or for somebody who wants it newer. */
  readonly rest: number;
};

/** What was fetched from providers: one fetch serves everybody who waits for it. As many entries as there are providers. */
export function openShelf<Value>({ clock, fresh, usable, rest }: ShelfOptions) {
  const entries = new Map<string, Entry<Value>>();
  const fetching = new Map<string, Promise<Entry<Value>>>();

  const since = (moment: Date): number => clock().getTime() - moment.getTime();

  async function renew(
    name: string,
    fetch: () => Promise<Kept<Value>>,
    before: Entry<Value> | undefined,
  ): Promise<Entry<Value>> {
    const fetched = await fetch();
    const at = clock();
    const entry: Entry<Value> =
      fetched.kind === 'kept'
        ? { good: { value: fetched.value, at }, triedAt: at, failure: null }
        : { good: before?.good ?? null, triedAt: at, failure: fetched.reason };
    entries.set(name, entry);
    return entry;
  }

  return {
    /** `isWanted`: whether what is there serves; if not, it is asked for once more, within bounds. */
    async read(
      name: string,
      fetch: () => Promise<Kept<Value>>,
      isWanted: (value: Value) => boolean = () => true,
    ): Promise<Kept<Value>> {
      const before = entries.get(name);
      const isFresh = before?.good != null && since(before.good.at) < fresh && isWanted(before.good.value);
      const isResting = before !== undefined && since(before.triedAt) < rest;
      let entry = before;
      if (entry === undefined || (!isFresh && !isResting)) {
        const running = fetching.get(name) ?? renew(name, fetch, before);
        fetching.set(name, running);
        try {
          entry = await running;
        } finally {
          fetching.delete(name);
        }
      }
      const { good, failure } = entry;
      return good !== null && since(good.at) < usable
        ? { kind: 'kept', value: good.value }
        : { kind: 'unavailable', reason: failure ?? 'too-old' };
    },
  };
}
