import type { Clock } from '../../base/time.ts';
import type { KeyResetPages, KeyResets } from '../../domain/key-reset/index.ts';
import { creationOptions, verifyMaking } from './make-passkey.ts';
import type { RelyingParty } from './relying-party.ts';

/** Resets with the passkeys that they bind: what a browser made is verified before anybody hears of it. */
export function openKeyResetPages(
  relyingParty: RelyingParty,
  clock: Clock,
  { wish, use, ...others }: KeyResets,
): KeyResetPages {
  return {
    ...others,
    async options(asked) {
      const wanted = await wish(asked);
      return wanted && creationOptions(relyingParty, wanted);
    },
    async use({ response, ...asked }) {
      const wanted = await wish(asked);
      const made = wanted && (await verifyMaking(relyingParty, wanted, response, clock()));
      if (wanted !== null && made?.kind === 'verified') {
        const { credential, facts } = made;
        return use({ ...asked, challenge: wanted.challenge, credential, facts });
      }
      // Of a link that was used or stopped meanwhile that is what its page says.
      const looked = await others.view({ link: 'bind', secret: asked.secret });
      const standing = looked?.standing ?? 'unknown';
      return made?.kind === 'refused' && standing === 'open' ? made : { kind: 'closed', standing };
    },
  };
}
