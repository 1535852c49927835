import { type ActingPerson, type ActingWithReason, actorOf, isSecondPerson } from '../acting/index.ts';
import { partNeeds, partPersons, whyJoined } from './carry-out.ts';
import type { JoinRefusal } from './join-answer.ts';
import { takeJoin } from './take-join.ts';
import { act, recordOn, trailNeeds } from './world.ts';

export type ProposeUndo = { readonly by: ActingWithReason; readonly id: string };

/** A case lead finds that a join was wrong: it waits for a second one. */
export const proposeUndo = act(
  ['joins', ...trailNeeds],
  async (context, asked: ProposeUndo): Promise<{ readonly kind: 'proposed' } | JoinRefusal> => {
    const { by, id } = asked;
    const taken = await takeJoin(context, asked, { field: 'reason', text: by.reason });
    if (taken.kind !== 'taken') return taken;
    const { kept, other, state } = taken.join;
    const stays = state === 'joined' ? await whyJoined(context, taken.join) : null;
    if (stays !== null) return stays;
    const wish = { by: by.person, at: context.now, reason: by.reason.trim() };
    if (!(await context.stores.joins.proposeUndo(id, wish))) return { kind: 'already-decided' };
    const event = { kind: 'person.join-undo-proposed', details: { join: id } } as const;
    await recordOn(context, [kept, other], actorOf(by), event);
    return { kind: 'proposed' };
  },
);

export type DecideUndo = {
  readonly by: ActingPerson;
  readonly id: string;
  readonly undo: boolean;
  readonly comment: string;
};

/** The second case lead parts the two persons again, or finds that they are one. */
export const decideUndo = act(
  partNeeds,
  async (context, asked: DecideUndo): Promise<{ readonly kind: 'undone' | 'kept' } | JoinRefusal> => {
    const { by, id } = asked;
    const taken = await takeJoin(context, asked, { field: 'comment', text: asked.comment });
    if (taken.kind !== 'taken') return taken;
    const { join } = taken;
    if (join.state !== 'undo-proposed') return { kind: 'already-decided' };
    if (join.undoProposed && !isSecondPerson(by, join.undoProposed.by)) return { kind: 'own-decision' };
    if (asked.undo) return partPersons(context, join, by);
    if (!(await context.stores.joins.keepJoined(id))) return { kind: 'already-decided' };
    const event = { kind: 'person.join-kept', details: { join: id } } as const;
    await recordOn(context, [join.kept, join.other], actorOf(by), event);
    return { kind: 'kept' };
  },
);
