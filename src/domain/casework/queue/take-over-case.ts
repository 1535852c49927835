import type { ActingWithReason } from '../../acting/index.ts';
import { assignCase } from '../case/change-case.ts';
import { atDesk } from '../case/doer.ts';
import { keepCase, keepingNeeds, record } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import { checkReason } from '../desk/check-text.ts';
import { type DeskAnswer, wrong } from '../desk/desk-answer.ts';
import { type AskedOfCase, findToLook, lookingNeeds, staleBefore } from '../desk/take-in-hand.ts';

export type TakeOverCase = AskedOfCase & { readonly by: ActingWithReason };

/** Takes over lock and case from a colleague; the reason stands in the timeline. */
export const takeOverCase = act(
  [...lookingNeeds, 'caseLocks', ...keepingNeeds],
  async (context, asked: TakeOverCase): Promise<DeskAnswer> => {
    const { stores, now } = context;
    const { person: me, reason } = asked.by;
    const errors = checkReason('reason', reason);
    if (errors.length > 0) return wrong(errors);
    const found = await findToLook(context, asked);
    if (found.kind !== 'in-hand') return found;
    const { state } = found.case;
    const lock = await stores.caseLocks.holder(asked.case, staleBefore(context));
    await stores.caseLocks.force(asked.case, me, now);
    // Whoever takes over a proposal would propose and confirm it in one person: the case stays with who proposed.
    const change = state.kind === 'to-confirm' ? null : assignCase(found.case, me, now);
    const takenOver = { kind: 'taken-over', by: atDesk(asked.by), text: reason.trim() } as const;
    if (change?.kind !== 'changed') {
      const from = lock === null || lock.agent === me ? null : lock.agent;
      await record(context, found.case, { ...takenOver, details: { from } });
      return { kind: 'done', case: found.case };
    }
    await keepCase(context, change.case, {
      ...takenOver,
      details: { from: 'agent' in state ? state.agent : null },
    });
    return { kind: 'done', case: change.case };
  },
);
