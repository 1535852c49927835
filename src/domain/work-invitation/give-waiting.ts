import { dayOf } from '../../base/calendar.ts';
import { type ActingPerson, actingAdministrator } from '../acting/index.ts';
import { administratorAt } from '../administration/index.ts';
import type { PersonId } from '../person/index.ts';
import {
  beginningNeeds,
  beginRelation,
  type WishedRelation,
  type WorkRelationId,
} from '../work-relation/index.ts';
import { inviterIn, inviterNeeds } from './inviter-in.ts';
import type { WorkInvitation } from './model.ts';
import type { InvitingContext } from './world.ts';

export const waitingNeeds = [...inviterNeeds, ...beginningNeeds, 'persons'] as const;

export type GivenWaiting =
  | {
      readonly kind: 'given';
      readonly relation: WorkRelationId;
      /** They worked there already. */
      readonly isAlready: boolean;
    }
  /** Whoever invited may do so no longer, or what waits cannot be given any more. */
  | { readonly kind: 'lapsed' };

/** Gives what waits with an invitation, as by whoever prepared it: only as far as they may still give it at this moment. */
export async function giveWaiting(
  context: InvitingContext<typeof waitingNeeds>,
  invitation: WorkInvitation,
  person: PersonId,
): Promise<GivenWaiting> {
  const { content, language } = invitation;
  const inviter = await actingInviter(context, invitation);
  const power = inviter && (await inviterIn(context, inviter, invitation.organisation));
  if (inviter === null || power === null) return { kind: 'lapsed' };
  const begun = await beginRelation(
    context,
    { by: inviter, person, wished: stillToCome(content.relation, context.now), language },
    { organisation: power.organisation, authority: 'invitation' },
  );
  switch (begun.kind) {
    case 'added':
      return { kind: 'given', relation: begun.relation, isAlready: false };
    case 'already':
      return { kind: 'given', relation: begun.relation.relation, isAlready: true };
    default:
      return { kind: 'lapsed' };
  }
}

/** Whoever prepared an invitation, as they act now; `null` when there is nobody of the kind any more. */
async function actingInviter(
  { stores, now }: InvitingContext<typeof waitingNeeds>,
  { invited, organisation }: WorkInvitation,
): Promise<ActingPerson | null> {
  const found = await stores.persons.find(invited.by);
  const administrator = found && (await administratorAt(stores, found.id, organisation, now));
  if (found === null || administrator === null) return null;
  return actingAdministrator(administrator, `${found.givenNames} ${found.familyName}`.trim());
}

/** Nobody worked before they accepted: a first day that is past by then is today. */
function stillToCome(wished: WishedRelation, now: Date): WishedRelation {
  return { ...wished, from: wished.from !== null && wished.from > dayOf(now) ? wished.from : null };
}
