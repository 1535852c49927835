import type { Clock } from '../../base/time.ts';
import type { World } from '../../base/unit-of-work.ts';
import type { Settings } from '../../config/settings.ts';
import type { InvitationSettings } from '../../domain/invitation/index.ts';
import { parseOrganisationCode } from '../../domain/organisation/index.ts';
import type { InvitedStores } from '../../login/index.ts';
import { timedCodes } from '../../protocols/one-time-codes/totp.ts';
import type { Store } from '../../store/index.ts';
import { systemRandomness } from './randomness.ts';

/** Inviting people to work with Sluis, on the store of this process. */
export function invitationWorld(
  store: Pick<Store, 'inTransaction'>,
  settings: Settings,
  clock: Clock,
): World<InvitedStores, InvitationSettings> {
  const { sender, url } = settings.mail;
  const code = parseOrganisationCode('GID', settings.staffOrganisation);
  if (code === null) throw new Error('the organisation of staff has no code');
  const name = sender.authority?.nl ?? sender.service.nl;
  return {
    clock,
    randomness: systemRandomness,
    inTransaction: store.inTransaction,
    settings: {
      origin: settings.origin,
      sender,
      sendsMail: url !== null,
      oneTimeCodes: timedCodes,
      ownOrganisation: { targetGroup: 'GID', code, name },
    },
  };
}
