import { dayOf } from '../../base/calendar.ts';
import { type ActingPerson, actingAdministrator, isOneself, withReason } from '../acting/index.ts';
import { administratorAt } from '../administration/index.ts';
import { appointingNeeds, appointPerson, holdFor } from '../appointment/index.ts';
import type { Person, PersonId } from '../person/index.ts';
import { giveRights, givingNeeds } from '../user-rights/index.ts';
import {
  beginningNeeds,
  beginRelation,
  type WishedRelation,
  type WorkRelationId,
} from '../work-relation/index.ts';
import { inviterIn, inviterNeeds } from './inviter-in.ts';
import type { WorkInvitation } from './model.ts';
import type { InvitingContext } from './world.ts';

export const waitingNeeds = [
  ...inviterNeeds,
  ...beginningNeeds,
  ...givingNeeds,
  ...appointingNeeds,
  'persons',
] as const;

export type GivenWaiting =
  | {
      readonly kind: 'given';
      readonly relation: WorkRelationId;
      /** They worked there already. */
      readonly isAlready: boolean;
      /** How many of the rights that waited could not be given any more, or not by one administrator alone. */
      readonly leftOut: number;
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
  // Whoever stands above an organisation does not let themselves into it.
  if (power.as === 'platform' && isOneself(inviter, person)) return { kind: 'lapsed' };
  const begun = await beginRelation(
    context,
    { by: inviter, person, wished: stillToCome(content.relation, context.now), language },
    { organisation: power.organisation, authority: 'invitation' },
  );
  if (begun.kind !== 'added' && begun.kind !== 'already') return { kind: 'lapsed' };
  const isAlready = begun.kind === 'already';
  const relation = isAlready ? begun.relation.relation : begun.relation;
  const leftOut = await giveRightsThatWait(context, invitation, { inviter, relation });
  await giveAdministration(context, invitation, { inviter, person });
  return { kind: 'given', relation, isAlready, leftOut };
}

/** Gives each right that can still be given, by itself: one that cannot does not keep the others back. Answers how many could not. */
async function giveRightsThatWait(
  context: InvitingContext<typeof waitingNeeds>,
  { content, language }: WorkInvitation,
  { inviter: by, relation }: { readonly inviter: ActingPerson; readonly relation: WorkRelationId },
): Promise<number> {
  let leftOut = 0;
  for (const { application, ...right } of content.rights) {
    const asked = { by, relation, application, rights: [right], reason: null, language } as const;
    const given = await giveRights(context, { ...asked, as: 'invitation' });
    if (given.kind !== 'given') leftOut += 1;
  }
  return leftOut;
}

/** Appoints whoever accepted, where that waited too: what whoever prepared it may not give any more is not given. */
async function giveAdministration(
  context: InvitingContext<typeof waitingNeeds>,
  { organisation, content }: WorkInvitation,
  { inviter, person }: { readonly inviter: ActingPerson; readonly person: PersonId },
): Promise<void> {
  if (content.administration === null) return;
  const held = await holdFor(context, { by: inviter, organisation });
  if (held === null) return;
  const wished = { ...content.administration, isDeputy: false, from: null };
  await appointPerson(context, { by: withReason(inviter, ''), ...held, person, wished });
}

/** Whoever prepared an invitation, as they act now; `null` when there is nobody of the kind any more. */
async function actingInviter(
  { stores, now }: InvitingContext<typeof waitingNeeds>,
  { invited, organisation }: WorkInvitation,
): Promise<ActingPerson | null> {
  const found = await stores.persons.find(invited.by);
  if (found !== null && invited.as === 'platform') {
    const right = 'platform-administrator';
    const held = (await stores.staff.rightsHeld(now, found.id)).find((each) => each.right === right);
    if (held === undefined) return null;
    const authority = { kind: 'staff', organisation: held.organisation, rights: [right] } as const;
    return { person: found.id, name: nameOf(found), authority, reason: null };
  }
  const administrator = found && (await administratorAt(stores, found.id, organisation, now));
  if (found === null || administrator === null) return null;
  return actingAdministrator(administrator, nameOf(found));
}

/** Nobody worked before they accepted: a first day that is past by then is today. */
function stillToCome(wished: WishedRelation, now: Date): WishedRelation {
  return { ...wished, from: wished.from !== null && wished.from > dayOf(now) ? wished.from : null };
}

function nameOf({ givenNames, familyName }: Pick<Person, 'givenNames' | 'familyName'>): string {
  return `${givenNames} ${familyName}`.trim();
}
