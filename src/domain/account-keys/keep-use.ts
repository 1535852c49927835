import type { Language } from '../../base/language.ts';
import type { PersonId } from '../person/index.ts';
import type { UsedPasskey } from './judge-passkey.ts';
import type { AccountKeyId } from './model.ts';
import { tellHolder, tellingNeeds } from './tell-holder.ts';
import { type AccountKeyStores, type KeyContext, recordOf, trailNeeds } from './world.ts';

export const usingNeeds = ['addressCodes', ...tellingNeeds, ...trailNeeds] as const;

/**
 * What is kept of the use of a key: in the unit of work in which the proof leads on, and only there, so that nothing is used up by what leads
 * nowhere. When the same was used at the same moment, nothing of either is kept twice (`ChangedMeanwhile`).
 */
export type KeptUse = (
  stores: Pick<AccountKeyStores, (typeof usingNeeds)[number]>,
  at: Date,
) => Promise<void>;

/** Of a passkey: its counter, and whether a copy exists. */
export function usePasskey(id: AccountKeyId, used: UsedPasskey): KeptUse {
  return ({ accountKeys }, at) => accountKeys.markPasskeyUsed(id, { ...used, at });
}

/** Of a code that was mailed: it is used up. */
export function useMailCode(address: AccountKeyId, mark: string): KeptUse {
  return async ({ accountKeys, addressCodes }, at) => {
    await addressCodes.useUp({ kind: 'login', mark }, at);
    await accountKeys.markUsed(address, at);
  };
}

/**
 * Of the right code of an app beside one that was mailed: the address begins anew with its tries. The mail alone does not bring that, or
 * whoever reads it could try codes of the app without end.
 */
export function beginTriesAnew(address: AccountKeyId): KeptUse {
  return ({ accountKeys }) => accountKeys.forgetTries(address);
}

/** Of an account at an organisation's provider. */
export function useOrganisationAccount(id: AccountKeyId): KeptUse {
  return ({ accountKeys }, at) => accountKeys.markUsed(id, at);
}

/** Of a code of an app: no other of its time step is taken. */
export function useAppCode(id: AccountKeyId, step: number): KeptUse {
  return ({ accountKeys }, at) => accountKeys.markStepUsed(id, step, at);
}

type RecoveryUse = {
  readonly person: PersonId;
  readonly key: AccountKeyId;
  readonly code: string;
  readonly codesLeft: number;
  readonly language: Language;
};

/** Of a recovery code: it serves no second time, and its holder is told, in case it was not them. */
export function useRecoveryCode(
  world: KeyContext<typeof usingNeeds>['world'],
  { person, key, code, codesLeft, language }: RecoveryUse,
): KeptUse {
  return async (stores, now) => {
    const context = { world, stores, now };
    await stores.accountKeys.useRecoveryCode(key, code, now);
    await stores.accountKeys.markUsed(key, now);
    const details = { codesLeft };
    const reference = await recordOf(context, person, { kind: 'account-key.recovery-used', details });
    await tellHolder(context, person, { template: 'recovery-code-used', reference, language });
  };
}

/** One after the other. */
export function together(...uses: readonly KeptUse[]): KeptUse {
  return async (stores, at) => {
    for (const use of uses) await use(stores, at);
  };
}
