import type { ActingWithReason } from '../../acting/index.ts';
import { handOverCase } from '../case/change-case.ts';
import { atDesk } from '../case/doer.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import { writeToApplicant, writingNeeds } from '../case/write-to-applicant.ts';
import { checkReason } from './check-text.ts';
import { type DeskAnswer, refusalOf, wrong } from './desk-answer.ts';
import { goingOnNeeds, goneOn } from './gone-on.ts';
import { type AskedToChange, inHandNeeds, takeInHand } from './take-in-hand.ts';

/** `office`: an organisation, by its id. */
export type HandOverToOffice = AskedToChange & { readonly by: ActingWithReason; readonly office: string };

/** Sends the applicant to the counter of a registration office. */
export const handOverToOffice = act(
  ['offices', ...inHandNeeds, ...keepingNeeds, ...writingNeeds, ...goingOnNeeds],
  async (context, asked: HandOverToOffice): Promise<DeskAnswer> => {
    const { by } = asked;
    const offices = await context.stores.offices.offices(context.now);
    const chosen = offices.find(({ organisation }) => organisation === asked.office);
    const errors = [
      ...(chosen === undefined ? [{ field: 'office', code: 'choose' } as const] : []),
      ...checkReason('reason', by.reason),
    ];
    if (errors.length > 0 || chosen === undefined) return wrong(errors);
    const taken = await takeInHand(context, asked);
    if (taken.kind !== 'in-hand') return taken;
    const change = handOverCase(taken.case, by.person, chosen, context.now);
    if (change.kind !== 'changed') return refusalOf(taken.case, change);
    await keepCase(context, change.case, {
      kind: 'handed-over',
      by: atDesk(by),
      text: by.reason.trim(),
      details: { office: chosen.organisation },
    });
    await writeToApplicant(context, change.case, {
      template: 'request-handed-over',
      values: { office: chosen.name },
    });
    return goneOn(context, change.case);
  },
);
