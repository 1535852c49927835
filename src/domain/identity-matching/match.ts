import type { NationalNumber, RegisteredPerson } from '../person/index.ts';
import { compareIdentity, defaultMatchingRules, type MatchingRules } from './compare-identity.ts';
import type { Comparison, Match, PresentedIdentity } from './model.ts';

const MANDATORY: readonly Comparison['field'][] = ['familyName', 'givenNames', 'birthDate', 'number'];

/**
 * Whether a presented identity is exactly the person whom the register holds under a number (Implementing Regulation (EU) 2025/846
 * article 2(7)). Names, birth date and number must be the same; sex and birth place may be missing on a side, never different.
 * `registered` is what the register answered for `number`, current or replaced; `null` when it holds nothing.
 */
export function match(
  presented: PresentedIdentity,
  number: NationalNumber,
  registered: RegisteredPerson | null,
  rules: MatchingRules = defaultMatchingRules,
): Match {
  // An unknown number costs the same work as a known one, so that time tells nothing.
  const compared = compareIdentity(presented, registered ?? nobody(number), rules);
  const comparisons: readonly Comparison[] = registered
    ? [...compared, { field: 'number', verdict: 'same' }]
    : [{ field: 'number', verdict: 'missing' }];
  return { kind: isExact(comparisons) ? 'matched' : 'unmatched', comparisons };
}

function isExact(comparisons: readonly Comparison[]): boolean {
  const verdictOn = (field: Comparison['field']) => comparisons.find((each) => each.field === field)?.verdict;
  return (
    MANDATORY.every((field) => verdictOn(field) === 'same') &&
    comparisons.every((each) => each.verdict !== 'different')
  );
}

function nobody(number: NationalNumber): RegisteredPerson {
  return {
    number,
    familyName: 'Nobody',
    givenNames: 'Nobody',
    birthDate: { year: 1, month: 1, day: 1 },
    birthPlace: 'Nowhere',
    sex: null,
    nationality: null,
    address: { street: null, postcode: null, municipality: null, country: null },
  };
}
