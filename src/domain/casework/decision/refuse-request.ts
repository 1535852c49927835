import { lastDayToReply } from '../case/case-periods.ts';
import { decideCase } from '../case/change-case.ts';
import { atDesk } from '../case/doer.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import { type RefusalReason, refusalReasons } from '../case/model.ts';
import { act } from '../case/world.ts';
import { writeToApplicant, writingNeeds } from '../case/write-to-applicant.ts';
import { checkText } from '../desk/check-text.ts';
import { type DeskAnswer, refusalOf, wrong } from '../desk/desk-answer.ts';
import { goingOnNeeds, goneOn } from '../desk/gone-on.ts';
import { type AskedToChange, inHandNeeds, takeOwn } from '../desk/take-in-hand.ts';
import { logMatching, matchingLogNeeds } from './log-matching.ts';

export type RefuseRequest = AskedToChange & { readonly reason: RefusalReason; readonly text: string };

/** Refuses, with a reason from the list and a text that tells the legal remedy. */
export const refuseRequest = act(
  [...inHandNeeds, ...keepingNeeds, ...matchingLogNeeds, ...writingNeeds, ...goingOnNeeds],
  async (context, asked: RefuseRequest): Promise<DeskAnswer> => {
    const { by, reason, text } = asked;
    const errors = [
      ...(refusalReasons.includes(reason) ? [] : [{ field: 'reason', code: 'choose' } as const]),
      ...checkText('text', text, 5000),
    ];
    if (errors.length > 0) return wrong(errors);
    const taken = await takeOwn(context, asked);
    if (taken.kind !== 'in-hand') return taken;
    const outcome = { kind: 'refused', reason, text: text.trim() } as const;
    const change = decideCase(taken.case, { by: by.person, outcome, needs: [] }, context.now);
    if (change.kind !== 'changed') return refusalOf(taken.case, change);
    await keepCase(context, change.case, {
      kind: 'refused',
      by: atDesk(by),
      text: text.trim(),
      details: { reason },
    });
    const { identity } = taken.case.applicant;
    if (identity !== null) await logMatching(context, taken.case, { identity, registered: null });
    await writeToApplicant(context, change.case, {
      template: 'request-refused',
      values: { reason: text.trim(), replyUntil: lastDayToReply(context.now) },
    });
    return goneOn(context, change.case);
  },
);
