import { type ActingPerson, actorOf, mayActIn } from '../acting/index.ts';
import type { PersonId } from '../person/index.ts';
import { whyJoined } from './carry-out.ts';
import type { JoinRefusal, ShownJoin } from './join-answer.ts';
import type { PersonJoin } from './model.ts';
import { isAboutOneself, takeJoin } from './take-join.ts';
import { act, type JoiningContext, recordOn, trailNeeds } from './world.ts';

/** The joins that case leads decide on, but for those about whoever asks; whom they show is told to the trail. */
export const listJoins = act(
  ['joins', ...trailNeeds],
  async (
    context,
    { by }: { readonly by: ActingPerson },
  ): Promise<{ readonly kind: 'listed'; readonly joins: readonly ShownJoin[] } | JoinRefusal> => {
    if (!mayActIn('case-lead', by)) return { kind: 'not-allowed' };
    const joins = (await context.stores.joins.list()).filter((join) => !isAboutOneself(join, by));
    await recordLook(context, by, joins, 'listed');
    return { kind: 'listed', joins: await Promise.all(joins.map((join) => show(context, join))) };
  },
);

/** One of them, with why it cannot be undone now. */
export const findJoin = act(
  ['joins', ...trailNeeds],
  async (
    context,
    asked: { readonly by: ActingPerson; readonly id: string },
  ): Promise<{ readonly kind: 'found'; readonly shown: ShownJoin } | JoinRefusal> => {
    const found = await takeJoin(context, asked);
    if (found.kind !== 'taken') return found;
    await recordLook(context, asked.by, [found.join], 'shown');
    const isStanding = found.join.state === 'joined' || found.join.state === 'undo-proposed';
    const stays = isStanding ? await whyJoined(context, found.join) : null;
    return { kind: 'found', shown: { ...(await show(context, found.join)), stays } };
  },
);

async function show({ stores }: JoiningContext<['joins']>, join: PersonJoin): Promise<ShownJoin> {
  const by = join.proposedBy.kind === 'person' ? [join.proposedBy.id] : [];
  const people = [join.kept, join.other, ...by, join.decided?.by, join.undoProposed?.by, join.undone?.by];
  const names = new Map<PersonId, string>();
  for (const id of new Set(people.filter((each) => each !== undefined)))
    names.set(id, await stores.joins.nameOf(id));
  return { join, names, waiting: await stores.joins.waitingIn(join.id), stays: null };
}

async function recordLook(
  context: JoiningContext<typeof trailNeeds>,
  by: ActingPerson,
  joins: readonly PersonJoin[],
  way: 'listed' | 'shown',
): Promise<void> {
  const persons = [...new Set(joins.flatMap(({ kept, other }) => [kept, other]))];
  await recordOn(context, persons, actorOf(by), {
    kind: 'person.join-viewed',
    details: { joins: joins.length },
    way,
  });
}
