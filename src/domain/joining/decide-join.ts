import { type ActingPerson, actorOf, isSecondPerson } from '../acting/index.ts';
import { joinNeeds, joinPersons } from './carry-out.ts';
import type { JoinRefusal } from './join-answer.ts';
import { takeJoin } from './take-join.ts';
import { act, recordOn } from './world.ts';

export type DecideJoin = {
  readonly by: ActingPerson;
  readonly id: string;
  readonly join: boolean;
  readonly comment: string;
};

/** The second case lead joins the two persons, or finds that they are two. */
export const decideJoin = act(
  joinNeeds,
  async (context, asked: DecideJoin): Promise<{ readonly kind: 'joined' | 'refused' } | JoinRefusal> => {
    const { by, id } = asked;
    const comment = asked.comment.trim();
    const taken = await takeJoin(context, asked, { field: 'comment', text: comment });
    if (taken.kind !== 'taken') return taken;
    const { join } = taken;
    if (join.state !== 'proposed') return { kind: 'already-decided' };
    if (!isSecondPerson(by, join.proposedBy.id)) return { kind: 'own-decision' };
    if (asked.join) return joinPersons(context, join, { by, comment });
    const { kept, other } = join;
    const refused = { kind: 'refused', kept, other, by: by.person, at: context.now, comment } as const;
    if (!(await context.stores.joins.decide(id, refused))) return { kind: 'already-decided' };
    const event = { kind: 'person.join-refused', details: { join: id } } as const;
    await recordOn(context, [kept, other], actorOf(by), event);
    return { kind: 'refused' };
  },
);
