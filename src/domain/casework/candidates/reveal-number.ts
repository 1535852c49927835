import type { ActingWithReason } from '../../acting/index.ts';
import type { NationalNumber } from '../../person/index.ts';
import { atDesk } from '../case/doer.ts';
import { record, recordingNeeds } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import { checkReason } from '../desk/check-text.ts';
import { type DeskAnswer, wrong } from '../desk/desk-answer.ts';
import { type AskedOfCase, findToLook, lookingNeeds } from '../desk/take-in-hand.ts';

export type RevealNumber = AskedOfCase & { readonly by: ActingWithReason; readonly number: NationalNumber };

/** Shows the number of a candidate in full, masked everywhere else: the reason and the view stand in the timeline. */
export const revealNumber = act(
  [...lookingNeeds, ...recordingNeeds],
  async (context, asked: RevealNumber): Promise<DeskAnswer> => {
    const { by, number } = asked;
    const errors = checkReason('reason', by.reason);
    if (errors.length > 0) return wrong(errors);
    const found = await findToLook(context, asked);
    if (found.kind !== 'in-hand') return found;
    await record(context, found.case, {
      kind: 'number-viewed',
      by: atDesk(by),
      text: by.reason.trim(),
      concerned: [{ way: 'revealed', number: number.digits }],
    });
    return { kind: 'done', case: found.case };
  },
);
