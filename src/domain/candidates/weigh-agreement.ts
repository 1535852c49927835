import type { DateAgreement } from './compare-birth-date.ts';
import type { NamesAgreement } from './compare-names.ts';
import type { PlaceAgreement } from './compare-places.ts';
import type { Agreement } from './compare-with-register.ts';
import type { CandidateReason, CandidateStrength } from './model.ts';

type Weight = readonly [points: number, reason: CandidateReason | null];

const BIRTH_DATE: Readonly<Record<DateAgreement, Weight>> = {
  same: [40, 'birth-date-same'],
  'day-and-month-swapped': [28, 'birth-date-day-and-month-swapped'],
  'one-digit-differs': [22, 'birth-date-one-digit-differs'],
  near: [2, 'birth-date-near'],
  incomplete: [18, 'birth-date-incomplete'],
  'year-same': [8, 'birth-year-same'],
  missing: [0, null],
  different: [-20, null],
};

const FAMILY_NAME: Readonly<Record<NamesAgreement['family'], Weight>> = {
  same: [30, 'family-name-same'],
  'same-after-transliteration': [28, 'family-name-same-after-transliteration'],
  similar: [14, 'family-name-similar'],
  missing: [0, null],
  different: [-10, null],
};

const GIVEN_NAMES: Readonly<Record<NamesAgreement['given'], Weight>> = {
  same: [20, 'given-names-same'],
  'same-after-transliteration': [18, 'given-names-same-after-transliteration'],
  'first-same': [15, 'first-given-name-same'],
  similar: [8, 'given-names-similar'],
  missing: [0, null],
  different: [-8, null],
};

const BIRTH_PLACE: Readonly<Record<PlaceAgreement, Weight>> = {
  same: [8, 'birth-place-same'],
  'other-language': [7, 'birth-place-other-language'],
  similar: [4, 'birth-place-similar'],
  missing: [0, null],
  different: [-4, null],
};

const POSSIBLE = 60;

export type Weighed = {
  readonly points: number;
  readonly strength: CandidateStrength;
  readonly reasons: readonly CandidateReason[];
};

/**
 * Points that put the likelier candidate first, and the reasons for them. They say in which order to look, never who it is: that is exact
 * (Implementing Regulation (EU) 2025/846 article 2(7)) or an agent's decision.
 */
export function weighAgreement({ names, birthDate, birthPlace, sex, nationality }: Agreement): Weighed {
  const weights: readonly Weight[] = [
    BIRTH_DATE[birthDate],
    ...weighNames(names),
    BIRTH_PLACE[birthPlace],
    sex === 'same' ? [3, 'sex-same'] : [sex === 'different' ? -15 : 0, null],
    nationality === 'same' ? [3, 'nationality-same'] : [0, null],
  ];
  const points = weights.reduce((sum, [each]) => sum + each, 0);
  const reasons = weights.flatMap(([, reason]) => (reason === null ? [] : [reason]));
  const isStrong = birthDate === 'same' && areNamesSame(names) && sex !== 'different';
  return { points, reasons, strength: isStrong ? 'strong' : points >= POSSIBLE ? 'possible' : 'weak' };
}

function weighNames(names: NamesAgreement): readonly Weight[] {
  if (names.isSwapped) return [[44, 'name-order-swapped']];
  if (names.isOneName) return [[38, 'one-name-only']];
  const family = FAMILY_NAME[names.family];
  const given = GIVEN_NAMES[names.given];
  return names.isPreviousName && family[0] < 28 ? [[26, 'previous-name-same'], given] : [family, given];
}

function areNamesSame({ family, given, isSwapped, isOneName, isPreviousName }: NamesAgreement): boolean {
  const isFamilySame = family === 'same' || family === 'same-after-transliteration' || isPreviousName;
  const isGivenSame = given === 'same' || given === 'same-after-transliteration' || given === 'first-same';
  return isSwapped || isOneName || (isFamilySame && isGivenSame);
}
