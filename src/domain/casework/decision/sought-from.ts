import { UNKNOWN_NATIONALITY } from '../../../base/nationalities.ts';
import type { Sought } from '../../candidates/index.ts';
import type { Case } from '../case/model.ts';

type Told = {
  readonly applicant: Case['applicant'];
  readonly answers: Pick<
    Case['answers'],
    'previousNames' | 'birthPlace' | 'birthCountry' | 'sex' | 'nationalities' | 'address'
  >;
};

/** What is known of the applicant, for the search in the register. */
export function soughtFrom({ applicant, answers }: Told): Sought {
  const { familyName, givenNames, birthName, birthDate } = applicant;
  return {
    familyName,
    givenNames,
    previousNames: [...(birthName === null ? [] : [birthName.latin]), ...(answers.previousNames ?? [])],
    birthDate,
    birthPlace: answers.birthPlace,
    birthCountry: answers.birthCountry,
    sex: answers.sex,
    // Who does not know it says nothing about it.
    nationalities: (answers.nationalities ?? []).filter((code) => code !== UNKNOWN_NATIONALITY),
    municipality: answers.address?.municipality ?? null,
  };
}
