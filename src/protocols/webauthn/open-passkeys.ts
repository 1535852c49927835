import type { KeyObject } from 'node:crypto';
import type { Clock } from '../../base/time.ts';
import type {
  AccountKeys,
  BeginPasskey,
  BoundPasskey,
  JudgedPasskey,
  PasskeyRefusal,
} from '../../domain/account-keys/index.ts';
import { type Challenged, challengeFor } from './challenge.ts';
import { type CreationOptions, creationOptions, verifyMaking } from './make-passkey.ts';
import type { RelyingParty } from './relying-party.ts';
import { credentialOf, requestOptions, verifyUse } from './use-passkey.ts';

/** Passkeys, as pages use them: what goes to the browser and what comes back are JSON. */
export type Passkeys = {
  /** What a browser needs to make a passkey for somebody. */
  begin(
    asked: BeginPasskey,
  ): Promise<{ readonly kind: 'ready'; readonly options: CreationOptions } | { readonly kind: 'too-weak' }>;
  /** Binds what the browser made. `response`: the JSON as it was sent; `name`: as typed. */
  bind(
    asked: BeginPasskey & { readonly response: string; readonly name: string },
  ): Promise<BoundPasskey | { readonly kind: 'refused'; readonly code: PasskeyRefusal }>;
  /** What a browser needs to use one in a login. */
  ask(challenged: Challenged): ReturnType<typeof requestOptions>;
  /** Judges what the browser brought of the use of one: whose it is and what it is worth, or why not. */
  judge(challenged: Challenged, response: string): Promise<JudgedPasskey>;
};

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
