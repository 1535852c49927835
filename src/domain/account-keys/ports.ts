import type { Language } from '../../base/language.ts';
import type { Redacted } from '../../base/redacted.ts';
import type { PersonId } from '../person/index.ts';
import type { AccountKey, AccountKeyId, AccountKeyKind, KeyEnding, PasskeyKey } from './model.ts';

/** What a passkey is checked by. Ids and keys are base64url, as browsers write them. */
export type PasskeyCredential = {
  readonly id: string;
  /** As the authenticator gave it (COSE). */
  readonly publicKey: string;
  /** How often the authenticator says that it signed; it stays 0 where it does not count. */
  readonly counter: number;
};

/** A passkey with what checks it. `userHandle`: under which the authenticator keeps it, the same for all passkeys of a person. */
export type FoundPasskey = {
  readonly key: PasskeyKey;
  readonly credential: PasskeyCredential;
  readonly userHandle: string;
};

/** A key to keep, with its secret where it has one. */
export type NewAccountKey =
  | { readonly key: PasskeyKey; readonly credential: PasskeyCredential }
  | { readonly key: Extract<AccountKey, { kind: 'app' }>; readonly secret: Redacted<Uint8Array> }
  | {
      readonly key: Extract<AccountKey, { kind: 'recovery' }>;
      readonly codes: readonly Redacted<string>[];
    }
  | { readonly key: Extract<AccountKey, { kind: 'email' }> }
  | {
      readonly key: Extract<AccountKey, { kind: 'organisation-account' }>;
      /** Who the provider says it is (`sub`). */
      readonly subject: Redacted<string>;
    };

/** An app with what its codes are made from, and how its codes were tried. */
export type FoundApp = {
  readonly key: Extract<AccountKey, { kind: 'app' }>;
  readonly secret: Redacted<Uint8Array>;
  /** The time step of the last code that was taken: no code of this step or an earlier one is taken any more (RFC 6238 5.2). */
  readonly lastStep: number;
};

/** Own means of people. What rests on a key ends with it. */
export type AccountKeyStore = {
  /** The live keys of a person, and of those who were joined into them; the oldest first. */
  listOf(person: PersonId): Promise<readonly AccountKey[]>;
  /** The passkey of a credential, live or ended: its person is whoever they are by now. */
  findPasskey(credential: string): Promise<FoundPasskey | null>;
  /** The credentials of a person's live passkeys. */
  credentialsOf(person: PersonId): Promise<readonly string[]>;
  /** The live proven address. */
  findAddress(address: string): Promise<AccountKey | null>;
  /** The live apps of a person. */
  appsOf(person: PersonId): Promise<readonly FoundApp[]>;
  /** An account at an organisation's provider. */
  findOrganisationAccount(provider: string, subject: string): Promise<AccountKey | null>;
  /** `taken`: the credential, address or account leads to somebody already; of a passkey also when it has ended. */
  add(one: NewAccountKey): Promise<{ readonly kind: 'added' | 'taken' }>;
  rename(id: AccountKeyId, name: string): Promise<void>;
  /** Ends live keys, and with them all that rests on them. */
  end(ids: readonly AccountKeyId[], at: Date, reason: KeyEnding): Promise<void>;
  /**
   * A passkey was used. Where it is bound to its device, the counter must have gone on since: else another use came first, and nothing of
   * this unit of work is kept (`ChangedMeanwhile`).
   */
  markPasskeyUsed(id: AccountKeyId, use: PasskeyUse): Promise<void>;
  /** A code of this time step was taken: no other code of it, or of one before, is (`ChangedMeanwhile`). */
  markStepUsed(id: AccountKeyId, step: number, at: Date): Promise<void>;
  markUsed(id: AccountKeyId, at: Date): Promise<void>;
  /**
   * Counts a try of codes with a proven address before it is looked at, side by side or one after the other; how many there were in this
   * window, and when it ends.
   */
  countTry(id: AccountKeyId, at: Date): Promise<{ readonly tries: number; readonly until: Date }>;
  /** The tries with a proven address begin anew. */
  forgetTries(id: AccountKeyId): Promise<void>;
  /** The set that a recovery code of a person is of, if the code was not used yet. */
  findRecoveryCode(person: PersonId, code: string): Promise<Extract<AccountKey, { kind: 'recovery' }> | null>;
  /** Each serves once: when another request was first, nothing of this unit of work is kept (`ChangedMeanwhile`). */
  useRecoveryCode(id: AccountKeyId, code: string, at: Date): Promise<void>;
  /** By which an authenticator keeps the passkeys of a person: it tells nobody who that is. */
  userHandleOf(person: PersonId): string;
};

export type PasskeyUse = {
  readonly at: Date;
  readonly counter: number;
  readonly isSynced: boolean;
  readonly isBackedUp: boolean;
};

/** What somebody began to set up: the same until it is done or over, however often its page is shown. */
export type KeySetupStore = {
  /** Keeps this, unless one of this kind is under way: what is under way then. */
  keep(person: PersonId, kind: SetupKind, secret: string, at: Date): Promise<string>;
  /** What is under way, if it is not over. */
  find(person: PersonId, kind: SetupKind, at: Date): Promise<string | null>;
  /** Single use: when another request was first, nothing of this unit of work is kept (`ChangedMeanwhile`). */
  take(person: PersonId, kind: SetupKind, at: Date): Promise<void>;
};
export type SetupKind = Extract<AccountKeyKind, 'passkey' | 'app'>;

/** To what a code belongs that is mailed: to one login under way, or to a person who proves an address. Nobody else can use it, or use it up. */
export type CodePurpose =
  | { readonly kind: 'login'; readonly mark: string }
  | { readonly kind: 'address'; readonly person: PersonId };

export type AddressCodeStore = {
  /** Keeps a fresh code; those before it hold no more. `network`: of whoever asks, `null` where nobody is a stranger. */
  keep(asked: {
    readonly purpose: CodePurpose;
    readonly address: string;
    readonly network: string | null;
    readonly code: string;
    readonly at: Date;
  }): Promise<{ readonly kind: 'kept' } | { readonly kind: 'too-soon' | 'too-many'; readonly until: Date }>;
  /** Checks a code, and counts the wrong ones; the right one holds until it is used up, so that what is typed beside it can be mended. */
  check(
    purpose: CodePurpose,
    address: string,
    code: string,
    at: Date,
  ): Promise<{ readonly kind: 'right' } | { readonly kind: 'wrong'; readonly triesLeft: number }>;
  /** Uses up the code that was right: when another request was first, nothing of this unit of work is kept (`ChangedMeanwhile`). */
  useUp(purpose: CodePurpose, at: Date): Promise<void>;
};

/** Codes that count time (RFC 6238): SHA-1, six digits, thirty seconds, as every app can. */
export type OneTimeCodes = {
  /** The time step, of the present one and its two neighbours, whose code this is; `null` when it is of none. */
  stepOf(secret: Uint8Array, code: string, at: Date): number | null;
  /** The secret as people type it into an app, in letters and digits. */
  write(secret: Uint8Array): string;
  /** The same as an app reads it out of a QR code, with how it calls the account. */
  address(secret: Uint8Array, named: { readonly issuer: string; readonly label: string }): string;
};

/** What was wrong with what an authenticator said. */
export const passkeyRefusals = [
  'malformed',
  'challenge',
  'origin',
  'relying-party',
  'user-verification',
  'signature',
  'attestation',
  'user-handle',
  'backup-flags',
] as const;
export type PasskeyRefusal = (typeof passkeyRefusals)[number];

/** Addresses at which a person is told of what happens to their account, besides those that are keys. */
export type OtherAddresses = {
  of(
    person: PersonId,
    except: null,
    at: Date,
  ): Promise<readonly { readonly email: string; readonly language: Language | null }[]>;
};
