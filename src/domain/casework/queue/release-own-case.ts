import { releaseCase } from '../case/change-case.ts';
import { atDesk } from '../case/doer.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import { type DeskAnswer, refusalOf } from '../desk/desk-answer.ts';
import { type AskedToChange, inHandNeeds, takeOwn } from '../desk/take-in-hand.ts';

/** Puts a case that one has back for everybody. */
export const releaseOwnCase = act(
  [...inHandNeeds, ...keepingNeeds],
  async (context, asked: AskedToChange): Promise<DeskAnswer> => {
    const taken = await takeOwn(context, asked);
    if (taken.kind !== 'in-hand') return taken;
    const change = releaseCase(taken.case, context.now);
    if (change.kind !== 'changed') return refusalOf(taken.case, change);
    await keepCase(context, change.case, { kind: 'released', by: atDesk(asked.by) });
    await context.stores.caseLocks.release(asked.case, asked.by.person);
    return { kind: 'done', case: change.case };
  },
);
