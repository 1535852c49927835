import { readKeyName } from './key-name.ts';
import { keysAndWays, waysNeeds } from './list-keys.ts';
import type { AccountKey, AccountKeyId } from './model.ts';
import { tellHolder, tellingNeeds } from './tell-holder.ts';
import { act, type KeyHolder, recordOf, trailNeeds } from './world.ts';

export type RenameKey = {
  readonly by: KeyHolder;
  readonly key: AccountKeyId;
  /** As typed. */
  readonly name: string;
};

/** Calls a key otherwise. A key of somebody else is as one that does not exist. */
export const renameKey = act(
  ['accountKeys'],
  async (
    { stores },
    { by, key, name: typed }: RenameKey,
  ): Promise<
    | { readonly kind: 'renamed' | 'unknown-key' }
    | { readonly kind: 'wrong'; readonly code: 'empty' | 'too-long' }
  > => {
    const read = readKeyName(typed);
    if (read.kind === 'wrong') return read;
    const held = (await stores.accountKeys.listOf(by.person)).find(({ id }) => id === key);
    if (held === undefined) return { kind: 'unknown-key' };
    await stores.accountKeys.rename(held.id, read.name);
    return { kind: 'renamed' };
  },
);

export type RemovedKey =
  | { readonly kind: 'removed'; readonly waysIn: number; readonly hasTooFew: boolean }
  | { readonly kind: 'unknown-key' }
  /** Nobody takes away the last way into their own account. */
  | { readonly kind: 'last-way' };

/**
 * Takes a key away: what rests on it ends at once, and its holder is told at every address, one that is taken away too. With the last app
 * go the recovery codes that stand in for it.
 */
export const removeKey = act(
  [...waysNeeds, ...tellingNeeds, ...trailNeeds],
  async (
    context,
    { by, key }: { readonly by: KeyHolder; readonly key: AccountKeyId },
  ): Promise<RemovedKey> => {
    const { stores, now } = context;
    const { keys, waysIn: before } = await keysAndWays(context, by.person);
    const held = keys.find(({ id }) => id === key);
    if (held === undefined) return { kind: 'unknown-key' };
    const going = [held, ...goingAlong(keys, held)].map(({ id }) => id);
    const { waysIn, hasTooFew } = await keysAndWays(context, by.person, going);
    if (waysIn === 0 && before > 0) return { kind: 'last-way' };
    await stores.accountKeys.end(going, now, 'removed');
    const details = { key: held.kind, keys: going.length };
    const reference = await recordOf(context, by.person, { kind: 'account-key.removed', details });
    const formerly = held.kind === 'email' ? [held.address.reveal()] : [];
    await tellHolder(context, by.person, {
      template: 'key-removed',
      reference,
      language: by.language,
      formerly,
    });
    return { kind: 'removed', waysIn, hasTooFew };
  },
);

/** Recovery codes stand in for an app: without one they open nothing. */
function goingAlong(keys: readonly AccountKey[], going: AccountKey): readonly AccountKey[] {
  const staysApp = keys.some((key) => key.kind === 'app' && key.id !== going.id);
  return going.kind === 'app' && !staysApp ? keys.filter(({ kind }) => kind === 'recovery') : [];
}
