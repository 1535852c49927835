import { type ActingPerson, isOneself } from '../../acting/index.ts';
import { type Candidate, rankFound } from '../../candidates/index.ts';
import { compareIdentity, nameKeys } from '../../identity-matching/index.ts';
import type { RegisteredPerson } from '../../person/index.ts';
import type { Case, SecondReason } from '../case/model.ts';
import { soughtFrom } from './sought-from.ts';

/** What counts when somebody is to be tied to a person of the register. */
export type Tie = {
  readonly registered: RegisteredPerson;
  /** Who wants it. */
  readonly by: Pick<ActingPerson, 'person'>;
  /** Other eIDs lead to that person. */
  readonly isLinked: boolean;
  /** That person works with Sluis, or manages who works for an organisation. */
  readonly isEntrusted: boolean;
};

/**
 * Why one member of staff may not decide alone that an applicant is this person of the register; nothing when one may. No single
 * member of staff can make somebody be somebody else: alone they tie together only what an eID, or a document that a colleague
 * saw, agrees on by names and birth date, and never what opens more than one's own affairs.
 */
export function secondNeeded(
  one: Pick<Case, 'applicant' | 'openedBy'>,
  { registered, by, isLinked, isEntrusted }: Tie,
): readonly SecondReason[] {
  const { identity } = one.applicant;
  const reasons: Readonly<Record<SecondReason, boolean>> = {
    'data-differ': !doDataAgree(one, registered),
    // Without an eID nothing is linked, and nobody can log in by what is decided.
    'linked-already': isLinked && identity !== null,
    staff: isEntrusted,
    'own-evidence': identity === null && one.openedBy !== null && isOneself(by, one.openedBy.officer),
  };
  return (Object.keys(reasons) as SecondReason[]).filter((reason) => reasons[reason]);
}

/**
 * Whether names and birth date agree, exactly or strongly, and sex does not speak against it. Only what was proved counts: what the
 * applicant told besides, such as former names, is nobody's evidence.
 */
function doDataAgree({ applicant }: Pick<Case, 'applicant'>, registered: RegisteredPerson): boolean {
  const { identity } = applicant;
  const sought = soughtFrom({ applicant, answers: NOTHING_TOLD });
  const [found] = rankFound({ ...sought, sex: identity?.sex ?? null }, [registered]);
  if (found === undefined || isDifferent(found, 'sex')) return false;
  if (found.strength === 'strong')
    return !found.reasons.includes('one-name-only') || holdsOne(registered) === holdsOne(latinOf(applicant));
  if (identity === null) return false;
  const same = compareIdentity(identity, registered).filter(({ verdict }) => verdict === 'same');
  return ['familyName', 'givenNames', 'birthDate'].every((field) =>
    same.some((each) => each.field === field),
  );
}

type Names = { readonly familyName: string; readonly givenNames: string };

function latinOf({ familyName, givenNames }: Case['applicant']): Names {
  return { familyName: familyName.latin, givenNames: givenNames.latin };
}

/** One name that is one of another's two names is no agreement. */
function holdsOne({ familyName, givenNames }: Names): boolean {
  const [family, given] = [nameKeys(familyName), nameKeys(givenNames)];
  return family.size === 0 || given.size === 0 || [...family].some((key) => given.has(key));
}

const NOTHING_TOLD = {
  previousNames: null,
  birthPlace: null,
  birthCountry: null,
  sex: null,
  nationalities: null,
  address: null,
} as const;

function isDifferent({ comparisons }: Candidate, field: string): boolean {
  return comparisons.some((each) => each.field === field && each.verdict === 'different');
}
