import { candidateNeeds, candidatesOf } from '../candidates/find-candidates.ts';
import { proposeDecision } from '../case/change-case.ts';
import { atDesk } from '../case/doer.ts';
import { keepCase } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import { checkReason } from '../desk/check-text.ts';
import { type DeskAnswer, refusalOf, wrong } from '../desk/desk-answer.ts';
import { goingOnNeeds, goneOn } from '../desk/gone-on.ts';
import { type AskedToChange, inHandNeeds, takeOwn } from '../desk/take-in-hand.ts';
import { minimumDataOf } from './minimum-data-of.ts';
import { proposingNeeds } from './propose-link.ts';

export type ProposeNumber = AskedToChange & {
  readonly because: string;
  /** What the agent says to have looked at. */
  readonly checked: readonly string[];
};

/**
 * Proposes a new number, which a second agent confirms. When the register holds somebody like the applicant, the reason must say why it
 * is somebody else.
 */
export const proposeNumber = act(
  [...inHandNeeds, ...candidateNeeds, ...proposingNeeds, ...goingOnNeeds],
  async (
    context,
    asked: ProposeNumber,
  ): Promise<DeskAnswer | { readonly kind: 'data-missing'; readonly missing: readonly string[] }> => {
    const { by, because, checked } = asked;
    const taken = await takeOwn(context, asked);
    if (taken.kind !== 'in-hand') return taken;
    const one = taken.case;
    const unchecked = ['identity', 'duplicates'].filter((each) => !checked.includes(each));
    const candidates = await candidatesOf(context, one);
    const hasAlike = candidates.some(({ strength }) => strength !== 'weak');
    const errors = [
      ...unchecked.map((field) => ({ field: `checked-${field}`, code: 'choose' }) as const),
      ...checkReason('because', because, hasAlike ? 10 : 0),
    ];
    if (errors.length > 0) return wrong(errors);
    const minimum = minimumDataOf(one);
    if (minimum.kind === 'too-little') return { kind: 'data-missing', missing: minimum.missing };
    const proposal = { kind: 'new-number', because: because.trim() } as const;
    const change = proposeDecision(one, by.person, proposal, context.now);
    if (change.kind !== 'changed') return refusalOf(one, change);
    await keepCase(context, change.case, {
      kind: 'proposed',
      by: atDesk(by),
      ...(because.trim() === '' ? {} : { text: because.trim() }),
      details: { proposal: 'new-number', candidates: candidates.length, minimum: minimum.set },
    });
    await context.stores.caseLocks.release(one.id, by.person);
    return goneOn(context, change.case);
  },
);
