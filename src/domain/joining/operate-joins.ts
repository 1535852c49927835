import type { Actor } from '../audit/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { PersonJoin, Proposer } from './model.ts';
import { type JoiningContext, recordOn } from './world.ts';

export type ProposedJoin =
  | { readonly kind: 'proposed' | 'already-proposed'; readonly id: string }
  | { readonly kind: 'unknown-person'; readonly which: 'kept' | 'other' }
  | { readonly kind: 'same-person' };

type Wish = Pick<PersonJoin, 'kept' | 'other' | 'reason'> & { readonly by: Proposer };

/** Somebody finds that two persons are one human: it waits for a second person. */
export async function proposeJoin(context: JoiningContext, wish: Wish): Promise<ProposedJoin> {
  const { stores, world, now } = context;
  const [kept, other] = [await stores.joins.standsFor(wish.kept), await stores.joins.standsFor(wish.other)];
  if (kept === null || other === null)
    return { kind: 'unknown-person', which: kept === null ? 'kept' : 'other' };
  if (kept === other) return { kind: 'same-person' };
  const id = world.randomness.uuid();
  const proposed = await stores.joins.propose({
    id,
    kept,
    other,
    reason: wish.reason,
    proposedBy: wish.by,
    proposedAt: now,
    state: 'proposed',
    decided: null,
    undoProposed: null,
    undone: null,
  });
  if (proposed.kind === 'already-proposed') return { kind: 'already-proposed', id: proposed.id };
  await recordOn(context, [kept, other], wish.by, { kind: 'person.join-proposed', details: { join: id } });
  return { kind: 'proposed', id };
}

export type AllowedRights =
  | { readonly kind: 'allowed'; readonly rows: number }
  | { readonly kind: 'unknown-join' | 'not-joined' | 'nothing-waits' | 'no-administrator' };

/**
 * An administrator of an organisation says yes: what waits there since a join holds from now on. Nobody says yes for themselves, and
 * nobody who does not manage the people of that organisation now.
 */
export async function allowWaiting(
  context: JoiningContext,
  ask: {
    readonly join: string;
    readonly organisation: OrganisationId;
    readonly administrator: PersonId;
    readonly by: Actor;
  },
): Promise<AllowedRights> {
  const { stores, now } = context;
  const join = await stores.joins.find(ask.join);
  if (join === null) return { kind: 'unknown-join' };
  if (join.state !== 'joined') return { kind: 'not-joined' };
  const kept = await stores.joins.standsFor(join.kept);
  const administrator = await stores.joins.standsFor(ask.administrator);
  const administrators = await stores.organisations.administratorsOf(ask.organisation, now);
  if (administrator === kept || !administrators.some(({ person }) => person === administrator))
    return { kind: 'no-administrator' };
  if (kept === null) throw new Error('a join is of persons who are not there');
  const rows = await stores.joins.allow({ ...join, kept }, ask.organisation, now);
  if (rows === 0) return { kind: 'nothing-waits' };
  const details = { join: join.id, organisation: ask.organisation, rows, administrator: administrator };
  await recordOn(context, [kept], ask.by, { kind: 'person.rights-allowed', details });
  return { kind: 'allowed', rows };
}
