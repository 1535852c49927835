import type { Clock } from '../../base/time.ts';
import type { Invitations, InvitedStaffSessions } from '../../login/index.ts';
import { creationOptions, verifyMaking } from './make-passkey.ts';
import type { RelyingParty } from './relying-party.ts';

/** Invitations of staff with the passkeys that accept them: what a browser made is verified before anybody hears of it. */
export function openInvitations(
  relyingParty: RelyingParty,
  clock: Clock,
  { wish, accept, ...others }: InvitedStaffSessions,
): Invitations {
  return {
    ...others,
    async options(asked) {
      const wanted = await wish(asked);
      return wanted && creationOptions(relyingParty, wanted);
    },
    async accept({ response, ...asked }) {
      const wanted = await wish(asked);
      if (wanted === null) return { kind: 'closed', standing: 'unknown' };
      const made = await verifyMaking(relyingParty, wanted, response, clock());
      return made.kind === 'refused'
        ? made
        : accept({ ...asked, credential: made.credential, facts: made.facts });
    },
  };
}
