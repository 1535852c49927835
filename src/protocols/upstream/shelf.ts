import { type Clock, MINUTE } from '../../base/time.ts';

/** Something that was fetched, or why it could not be. */
export type Kept<Value> =
  | { readonly kind: 'kept'; readonly value: Value }
  | { readonly kind: 'unavailable'; readonly reason: string };

type Entry<Value> = {
  /** The last that was fetched. */
  readonly good: { readonly value: Value; readonly at: Date } | null;
  readonly triedAt: Date;
  readonly failure: string | null;
  /** When it was asked for before its time, lately. */
  readonly early: readonly Date[];
};

type ShelfOptions = {
  readonly clock: Clock;
  /** For so long it is not asked for again. */
  readonly fresh: number;
  /** For so long it serves when it cannot be asked for again. */
  readonly usable: number;
  /** For so long nobody is asked again after a failure. */
  readonly rest: number;
};

/** How often in a minute something is asked for before its time, because somebody needs it newer. */
const MOST_EARLY = 5;

/** What was fetched from providers: one fetch serves everybody who waits for it. As many entries as there are providers. */
export function openShelf<Value>({ clock, fresh, usable, rest }: ShelfOptions) {
  const entries = new Map<string, Entry<Value>>();
  const fetching = new Map<string, Promise<Entry<Value>>>();

  const since = (moment: Date): number => clock().getTime() - moment.getTime();

  async function renew(
    name: string,
    fetch: () => Promise<Kept<Value>>,
    { before, early }: { readonly before: Entry<Value> | undefined; readonly early: readonly Date[] },
  ): Promise<Entry<Value>> {
    const fetched = await fetch();
    const at = clock();
    const entry: Entry<Value> =
      fetched.kind === 'kept'
        ? { good: { value: fetched.value, at }, triedAt: at, failure: null, early }
        : { good: before?.good ?? null, triedAt: at, failure: fetched.reason, early };
    entries.set(name, entry);
    return entry;
  }

  function whenDue(
    entry: Entry<Value> | undefined,
    isWanted: (value: Value) => boolean,
    early: readonly Date[],
  ): 'now' | 'early' | 'not-yet' {
    const isFresh = entry?.good != null && since(entry.good.at) < fresh;
    if (!isFresh) {
      const isResting = entry !== undefined && entry.failure !== null && since(entry.triedAt) < rest;
      return isResting ? 'not-yet' : 'now';
    }
    return isWanted(entry.good.value) || early.length >= MOST_EARLY ? 'not-yet' : 'early';
  }

  return {
    /** `isWanted`: whether what is there serves; if not, it is asked for once more, within bounds. */
    async read(
      name: string,
      fetch: () => Promise<Kept<Value>>,
      isWanted: (value: Value) => boolean = () => true,
    ): Promise<Kept<Value>> {
      const before = entries.get(name);
      let entry = before;
      const early = (before?.early ?? []).filter((each) => since(each) < MINUTE);
      const due = whenDue(before, isWanted, early);
      if (entry === undefined || due !== 'not-yet') {
        const asked = due === 'early' ? [...early, clock()] : early;
        const running = fetching.get(name) ?? renew(name, fetch, { before, early: asked });
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
