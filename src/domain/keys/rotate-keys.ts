import type { KeyEntry, KeySet, KeyStage, KeyUse } from './key-set.ts';

/** Uses that rotate. The hashing key finds people by their number: changing it needs every hash made again, so it stays. */
export const rotatingUses = [
  'oidc-rs256',
  'oidc-es256',
  'eidas-signing',
  'eidas-decryption-rsa',
  'eidas-decryption-ec',
  'sealing',
  'browser',
] as const satisfies readonly KeyUse[];

/** Makes one key of its use. */
export type MakeKey = (use: KeyUse, stage: KeyStage) => Promise<KeyEntry>;

/** A whole new key set: a current key for each use. */
export async function newKeySet(make: MakeKey): Promise<KeySet> {
  const keys = [await make('hashing', 'current')];
  for (const use of rotatingUses) keys.push(await make(use, 'current'));
  return { format: 1, keys };
}

/**
 * Rotates one use with overlap. The first rotation publishes a `next` key; the second makes it current and keeps the old one
 * as `previous`, dropping what was previous before. Sealing keeps every previous key, because old rows stay sealed with it.
 * The browser key has no overlap: logins under way at that moment begin again.
 */
export async function rotateKeys(
  set: KeySet,
  use: (typeof rotatingUses)[number],
  make: MakeKey,
): Promise<KeySet> {
  const others = set.keys.filter((key) => key.use !== use);
  const mine = set.keys.filter((key) => key.use === use);
  if (use === 'browser') return { format: 1, keys: [...others, await make(use, 'current')] };
  if (!mine.some((key) => key.stage === 'next'))
    return { format: 1, keys: [...set.keys, await make(use, 'next')] };
  const kept = mine.filter((key) => use === 'sealing' || key.stage !== 'previous');
  const moved = kept.map((key) => ({
    ...key,
    stage: key.stage === 'next' ? ('current' as const) : ('previous' as const),
  }));
  return { format: 1, keys: [...others, ...moved] };
}
