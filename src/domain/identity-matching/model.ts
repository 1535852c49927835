import type { Brand } from '../../base/brand.ts';
import type { Redacted } from '../../base/redacted.ts';
import type { CalendarDate } from '../../base/time.ts';
import type { AssuranceLevel } from '../assurance/index.ts';
import type { CountryCode, PersistenceClass } from '../eidas-country/index.ts';
import type { Name, PersonId, Sex } from '../person/index.ts';

/**
 * `PersonIdentifier` of the eIDAS SAML attribute profile 2.2.3: `CC/CC/value`, opaque, case-sensitive, at most 256
 * characters. Kept whole; only the two country prefixes are ever looked at.
 */
export type PersonIdentifier = Brand<string, 'PersonIdentifier'>;

/**
 * The natural person minimum data set as a member state's node delivered it, verified:
 * nothing in here was read from bytes that a signature did not cover. Carried as `Redacted` wherever it is stored.
 */
export type PresentedIdentity = {
  readonly country: CountryCode;
  readonly identifier: PersonIdentifier;
  readonly familyName: Name;
  readonly givenNames: Name;
  readonly birthDate: CalendarDate;
  readonly birthName: Name | null;
  readonly birthPlace: string | null;
  readonly sex: Sex | null;
  readonly nationalities: readonly string[];
  readonly assurance: AssuranceLevel;
  readonly notified: boolean;
};

/** The live connection between one foreign identifier and one person. Ended, never deleted. */
export type EidasLink = {
  readonly id: string;
  readonly country: CountryCode;
  readonly identifier: Redacted<PersonIdentifier>;
  readonly persistence: PersistenceClass;
  readonly person: PersonId;
  readonly source: 'number-and-register' | 'agent' | 'import';
  readonly decidedBy: string;
  readonly linkedAt: Date;
  readonly ended: { readonly at: Date; readonly reason: string } | null;
};

/** Which data agreed and which did not: for the matching log and for agents, never for the person who tries. */
export type Comparison = {
  readonly field: 'familyName' | 'givenNames' | 'birthDate' | 'birthPlace' | 'sex' | 'number';
  readonly verdict: 'same' | 'different' | 'missing';
};

/**
 * Outcomes of identity matching, Implementing Regulation (EU) 2025/846 article 2(7): exact and exactly one person, or
 * unsuccessful. Which detail differed, and whether the number exists, stays inside `comparisons`.
 */
export type Match =
  | { readonly kind: 'matched'; readonly comparisons: readonly Comparison[] }
  | { readonly kind: 'unmatched'; readonly comparisons: readonly Comparison[] };

/** How many tries are left for this identifier and address, or until when there are none. */
export type Allowance =
  | { readonly kind: 'open'; readonly triesLeft: number }
  | { readonly kind: 'blocked'; readonly until: Date };

/**
 * At most `perIdentifier` unsuccessful tries in a window; from an address with `perAddress` of them each identifier rests
 * between two tries.
 */
export type AttemptBounds = {
  readonly perIdentifier: number;
  readonly perAddress: number;
  readonly windowMilliseconds: number;
  readonly restMilliseconds: number;
};
