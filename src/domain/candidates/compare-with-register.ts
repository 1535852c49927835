import { parseNationality, UNKNOWN_NATIONALITY } from '../../base/nationalities.ts';
import type { RegisteredPerson } from '../person/index.ts';
import { compareBirthDate, type DateAgreement, writePartialDate } from './compare-birth-date.ts';
import { compareNames, type NamesAgreement } from './compare-names.ts';
import { comparePlaces, type PlaceAgreement } from './compare-places.ts';
import type { FieldComparison, Sought } from './model.ts';

export type Agreement = {
  readonly names: NamesAgreement;
  readonly birthDate: DateAgreement;
  readonly birthPlace: PlaceAgreement;
  readonly sex: FieldComparison['verdict'];
  readonly nationality: FieldComparison['verdict'];
};

/** How everything known of an applicant agrees with one person of the register. */
export function compareWithRegister(sought: Sought, registered: RegisteredPerson): Agreement {
  return {
    names: compareNames(sought, registered),
    birthDate: compareBirthDate(sought.birthDate, registered.birthDate),
    birthPlace: comparePlaces(sought.birthPlace, registered.birthPlace),
    sex: verdictOn(sought.sex === null ? [] : [sought.sex], registered.sex),
    nationality: verdictOn(
      sought.nationalities.flatMap(knownNationality),
      registered.nationality && (knownNationality(registered.nationality)[0] ?? null),
    ),
  };
}

/** The agreement in the three words of the page, field by field, with what the register holds. */
export function fieldComparisons(
  agreement: Agreement,
  registered: RegisteredPerson,
): readonly FieldComparison[] {
  const { names, birthDate, birthPlace } = agreement;
  return [
    { field: 'familyName', verdict: verdictOf(names.family), registered: registered.familyName || null },
    { field: 'givenNames', verdict: verdictOf(names.given), registered: registered.givenNames || null },
    // The register holds no former names: one can be the name that it holds, and otherwise nothing is known.
    {
      field: 'previousNames',
      verdict: names.isPreviousName ? 'same' : 'missing',
      registered: names.isPreviousName ? registered.familyName : null,
    },
    {
      field: 'birthDate',
      verdict: birthDate === 'incomplete' ? 'missing' : verdictOf(birthDate),
      registered: writePartialDate(registered.birthDate),
    },
    { field: 'birthPlace', verdict: verdictOf(birthPlace), registered: registered.birthPlace },
    { field: 'sex', verdict: agreement.sex, registered: registered.sex },
    { field: 'nationality', verdict: agreement.nationality, registered: registered.nationality },
  ];
}

function verdictOf(
  agreement: NamesAgreement['given'] | DateAgreement | PlaceAgreement,
): FieldComparison['verdict'] {
  if (agreement === 'missing') return 'missing';
  const isSame = ['same', 'same-after-transliteration', 'other-language'].includes(agreement);
  return isSame ? 'same' : 'different';
}

/** As ISO has its code, whoever wrote it; one that is unknown agrees with nothing, and contradicts nothing. */
function knownNationality(text: string): readonly string[] {
  const code = parseNationality(text) ?? text;
  return code === UNKNOWN_NATIONALITY ? [] : [code];
}

function verdictOn(sought: readonly string[], registered: string | null): FieldComparison['verdict'] {
  if (sought.length === 0 || registered === null) return 'missing';
  return sought.includes(registered) ? 'same' : 'different';
}
