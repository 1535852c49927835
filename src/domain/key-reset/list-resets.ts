import { type ActingPerson, actorOf, isOneself, mayActIn } from '../acting/index.ts';
import type { PersonId } from '../person/index.ts';
import { type KeyReset, type KeyResetId, standingOf } from './model.ts';
import type { KeyResetRefusal, ShownReset } from './reset-answer.ts';
import { act, type KeyResetContext, recordOn, trailNeeds } from './world.ts';

/** The resets that members of staff decide on, and those that ended last, but for those about whoever asks; whom they show is told to the trail. */
export const listResets = act(
  ['keyResets', ...trailNeeds],
  async (
    context,
    { by }: { readonly by: ActingPerson },
  ): Promise<{ readonly kind: 'listed'; readonly resets: readonly ShownReset[] } | KeyResetRefusal> => {
    if (!mayActIn('cases', by)) return { kind: 'not-allowed' };
    const resets = (await context.stores.keyResets.list()).filter(({ person }) => !isOneself(by, person));
    await recordLook(context, by, resets, 'listed');
    return { kind: 'listed', resets: await Promise.all(resets.map((reset) => show(context, reset))) };
  },
);

/** One of them. */
export const findReset = act(
  ['keyResets', ...trailNeeds],
  async (
    context,
    { by, id }: { readonly by: ActingPerson; readonly id: KeyResetId },
  ): Promise<{ readonly kind: 'found'; readonly shown: ShownReset } | KeyResetRefusal> => {
    if (!mayActIn('cases', by)) return { kind: 'not-allowed' };
    const reset = await context.stores.keyResets.find(id);
    if (reset === null) return { kind: 'unknown-reset' };
    if (isOneself(by, reset.person)) return { kind: 'own-case' };
    await recordLook(context, by, [reset], 'shown');
    return { kind: 'found', shown: await show(context, reset) };
  },
);

/** What somebody reads of it in their own account; `null` where none is under way. */
export const ownReset = act(
  ['keyResets'],
  ({ stores, now }, { person }: { readonly person: PersonId }): Promise<KeyReset | null> =>
    stores.keyResets.underWay(person, now),
);

async function show({ stores, now }: KeyResetContext<['keyResets']>, reset: KeyReset): Promise<ShownReset> {
  const names = new Map<PersonId, string>();
  const people = [reset.person, reset.proposedBy, reset.decided?.by, reset.ended?.by];
  for (const id of new Set(people.filter((each) => each !== undefined && each !== null)))
    names.set(id, await stores.keyResets.nameOf(id));
  return { reset, standing: standingOf(reset, now), names };
}

async function recordLook(
  context: KeyResetContext<typeof trailNeeds>,
  by: ActingPerson,
  resets: readonly KeyReset[],
  way: 'listed' | 'shown',
): Promise<void> {
  const persons = [...new Set(resets.map(({ person }) => person))];
  const details = { resets: resets.length };
  await recordOn(context, persons, actorOf(by), { kind: 'key-reset.viewed', details, way });
}
