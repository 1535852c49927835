import type { KeyObject } from 'node:crypto';
import type { Clock } from '../../base/time.ts';
import type { AccountKeys, Passkeys } from '../../domain/account-keys/index.ts';
import { challengeFor } from './challenge.ts';
import { creationOptions, verifyMaking } from './make-passkey.ts';
import type { RelyingParty } from './relying-party.ts';
import { credentialOf, requestOptions, verifyUse } from './use-passkey.ts';

type Settings = {
  readonly relyingParty: RelyingParty;
  /** Of the challenges. */
  readonly key: KeyObject;
  readonly clock: Clock;
  readonly keys: Pick<AccountKeys, 'beginPasskey' | 'bindPasskey' | 'findPasskey' | 'judgePasskey'>;
};

/** Opens what pages do with passkeys. */
export function openPasskeys({ relyingParty, key, clock, keys }: Settings): Passkeys {
  return {
    async begin(asked) {
      const wish = await keys.beginPasskey(asked);
      return wish.kind === 'ready' ? { kind: 'ready', options: creationOptions(relyingParty, wish) } : wish;
    },
    async bind({ response, name, ...asked }) {
      const wish = await keys.beginPasskey(asked);
      if (wish.kind !== 'ready') return wish;
      const made = await verifyMaking(relyingParty, wish, response, clock());
      if (made.kind === 'refused') return made;
      const { credential, facts } = made;
      const { challenge } = wish;
      return keys.bindPasskey({ ...asked, name, challenge, credential, facts });
    },
    ask: (challenged) => requestOptions(relyingParty, challengeFor(key, challenged)),
    async judge(challenged, response) {
      const credential = credentialOf(response);
      if (credential === null) return { kind: 'refused', code: 'malformed', key: null };
      const found = await keys.findPasskey({ credential });
      if (found === null) return { kind: 'unknown' };
      const verified = await verifyUse(relyingParty, found, challengeFor(key, challenged), response);
      if (verified.kind === 'refused') return { ...verified, key: found.key.id };
      return keys.judgePasskey({ found, used: verified.used });
    },
  };
}
