import { hasMinimumData, type MinimumData } from '../../number-authority/index.ts';
import type { NationalNumber, RegisteredPerson } from '../../person/index.ts';
import type { Case } from '../case/model.ts';

/** Whether a case holds what a new number needs. */
export function minimumDataOf({ applicant, answers }: Pick<Case, 'applicant' | 'answers'>): MinimumData {
  const address = answers.address && `${answers.address.lines}, ${answers.address.municipality}`;
  const isBelgian = answers.address?.country === 'BE';
  return hasMinimumData({
    familyName: applicant.familyName.latin,
    givenNames: applicant.givenNames.latin,
    birthDate: applicant.birthDate,
    birthPlace: answers.birthPlace,
    sex: answers.sex,
    residenceAbroad: isBelgian ? null : address,
    contactAddressInBelgium: isBelgian ? address : null,
  });
}

/** What the register holds from now on under the new number: what the eID proved, completed by what was asked. */
export function registeredPersonOf(
  { applicant, answers }: Pick<Case, 'applicant' | 'answers'>,
  number: NationalNumber,
): RegisteredPerson {
  const { address } = answers;
  return {
    number,
    familyName: applicant.familyName.latin,
    givenNames: applicant.givenNames.latin,
    birthDate: applicant.birthDate,
    birthPlace: answers.birthPlace,
    sex: answers.sex,
    nationality: answers.nationalities?.[0] ?? null,
    address: {
      street: address?.lines ?? null,
      postcode: address?.postcode ?? null,
      municipality: address?.municipality ?? null,
      country: address?.country ?? null,
    },
  };
}
