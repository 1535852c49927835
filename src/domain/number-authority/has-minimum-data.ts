import type { RegisteredPerson, Sex } from '../person/index.ts';

/** What is known of a person for whom a number is asked. */
export type MinimumFacts = {
  readonly familyName: string | null;
  readonly givenNames: string | null;
  readonly birthDate: RegisteredPerson['birthDate'];
  readonly birthPlace: string | null;
  readonly sex: Sex | null;
  /** The main residence, when it is abroad. */
  readonly residenceAbroad: string | null;
  readonly contactAddressInBelgium: string | null;
};

export type MinimumData =
  | {
      readonly kind: 'enough';
      readonly set: 'birth-place-and-sex' | 'residence-abroad' | 'contact-address-in-belgium';
    }
  | { readonly kind: 'too-little'; readonly missing: readonly MissingDatum[] };

export type MissingDatum = 'name' | 'birth-year' | 'whole-birth-date' | 'birth-place' | 'sex' | 'address';

/**
 * Whether the data suffice for a BIS number: a name, and (1) whole birth date, birth place and sex, or (2) birth date, incomplete perhaps, and
 * main residence abroad, or (3) the same and a contact address in Belgium. Otherwise what is missing: the name and the year, which every
 * set asks, and what would complete the first or one of the others. Source: MAGDA, adding a person (BIS).
 */
export function hasMinimumData(facts: MinimumFacts): MinimumData {
  const { year, month, day } = facts.birthDate;
  const always: readonly MissingDatum[] = [
    ...(isGiven(facts.familyName) || isGiven(facts.givenNames) ? [] : ['name' as const]),
    ...(year === null ? ['birth-year' as const] : []),
  ];
  const first: readonly MissingDatum[] = [
    ...(year === null || month === null || day === null ? ['whole-birth-date' as const] : []),
    ...(isGiven(facts.birthPlace) ? [] : ['birth-place' as const]),
    ...(facts.sex === null ? ['sex' as const] : []),
  ];
  const hasAddress = isGiven(facts.residenceAbroad) || isGiven(facts.contactAddressInBelgium);
  if (always.length > 0)
    return {
      kind: 'too-little',
      missing: first.length === 0 || hasAddress ? always : [...always, ...first, 'address'],
    };
  if (first.length === 0) return { kind: 'enough', set: 'birth-place-and-sex' };
  if (isGiven(facts.residenceAbroad)) return { kind: 'enough', set: 'residence-abroad' };
  if (hasAddress) return { kind: 'enough', set: 'contact-address-in-belgium' };
  return { kind: 'too-little', missing: [...first, 'address'] };
}

function isGiven(text: string | null): boolean {
  return text !== null && /\p{L}/u.test(text);
}
