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
      if (wanted === null) {
        const looked = await others.view({ link: 'bind', secret: asked.secret });
        return { kind: 'closed', standing: looked?.standing ?? 'unknown' };
      }
      const made = await verifyMaking(relyingParty, wanted, response, clock());
      if (made.kind === 'refused') return made;
      const { credential, facts } = made;
      return use({ ...asked, challenge: wanted.challenge, credential, facts });
    },
  };
}
