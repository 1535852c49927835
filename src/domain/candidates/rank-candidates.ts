import type { RegisteredPerson } from '../person/index.ts';
import { compareWithRegister, fieldComparisons } from './compare-with-register.ts';
import type { Candidate, CandidateStrength, Sought } from './model.ts';
import { weighAgreement } from './weigh-agreement.ts';

/** How many are shown beside an applicant. */
export const MOST_CANDIDATES = 5;
const MOST_SEARCHED = 50;
/** Below this, more speaks against than for. */
const FEWEST_POINTS = 35;

const ORDER: readonly CandidateStrength[] = ['strong', 'possible', 'weak'];

/** The persons found whom an applicant might be, the likeliest first, at most five; the same input gives the same order. */
export function rankCandidates(sought: Sought, found: readonly RegisteredPerson[]): readonly Candidate[] {
  return rank(sought, found)
    .filter(({ points }) => points >= FEWEST_POINTS)
    .slice(0, MOST_CANDIDATES);
}

/** What a search by hand found, the likeliest first: everybody, as the agent asked for them. */
export function rankFound(sought: Sought, found: readonly RegisteredPerson[]): readonly Candidate[] {
  return rank(sought, found).slice(0, MOST_SEARCHED);
}

function rank(sought: Sought, found: readonly RegisteredPerson[]): readonly Candidate[] {
  return found
    .map((person): Candidate => {
      const agreement = compareWithRegister(sought, person);
      const comparisons = fieldComparisons(agreement, person);
      return { person, ...weighAgreement(agreement), comparisons };
    })
    .sort(byLikelihood);
}

/** Ties: by name, then by number, so that two agents see one order. */
function byLikelihood(one: Candidate, other: Candidate): number {
  return (
    ORDER.indexOf(one.strength) - ORDER.indexOf(other.strength) ||
    other.points - one.points ||
    compareTexts(one.person.familyName, other.person.familyName) ||
    compareTexts(one.person.givenNames, other.person.givenNames) ||
    compareTexts(one.person.number.digits.reveal(), other.person.number.digits.reveal())
  );
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
