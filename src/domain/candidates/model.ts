import type { Name, RegisteredPerson, Sex } from '../person/index.ts';

/** A birth date of which any part may be unknown. */
export type PartialDate = RegisteredPerson['birthDate'];

/** What is known of an applicant for the search. Every part but the name may be unknown. */
export type Sought = {
  readonly familyName: Name;
  readonly givenNames: Name;
  /** Names at birth, of a marriage, or before a change: whole names as written. */
  readonly previousNames: readonly string[];
  readonly birthDate: PartialDate;
  readonly birthPlace: string | null;
  readonly birthCountry: string | null;
  readonly sex: Sex | null;
  readonly nationalities: readonly string[];
  readonly municipality: string | null;
};

/** How much speaks for a candidate; a person decides, whatever it says. */
export type CandidateStrength = 'strong' | 'possible' | 'weak';

/** Why somebody was found; each has words on the screen. */
export type CandidateReason =
  | 'birth-date-same'
  | 'birth-date-day-and-month-swapped'
  | 'birth-date-one-digit-differs'
  | 'birth-date-near'
  | 'birth-date-incomplete'
  | 'birth-year-same'
  | 'family-name-same'
  | 'family-name-same-after-transliteration'
  | 'family-name-similar'
  | 'given-names-same'
  | 'given-names-same-after-transliteration'
  | 'first-given-name-same'
  | 'given-names-similar'
  | 'name-order-swapped'
  | 'one-name-only'
  | 'previous-name-same'
  | 'birth-place-same'
  | 'birth-place-other-language'
  | 'birth-place-similar'
  | 'sex-same'
  | 'nationality-same';

/** One field of an applicant beside the same of the register, for the person who compares. */
export type FieldComparison = {
  readonly field:
    | 'familyName'
    | 'givenNames'
    | 'previousNames'
    | 'birthDate'
    | 'birthPlace'
    | 'sex'
    | 'nationality';
  /** `missing`: a side does not hold it, or not all of it. */
  readonly verdict: 'same' | 'different' | 'missing';
  /** What the register holds; a birth date as `1985-07-00`, unknown parts zero. */
  readonly registered: string | null;
};

/** A person of the register that an applicant might be. Orders the eyes of an agent; grants nothing. */
export type Candidate = {
  readonly person: RegisteredPerson;
  readonly strength: CandidateStrength;
  readonly points: number;
  readonly reasons: readonly CandidateReason[];
  readonly comparisons: readonly FieldComparison[];
};

/** What the register is asked: spellings as the register keeps them for searching, and dates. */
export type SearchKeys = {
  /** Whole names, words apart, to be alike to. */
  readonly names: readonly string[];
  /** Names of which the family name or the given names are not known, to be alike to a part. */
  readonly parts: readonly string[];
  /** Single words of them, to have in common. */
  readonly words: readonly string[];
  /** Family names without spaces, former ones and swapped ones included. */
  readonly families: readonly string[];
  /** First given names, swapped ones included. */
  readonly givens: readonly string[];
  /** The birth date as said, parts unknown perhaps. */
  readonly birthDate: PartialDate;
  /** Whole dates to look for: as said, and with day and month swapped. */
  readonly birthDates: readonly { readonly year: number; readonly month: number; readonly day: number }[];
  /** Years that differ from the one said by one, in one digit or in two digits swapped. */
  readonly nearYears: readonly number[];
  /** With which letters family name and given name begin, where the year of birth is not known. */
  readonly beginning: { readonly family: string; readonly given: string } | null;
};
