import type { PersonId, RegisteredPerson } from '../../person/index.ts';
import { proposeDecision } from '../case/change-case.ts';
import { keepCase } from '../case/keep-case.ts';
import type { Case } from '../case/model.ts';
import type { CaseworkContext } from '../case/world.ts';
import type { DeskAnswer } from '../desk/desk.ts';
import { refusalOf } from '../desk/desk-context.ts';
import type { WeighedTie } from './link-applicant.ts';

type LinkWish = WeighedTie & {
  readonly registered: RegisteredPerson;
  readonly by: PersonId;
  readonly because: string;
  /** The name of the office at whose counter it is proposed. */
  readonly counter: string | null;
};

/** Puts a link before a second agent: to whom, why, and what made a second one necessary. */
export async function proposeLink(
  context: CaseworkContext,
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
  const change = proposeDecision(one, by, proposal, context.now);
  if (change.kind !== 'changed') return refusalOf(one, change);
  await keepCase(context, change.case, {
    kind: 'proposed',
    by: { kind: counter === null ? 'agent' : 'officer', person: by },
    text: proposal.because,
    details: { proposal: 'link', needs: needs.join(' ') },
    concerned: [{ way: 'candidate', number: registered.number.digits }],
  });
  await context.stores.caseLocks.release(one.id, by);
  return { kind: 'done', case: change.case };
}
