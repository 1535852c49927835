import type { Duty } from '../../base/duty.ts';
import type { Clock } from '../../base/time.ts';
import type { World } from '../../base/unit-of-work.ts';
import type { Settings } from '../../config/settings.ts';
import {
  type AccountKeySettings,
  type AccountKeys,
  openAccountKeys,
  type Passkeys,
} from '../../domain/account-keys/index.ts';
import {
  type KeyResetPages,
  type KeyResetStores,
  keyResetDuty,
  openKeyResets,
} from '../../domain/key-reset/index.ts';
import { type MailSender, senderName } from '../../domain/notification/index.ts';
import { timedCodes } from '../../protocols/one-time-codes/totp.ts';
import { openKeyResetPages, openPasskeys, relyingPartyAt } from '../../protocols/webauthn/index.ts';
import type { Store } from '../../store/index.ts';
import type { OpenKeys } from '../keys/open-keys.ts';
import { systemRandomness } from './randomness.ts';

type OwnMeansOptions = {
  readonly store: Pick<Store, 'inTransaction'>;
  readonly settings: Pick<Settings, 'origin'>;
  readonly keys: Pick<OpenKeys, 'passkeys'>;
  readonly clock: Clock;
  readonly sender: MailSender;
};

/** What people do with means of their own, how passkeys are made and used here, and how somebody who lost all of them comes back in. */
export function openOwnMeans({ store, settings, keys, clock, sender }: OwnMeansOptions): {
  readonly accountKeys: AccountKeys;
  readonly passkeys: Passkeys;
  readonly keyResets: KeyResetPages;
} {
  const world = ownMeansWorld({ store, clock, sender });
  const accountKeys = openAccountKeys(world);
  const relyingParty = ownRelyingParty(settings.origin, sender);
  return {
    accountKeys,
    passkeys: openPasskeys({ relyingParty, key: keys.passkeys, clock, keys: accountKeys }),
    keyResets: openKeyResetPages(relyingParty, clock, openKeyResets(world)),
  };
}

/** What time does to resets of keys. */
export function ownMeansDuties(
  options: Pick<OwnMeansOptions, 'store' | 'clock' | 'sender'>,
): readonly Duty[] {
  return [keyResetDuty(ownMeansWorld(options))];
}

function ownMeansWorld({
  store,
  clock,
  sender,
}: Pick<OwnMeansOptions, 'store' | 'clock' | 'sender'>): World<KeyResetStores, AccountKeySettings> {
  const { inTransaction } = store;
  return {
    clock,
    randomness: systemRandomness,
    inTransaction,
    settings: { sender, oneTimeCodes: timedCodes },
  };
}

/** Who asks for passkeys here. A device shows the name in its own list of passkeys, in the one language in which it was made. */
export function ownRelyingParty(origin: string, sender: MailSender): ReturnType<typeof relyingPartyAt> {
  return relyingPartyAt(origin, senderName(sender).nl);
}
