import { parseCountry } from '../../../base/countries.ts';
import type { ActingPerson } from '../../acting/index.ts';
import { match, type PresentedIdentity } from '../../identity-matching/index.ts';
import type { NationalNumber, RegisteredPerson } from '../../person/index.ts';
import { settleAtOffice } from '../case/change-case.ts';
import { atCounter } from '../case/doer.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import type { Case } from '../case/model.ts';
import type { Context } from '../case/world.ts';
import { writeToApplicant, writingNeeds } from '../case/write-to-applicant.ts';
import { linkApplicant, linkNeeds, type WeighedTie, weighTie } from '../decision/link-applicant.ts';
import { type DeskAnswer, refusalOf } from '../desk/desk-answer.ts';

export const settlingNeeds = [...linkNeeds, ...keepingNeeds, ...writingNeeds] as const;

/** Whether the number is exactly this person's in the register: everything must be as there, as for anybody. */
export function isExactly(one: Case, number: NationalNumber, registered: RegisteredPerson): boolean {
  return match(presentedBy(one), number, registered).kind !== 'unmatched';
}

/** At a counter the number itself must be known, and everything exact: what the officer saw is evidence enough. */
export async function weighAtCounter(...given: Parameters<typeof weighTie>): Promise<WeighedTie> {
  const tie = await weighTie(...given);
  return { ...tie, needs: tie.needs.filter((need) => need !== 'own-evidence') };
}

type Settling = {
  readonly by: ActingPerson;
  readonly registered: RegisteredPerson;
  /** Other eIDs of that person, of which the exact number says that it is the same. */
  readonly beside: readonly string[];
};

/** Links the applicant to the person whose number was recorded: decided where the person was seen. */
export async function settle(
  context: Context<typeof settlingNeeds>,
  one: Case,
  { by, registered, beside }: Settling,
): Promise<DeskAnswer> {
  const { person, told } = await linkApplicant(context, one, { registered, by, proposedBy: null, beside });
  const outcome = { kind: 'linked', number: registered.number.digits.reveal(), person } as const;
  const change = settleAtOffice(one, { by: by.person, outcome, needs: [] }, context.now);
  if (change.kind !== 'changed') return refusalOf(one, change);
  await keepCase(context, change.case, { kind: 'linked', by: atCounter(by), details: { told } });
  await writeToApplicant(context, change.case, {
    template: 'number-linked',
    values: { number: registered.number },
  });
  return { kind: 'done', case: change.case };
}

/** What is compared with the register: of the eID, or of the document that the officer saw. */
function presentedBy(one: Case): Parameters<typeof match>[0] {
  const { applicant, answers } = one;
  if (applicant.identity !== null) return applicant.identity;
  const { year, month, day } = applicant.birthDate;
  const date = [year ?? 0, month ?? 0, day ?? 0].map((part) => String(part).padStart(2, '0')).join('-');
  const seen: Omit<PresentedIdentity, 'identifier' | 'country'> = {
    familyName: applicant.familyName,
    givenNames: applicant.givenNames,
    birthDate: date as PresentedIdentity['birthDate'],
    birthName: null,
    birthPlace: answers.birthPlace,
    sex: answers.sex,
    nationalities: answers.nationalities ?? [],
    assurance: 'substantial',
    notified: false,
  };
  // Matching looks at neither; there is no eID here.
  return {
    ...seen,
    identifier: '' as PresentedIdentity['identifier'],
    country: parseCountry(applicant.country) as PresentedIdentity['country'],
  };
}
