import { randomBytes } from 'node:crypto';
import type { CorrelationCode } from '../../src/base/correlation.ts';
import { later, MINUTE } from '../../src/base/time.ts';
import type { AccountOwner, AccountView } from '../../src/domain/account/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import { formToken } from '../../src/web/http/form-token.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { formKey } from './form-key.ts';
import { ATTEMPT_ID, NOW } from './web-fixtures.ts';

/** The account of one person, open under the secret `accountSecret`. */
export const accountSecret = randomBytes(32).toString('base64url');
export const accountCookieHeader = `sluis_account=${accountSecret}`;
export const accountToken = formToken(formKey, accountSecret);

/** Anna, logged in with her German eID five minutes ago; `over` replaces what a test cares about. */
export function accountOwner(over: Partial<AccountOwner> = {}): AccountOwner {
  return {
    person: '00000000-0000-4000-8000-0000000000a1' as PersonId,
    authentication: {
      means: 'eidashigh',
      assurance: 'high',
      at: later(NOW, -5 * MINUTE),
      country: 'DE',
    },
    correlation: 'K7PX-2M9D' as CorrelationCode,
    ...over,
  };
}

export const accountView: AccountView = { name: 'Anna Müller' };

/** Sessions in an account that know one secret. */
export function fakeAccounts(owner: AccountOwner = accountOwner()): WebWorld['accounts'] {
  return {
    begin: async () => ATTEMPT_ID,
    enter: async () => ({ kind: 'unknown' }),
    find: async (secret) => (secret === accountSecret ? owner : null),
    end: async () => {},
  };
}

export function fakeAccount(over: Partial<WebWorld['account']> = {}): WebWorld['account'] {
  return { viewAccount: async () => accountView, ...over };
}

/** Somebody without a key of their own, and with one way in. What a test does not hand over is not there. */
export function fakeAccountKeys(over: Partial<WebWorld['accountKeys']> = {}): WebWorld['accountKeys'] {
  const listKeys = async () => ({ keys: [], waysIn: 1, hasTooFew: true });
  return { listKeys, ...over } as WebWorld['accountKeys'];
}

/** Passkeys of a browser that knows none. */
export function fakePasskeys(over: Partial<WebWorld['passkeys']> = {}): WebWorld['passkeys'] {
  return {
    begin: async () => ({ kind: 'ready', options: { challenge: 'challenge' } }),
    bind: async () => ({ kind: 'bound' }),
    ask: () => ({ challenge: 'challenge', rpId: 'localhost', allowCredentials: [] }),
    judge: async () => ({ kind: 'unknown' }),
    ...over,
  };
}
