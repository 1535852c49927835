import { randomBytes } from 'node:crypto';
import type { CorrelationCode } from '../../src/base/correlation.ts';
import { Redacted } from '../../src/base/redacted.ts';
import { DAY, later, MINUTE } from '../../src/base/time.ts';
import type {
  AccountOwner,
  AccountView,
  DeviceId,
  DeviceView,
  WaysView,
} from '../../src/domain/account/index.ts';
import type { AccountKey, AccountKeyId } from '../../src/domain/account-keys/index.ts';
import type { ApplicationId } from '../../src/domain/application/index.ts';
import type { CountryCode } from '../../src/domain/eidas-country/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import { formToken } from '../../src/web/http/form-token.ts';
import type { WebWorld } from '../../src/web/index.ts';
import { formKey } from './form-key.ts';
import { ATTEMPT_ID, NOW } from './web-fixtures.ts';

const LINK = '00000000-0000-4000-8000-0000000000b1';
export const OTHER_LINK = '00000000-0000-4000-8000-0000000000b2';
export const OTHER_DEVICE = '00000000-0000-8000-8000-0000000000d2' as DeviceId;

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

/** Two eIDs, one of them in use, and three means of which one is blocked. */
export const waysView: WaysView = {
  eids: [
    { id: LINK, country: 'DE' as CountryCode, linkedAt: later(NOW, -30 * DAY), isInUse: true },
    { id: OTHER_LINK, country: 'FR' as CountryCode, linkedAt: later(NOW, -3 * DAY), isInUse: false },
  ],
  means: [
    { code: 'eidashigh', firstUsedAt: NOW, lastUsedAt: NOW, blockedAt: null, isInUse: true },
    { code: 'itsme', firstUsedAt: null, lastUsedAt: null, blockedAt: null, isInUse: false },
    { code: 'csamsms', firstUsedAt: null, lastUsedAt: null, blockedAt: NOW, isInUse: false },
  ],
};

const firefox = { browser: 'firefox', system: 'linux' } as const;

/** This browser, another one with logins, and one that was used a week ago. */
export const deviceViews: readonly DeviceView[] = [
  {
    id: '00000000-0000-8000-8000-0000000000d1' as DeviceId,
    family: firefox,
    firstUsedAt: later(NOW, -30 * DAY),
    lastUsedAt: NOW,
    isThis: true,
    means: ['eidashigh'],
    applications: ['sluis-account' as ApplicationId],
    since: later(NOW, -5 * MINUTE),
  },
  {
    id: OTHER_DEVICE,
    family: { browser: 'safari', system: 'ios' },
    firstUsedAt: later(NOW, -3 * DAY),
    lastUsedAt: later(NOW, -30 * MINUTE),
    isThis: false,
    means: ['itsme'],
    applications: ['klip' as ApplicationId, 'gipod' as ApplicationId],
    since: later(NOW, -30 * MINUTE),
  },
  {
    id: '00000000-0000-8000-8000-0000000000d3' as DeviceId,
    family: { browser: 'other', system: 'other' },
    firstUsedAt: later(NOW, -7 * DAY),
    lastUsedAt: later(NOW, -7 * DAY),
    isThis: false,
    means: [],
    applications: [],
    since: null,
  },
];

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
  return {
    viewAccount: async () => accountView,
    viewWays: async () => waysView,
    unlinkEid: async () => ({ kind: 'unlinked' }),
    blockMeans: async () => ({ kind: 'blocked' }),
    unblockMeans: async () => ({ kind: 'unblocked' }),
    viewDevices: async () => deviceViews,
    endDevice: async () => ({ kind: 'ended' }),
    endOtherDevices: async () => ({ count: 1 }),
    ...over,
  };
}

const held = {
  person: '00000000-0000-4000-8000-0000000000a1' as PersonId,
  binding: { by: 'eidashigh', assurance: 'substantial', counts: 'everywhere' },
  boundAt: later(NOW, -3 * DAY),
  lastUsedAt: NOW,
  ended: null,
} as const;
export const PASSKEY = '00000000-0000-4000-8000-0000000000c1' as AccountKeyId;

/** A passkey, an app with its recovery codes, and a proven address. */
export const heldKeys: readonly AccountKey[] = [
  {
    ...held,
    id: PASSKEY,
    name: 'Telefon',
    kind: 'passkey',
    passkey: { aaguid: '', isAttested: false, transports: ['internal'], isSynced: true, isBackedUp: true },
  },
  { ...held, id: '00000000-0000-4000-8000-0000000000c2' as AccountKeyId, name: 'App', kind: 'app' },
  {
    ...held,
    id: '00000000-0000-4000-8000-0000000000c3' as AccountKeyId,
    name: '',
    kind: 'recovery',
    codesLeft: 9,
  },
  {
    ...held,
    id: '00000000-0000-4000-8000-0000000000c4' as AccountKeyId,
    name: '',
    kind: 'email',
    address: new Redacted('anna@example.org'),
  },
];

/** Somebody with keys of every kind, and with one way in. What a test does not hand over is not there. */
export function fakeAccountKeys(over: Partial<WebWorld['accountKeys']> = {}): WebWorld['accountKeys'] {
  const beginApp = async () =>
    ({
      kind: 'ready',
      secret: new Redacted('MZXW6YTBOI'),
      address: new Redacted('otpauth://totp/Sluis'),
    }) as const;
  const makeRecoveryCodes = async () => ({ kind: 'made', codes: [new Redacted('k7px2-m9d4w')] }) as const;
  const confirmApp = async () => ({ kind: 'bound' }) as const;
  const beginAddress = async () => ({ kind: 'sent' }) as const;
  const confirmAddress = async () => ({ kind: 'bound' }) as const;
  const unknown = async () => ({ kind: 'unknown-key' }) as const;
  return {
    listKeys: async () => ({ keys: heldKeys, waysIn: 1, hasTooFew: true }),
    renameKey: unknown,
    removeKey: unknown,
    beginApp,
    makeRecoveryCodes,
    confirmApp,
    beginAddress,
    confirmAddress,
    ...over,
  } as WebWorld['accountKeys'];
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
