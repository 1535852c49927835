import type { Gathering } from '../statement.ts';
import type { Deferred, Joiner } from './joined-statement.ts';

/** What waits in a unit of work: a change, or the items of a gathering, which become one when it must be known. */
export type Waiting = {
  readonly by: unknown;
  readonly items: readonly unknown[];
  readonly deferred: () => Deferred;
};

/** One change that waits. */
export function waitingFor(deferred: Deferred): Waiting {
  return { by: null, items: [], deferred: () => deferred };
}

/** Lets items wait with those of the same gathering, unless what waits since then must come between. */
export function gatherInto<Item>(
  waiting: readonly Waiting[],
  gathering: Gathering<Item>,
  items: readonly Item[],
  { comesAfter }: Joiner,
): readonly Waiting[] {
  const place = waiting.findLastIndex(({ by }) => by === gathering);
  const before = waiting[place];
  if (before === undefined) return [...waiting, gathered(gathering, items)];
  const all = gathered(gathering, [...(before.items as readonly Item[]), ...items]);
  const mustFollow = waiting
    .slice(place + 1)
    .some(({ deferred }) => comesAfter(all.deferred().statement, deferred().statement));
  return mustFollow ? [...waiting, gathered(gathering, items)] : waiting.with(place, all);
}

function gathered<Item>(gathering: Gathering<Item>, items: readonly Item[]): Waiting {
  let made: Deferred | null = null;
  return {
    by: gathering,
    items,
    deferred() {
      made ??= gathering(items);
      return made;
    },
  };
}
