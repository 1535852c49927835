import type { Brand } from '../../base/brand.ts';
import type { Redacted } from '../../base/redacted.ts';
import type { AssuranceLevel } from '../assurance/index.ts';
import type { LoginMeansCode } from '../login-means/index.ts';
import type { PersonId } from '../person/index.ts';

/** The random internal id of an account key. What a login by it gave rests on this id. */
export type AccountKeyId = Brand<string, 'AccountKeyId'>;

/** Own means: each proves the account to which it was bound, and nothing about who its holder is. */
export const accountKeyKinds = ['passkey', 'app', 'recovery', 'email', 'organisation-account'] as const;
export type AccountKeyKind = (typeof accountKeyKinds)[number];

/** Where a key is enough: a key that came with an invitation opens the pages of staff and nothing else. */
export type WhereItCounts = 'everywhere' | 'staff';

/** By what a key was bound: a login by this means, two members of staff after their wait, or an invitation of staff. */
export type BoundBy = LoginMeansCode | 'invitation' | 'two-staff';

/** How strongly a key may prove the account at most, by what it was bound and where it counts. */
export type KeyBinding = {
  readonly by: BoundBy;
  readonly assurance: AssuranceLevel;
  readonly counts: WhereItCounts;
};

/** What an authenticator told of a passkey (WebAuthn level 3, 6.1): kept, shown, and brought up to date at each use. */
export type PasskeyFacts = {
  /** The model of the authenticator; zeros where it does not say. */
  readonly aaguid: string;
  /** Whether the maker's signature over the model was checked against a configured authority. */
  readonly isAttested: boolean;
  readonly transports: readonly string[];
  /** Whether it may be copied to other devices of its holder (backup eligible): of such a one the counter says nothing. */
  readonly isSynced: boolean;
  /** Whether a copy exists by now (backup state). */
  readonly isBackedUp: boolean;
};

type Held = {
  readonly id: AccountKeyId;
  readonly person: PersonId;
  /** As its holder calls it. */
  readonly name: string;
  readonly binding: KeyBinding;
  readonly boundAt: Date;
  readonly lastUsedAt: Date | null;
  readonly ended: { readonly at: Date; readonly reason: KeyEnding } | null;
};

/** Why a key ended: taken away by its holder, replaced by a newer one, copied (its counter went back), or by a reset. */
export type KeyEnding = 'removed' | 'replaced' | 'copied' | 'reset';

/** A means of one's own. Secrets are no part of it: they are asked for where they are checked. */
export type AccountKey = Held &
  (
    | { readonly kind: 'passkey'; readonly passkey: PasskeyFacts }
    | { readonly kind: 'app' }
    | { readonly kind: 'recovery'; readonly codesLeft: number }
    | { readonly kind: 'email'; readonly address: Redacted<string> }
    | { readonly kind: 'organisation-account'; readonly provider: string }
  );
export type PasskeyKey = Extract<AccountKey, { kind: 'passkey' }>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads the id of a key: a UUID in lower case; `null` when it is not one. */
export function parseAccountKeyId(text: string): AccountKeyId | null {
  return UUID.test(text) ? (text as AccountKeyId) : null;
}
