import { afterWorkingDays } from '../../../base/working-days.ts';
import type { ActingWithReason } from '../../acting/index.ts';
import { reopenCase } from '../case/change-case.ts';
import { atDesk } from '../case/doer.ts';
import { expectedDays } from '../case/expected-days.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import { writeToApplicant, writingNeeds } from '../case/write-to-applicant.ts';
import { checkReason } from './check-text.ts';
import { type DeskAnswer, refusalOf, wrong } from './desk-answer.ts';
import { goingOnNeeds, goneOn } from './gone-on.ts';
import { type AskedToChange, inHandNeeds, takeInHand } from './take-in-hand.ts';

export type ReopenRequest = AskedToChange & { readonly by: ActingWithReason };

/** Works again on what had ended, or stands at an office. */
export const reopenRequest = act(
  [...inHandNeeds, 'caseLists', ...keepingNeeds, ...writingNeeds, ...goingOnNeeds],
  async (context, asked: ReopenRequest): Promise<DeskAnswer> => {
    const { world, now } = context;
    const { by } = asked;
    const reason = by.reason.trim();
    const errors = checkReason('reason', reason);
    if (errors.length > 0) return wrong(errors);
    const taken = await takeInHand(context, asked);
    if (taken.kind !== 'in-hand') return taken;
    const targetAt = afterWorkingDays(now, world.settings.targetWorkingDays);
    const change = reopenCase(taken.case, by.person, now, targetAt);
    if (change.kind !== 'changed') return refusalOf(taken.case, change);
    await keepCase(context, change.case, { kind: 'reopened', by: atDesk(by), text: reason });
    await writeToApplicant(context, change.case, {
      template: 'request-reopened',
      values: { reason, expectedDays: await expectedDays(context) },
    });
    return goneOn(context, change.case);
  },
);
