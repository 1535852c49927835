import type { PersonJoin, Proposer } from './model.ts';
import { act, type JoiningContext, recordOn, trailNeeds } from './world.ts';

export const proposalNeeds = ['joins', ...trailNeeds] as const;

export type AddProposal = Pick<PersonJoin, 'kept' | 'other' | 'reason'> & { readonly by: Proposer };

export type AddedProposal =
  | { readonly kind: 'proposed' | 'already-proposed'; readonly id: string }
  | { readonly kind: 'unknown-person'; readonly which: 'kept' | 'other' }
  | { readonly kind: 'same-person' };

/** Somebody finds that two persons are one human: it waits for a second person. */
export const addProposal = act(proposalNeeds, async (context, wish: AddProposal): Promise<AddedProposal> => {
  const { joins } = context.stores;
  const [kept, other] = [await joins.standsFor(wish.kept), await joins.standsFor(wish.other)];
  if (kept === null || other === null)
    return { kind: 'unknown-person', which: kept === null ? 'kept' : 'other' };
  if (kept === other) return { kind: 'same-person' };
  return putProposal(context, { ...wish, kept, other });
});

/** Puts a proposal before a second person, once for two persons, and tells the trail. */
export async function putProposal(
  context: JoiningContext<typeof proposalNeeds>,
  { kept, other, reason, by }: AddProposal,
): Promise<{ readonly kind: 'proposed' | 'already-proposed'; readonly id: string }> {
  const { stores, world, now } = context;
  const id = world.randomness.uuid();
  const proposed = await stores.joins.propose({
    id,
    kept,
    other,
    reason,
    proposedBy: by,
    proposedAt: now,
    state: 'proposed',
    decided: null,
    undoProposed: null,
    undone: null,
  });
  if (proposed.kind === 'already-proposed') return { kind: 'already-proposed', id: proposed.id };
  await recordOn(context, [kept, other], by, { kind: 'person.join-proposed', details: { join: id } });
  return { kind: 'proposed', id };
}
