import type { PasskeyKey } from './model.ts';
import { isTaken, passkeyRulesIn, policiesFor } from './passkey-policy.ts';
import type { FoundPasskey, PasskeyRefusal, PasskeyUse } from './ports.ts';
import { tellHolder, tellingNeeds } from './tell-holder.ts';
import { act, recordOf, trailNeeds } from './world.ts';

/** What an authenticator said at the use of a passkey, whose signature was verified. */
export type UsedPasskey = Omit<PasskeyUse, 'at'>;

export type JudgedPasskey =
  | { readonly kind: 'proven'; readonly key: PasskeyKey; readonly used: UsedPasskey }
  /** No passkey of this installation: deleted here, and still kept in the authenticator. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ended' }
  /** It never leaves its device, and its counter went back: there is a copy. It has ended, and its holder was told. */
  | { readonly kind: 'copied' }
  /** The installation takes such a one no more. */
  | { readonly kind: 'not-accepted' }
  | { readonly kind: 'refused'; readonly code: PasskeyRefusal; readonly key: string | null };

/** The passkey of a credential, with what checks it. */
export const findPasskey = act(
  ['accountKeys'],
  ({ stores }, { credential }: { readonly credential: string }): Promise<FoundPasskey | null> =>
    stores.accountKeys.findPasskey(credential),
);

/**
 * What the use of a passkey is worth. Of one that is copied to other devices by design the counter says nothing; of one that stays on its
 * device it goes on at each use, or stays 0 where the authenticator does not count (WebAuthn level 3, 6.1.1).
 */
export function judgeUse({ key, credential }: FoundPasskey, used: UsedPasskey): JudgedPasskey {
  if (key.ended !== null) return { kind: 'ended' };
  // Whether it may be copied is decided when it is made, and never changes (6.1.3).
  if (used.isSynced !== key.passkey.isSynced) return { kind: 'refused', code: 'backup-flags', key: key.id };
  const counts = credential.counter > 0 || used.counter > 0;
  if (!used.isSynced && counts && used.counter <= credential.counter) return { kind: 'copied' };
  return { kind: 'proven', key, used };
}

/** Judges a verified use; a passkey that seems to be copied ends here, and its holder is told at every address. */
export const judgePasskey = act(
  ['meansProviders', ...tellingNeeds, ...trailNeeds],
  async (
    context,
    { found, used }: { readonly found: FoundPasskey; readonly used: UsedPasskey },
  ): Promise<JudgedPasskey> => {
    const judged = judgeUse(found, used);
    const { stores, now } = context;
    const { key } = found;
    if (judged.kind === 'proven') {
      const policies = policiesFor(passkeyRulesIn(await stores.meansProviders.list()));
      return policies.every((policy) => isTaken(policy, key.passkey)) ? judged : { kind: 'not-accepted' };
    }
    if (judged.kind !== 'copied') return judged;
    await stores.accountKeys.end([key.id], now, 'copied');
    const details = { key: key.id, model: key.passkey.aaguid };
    const reference = await recordOf(context, key.person, {
      kind: 'account-key.copied',
      actor: { kind: 'unknown' },
      details,
    });
    await tellHolder(context, key.person, { template: 'passkey-copied', reference, language: 'nl' });
    return judged;
  },
);
