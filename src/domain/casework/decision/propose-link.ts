import type { ActingPerson } from '../../acting/index.ts';
import type { RegisteredPerson } from '../../person/index.ts';
import { proposeDecision } from '../case/change-case.ts';
import { atCounter, atDesk } from '../case/doer.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import type { Case } from '../case/model.ts';
import type { Context } from '../case/world.ts';
import { type DeskAnswer, refusalOf } from '../desk/desk-answer.ts';
import type { WeighedTie } from './link-applicant.ts';

export const proposingNeeds = [...keepingNeeds, 'caseLocks'] as const;

type LinkWish = WeighedTie & {
  readonly registered: RegisteredPerson;
  readonly by: ActingPerson;
  readonly because: string;
  /** The name of the office at whose counter it is proposed. */
  readonly counter: string | null;
};

/** Puts a link before a second agent: to whom, why, and what made a second one necessary. */
export async function proposeLink(
  context: Context<typeof proposingNeeds>,
  one: Case,
  { registered, by, because, needs, beside, counter }: LinkWish,
): Promise<DeskAnswer> {
  const proposal = {
    kind: 'link',
    number: registered.number.digits.reveal(),
    registeredName: `${registered.givenNames} ${registered.familyName}`.trim(),
    because: because.trim(),
    needs,
    beside,
    counter,
  } as const;
  const change = proposeDecision(one, by.person, proposal, context.now);
  if (change.kind !== 'changed') return refusalOf(one, change);
  await keepCase(context, change.case, {
    kind: 'proposed',
    by: counter === null ? atDesk(by) : atCounter(by),
    text: proposal.because,
    details: { proposal: 'link', needs: needs.join(' ') },
    concerned: [{ way: 'candidate', number: registered.number.digits }],
  });
  await context.stores.caseLocks.release(one.id, by.person);
  return { kind: 'done', case: change.case };
}
