import type { AccountKey } from './model.ts';

/** What else than own keys leads somebody in: eIDs of other member states that are linked, and a Belgian number. */
export type OtherWays = { readonly links: number; readonly hasNumber: boolean };

/** Fewer than this, and the person is warned: who loses the only one stands outside. */
export const WAYS_TO_HAVE = 2;

/**
 * In how many ways somebody can log in. App and proven address are one way together; recovery codes stand in for the app and are none of
 * their own, and a code by mail alone opens too little to count.
 */
export function countWaysIn(keys: readonly AccountKey[], { links, hasNumber }: OtherWays): number {
  const live = keys.filter(({ ended, binding }) => ended === null && binding.counts === 'everywhere');
  const has = (kind: AccountKey['kind']) => live.some((key) => key.kind === kind);
  const passkeys = live.filter(({ kind }) => kind === 'passkey').length;
  return passkeys + links + Number(hasNumber) + Number(has('app') && has('email'));
}
