import type { PersonId } from '../person/index.ts';
import type { AccountKey } from './model.ts';
import { countWaysIn, WAYS_TO_HAVE } from './ways-in.ts';
import { act, type KeyContext } from './world.ts';

export const waysNeeds = ['accountKeys', 'links', 'persons'] as const;

/** The keys of somebody, and in how many ways they can log in. */
export type ListedKeys = {
  readonly keys: readonly AccountKey[];
  readonly waysIn: number;
  /** Fewer than two ways in: who loses the only one stands outside. */
  readonly hasTooFew: boolean;
};

/** The live keys of a person, the oldest first. */
export const listKeys = act(
  waysNeeds,
  (context, { person }: { readonly person: PersonId }): Promise<ListedKeys> => keysAndWays(context, person),
);

/** The same, as a step of another act; without the keys that are about to go. */
export async function keysAndWays(
  { stores }: KeyContext<typeof waysNeeds>,
  person: PersonId,
  without: readonly string[] = [],
): Promise<ListedKeys> {
  const held = await stores.accountKeys.listOf(person);
  const keys = held.filter(({ id }) => !without.includes(id));
  const [links, known] = [await stores.links.liveOf(person), await stores.persons.find(person)];
  const hasNumber = known !== null && known.number !== null;
  const waysIn = countWaysIn(keys, { links: links.length, hasNumber });
  return { keys, waysIn, hasTooFew: waysIn < WAYS_TO_HAVE };
}
