/** Somebody whom a simulated member state can vouch for. All invented. */
export type SimulatedPerson = {
  readonly id: string;
  /** Country of the login means, as eIDAS writes it (`EL`). */
  readonly country: string;
  readonly familyName: string;
  readonly givenNames: string;
  /** The names in the script of the country, where that is not Latin. */
  readonly originalFamilyName: string | null;
  readonly originalGivenNames: string | null;
  /** `YYYY-MM-DD`. */
  readonly birthDate: string;
  readonly birthPlace: string;
  readonly sex: 'female' | 'male';
  /** What follows `CC/BE/` in the PersonIdentifier. */
  readonly identifier: string;
  /** The Belgian number to type, 11 digits; `null` for somebody who has none or does not know it. */
  readonly belgianNumber: string | null;
  /** What there is to see with this person, in one sentence. */
  readonly special: string | null;
};

type Written = Omit<
  SimulatedPerson,
  'originalFamilyName' | 'originalGivenNames' | 'belgianNumber' | 'special'
> &
  Partial<SimulatedPerson>;

/** Fills in what most people do not have. */
export function person(written: Written): SimulatedPerson {
  return {
    originalFamilyName: null,
    originalGivenNames: null,
    belgianNumber: null,
    special: null,
    ...written,
  };
}

/** `95.50.17-998.61`: a Belgian number as it is shown on cards. */
export function groupedNumber(digits: string): string {
  const [date, counter, check] = [digits.slice(0, 6), digits.slice(6, 9), digits.slice(9)];
  return `${date.replace(/(\d\d)(\d\d)(\d\d)/, '$1.$2.$3')}-${counter}.${check}`;
}
