import type { Brand } from '../../base/brand.ts';
import type { Redacted } from '../../base/redacted.ts';
import type { Validity } from '../../base/time.ts';

/** The random internal id of a person. Never shown to applications: they get the `SubjectIdentifier`. */
export type PersonId = Brand<string, 'PersonId'>;

/** The `sub` that applications see: 40 lower-case hexadecimal characters, stable across capacities (ACM "scope-claims"). */
export type SubjectIdentifier = Brand<string, 'SubjectIdentifier'>;

/** A Belgian national number that passed its check digits: 11 digits, no punctuation. Always carried inside `Redacted`. */
export type NationalNumberDigits = Brand<string, 'NationalNumberDigits'>;

/**
 * A parsed Belgian national number: of the National Register (RN) or of the Crossroads Bank (BIS).
 * Date parts and sex are known only as far as the number tells them (reference: IBZ instruction IT 000).
 */
export type NationalNumber = {
  readonly digits: Redacted<NationalNumberDigits>;
  readonly kind: 'RN' | 'BIS';
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly sex: Sex | null;
};

export type Sex = 'female' | 'male';

/** A name as it is written, in Latin script and, where the source gave it, in its own. */
export type Name = { readonly latin: string; readonly original: string | null };

/** A person that Sluis knows. `number` is the live one; older ones stay resolvable in the store. */
export type Person = {
  readonly id: PersonId;
  readonly subject: SubjectIdentifier;
  readonly number: NationalNumber | null;
  readonly givenNames: string;
  readonly familyName: string;
  readonly since: Date;
};

/** A number in a person's history: BIS may be followed by RN; the old one still leads to the person. */
export type NumberInHistory = { readonly number: NationalNumber; readonly validity: Validity };

/** What the Belgian register of persons holds on one number. Birth date parts may be unknown (`1985-07-00`). */
export type RegisteredPerson = {
  readonly number: NationalNumber;
  /** Older numbers of the same person, where a register tells them. The embedded one resolves them by itself. */
  readonly formerNumbers?: readonly NationalNumber[];
  readonly familyName: string;
  readonly givenNames: string;
  readonly birthDate: {
    readonly year: number | null;
    readonly month: number | null;
    readonly day: number | null;
  };
  readonly birthPlace: string | null;
  readonly sex: Sex | null;
  readonly nationality: string | null;
  readonly address: {
    readonly street: string | null;
    readonly postcode: string | null;
    readonly municipality: string | null;
    readonly country: string | null;
  };
};
