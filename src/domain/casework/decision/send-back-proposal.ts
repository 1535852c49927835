import { sendBackCase } from '../case/change-case.ts';
import { atDesk } from '../case/doer.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import { checkReason } from '../desk/check-text.ts';
import { type DeskAnswer, refusalOf, wrong } from '../desk/desk-answer.ts';
import { goingOnNeeds, goneOn } from '../desk/gone-on.ts';
import { type AskedToChange, inHandNeeds, takeInHand } from '../desk/take-in-hand.ts';

export type SendBackProposal = AskedToChange & { readonly comment: string };

/** The second agent does not agree with what was proposed: it goes back to whoever proposed it. */
export const sendBackProposal = act(
  [...inHandNeeds, ...keepingNeeds, ...goingOnNeeds],
  async (context, asked: SendBackProposal): Promise<DeskAnswer> => {
    const { by, comment } = asked;
    const errors = checkReason('comment', comment);
    if (errors.length > 0) return wrong(errors);
    const taken = await takeInHand(context, asked);
    if (taken.kind !== 'in-hand') return taken;
    const change = sendBackCase(taken.case, by.person, context.now);
    if (change.kind !== 'changed') return refusalOf(taken.case, change);
    await keepCase(context, change.case, { kind: 'sent-back', by: atDesk(by), text: comment.trim() });
    return goneOn(context, change.case);
  },
);
