import type { Clock } from '../../base/time.ts';
import type { Settings } from '../../config/settings.ts';
import { type AccountKeys, openAccountKeys, type Passkeys } from '../../domain/account-keys/index.ts';
import { type MailSender, senderName } from '../../domain/notification/index.ts';
import { timedCodes } from '../../protocols/one-time-codes/totp.ts';
import { openPasskeys, relyingPartyAt } from '../../protocols/webauthn/index.ts';
import type { Store } from '../../store/index.ts';
import type { OpenKeys } from '../keys/open-keys.ts';
import { systemRandomness } from './randomness.ts';

type OwnMeansOptions = {
  readonly store: Store;
  readonly settings: Pick<Settings, 'origin'>;
  readonly keys: Pick<OpenKeys, 'passkeys'>;
  readonly clock: Clock;
  readonly sender: MailSender;
};

/** What people do with means of their own, and how passkeys are made and used here. */
export function openOwnMeans({ store, settings, keys, clock, sender }: OwnMeansOptions): {
  readonly accountKeys: AccountKeys;
  readonly passkeys: Passkeys;
} {
  const accountKeys = openAccountKeys({
    clock,
    randomness: systemRandomness,
    inTransaction: store.inTransaction,
    settings: { sender, oneTimeCodes: timedCodes },
  });
  const relyingParty = ownRelyingParty(settings.origin, sender);
  return {
    accountKeys,
    passkeys: openPasskeys({ relyingParty, key: keys.passkeys, clock, keys: accountKeys }),
  };
}

/** Who asks for passkeys here. A device shows the name in its own list of passkeys, in the one language in which it was made. */
export function ownRelyingParty(origin: string, sender: MailSender): ReturnType<typeof relyingPartyAt> {
  return relyingPartyAt(origin, senderName(sender).nl);
}
