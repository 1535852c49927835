import type { CorrelationCode } from '../../base/correlation.ts';
import { actorOneself } from '../acting/index.ts';
import { type PersonId, parsePersonId } from '../person/index.ts';
import type { UserRight } from '../rights/index.ts';
import { caseworkApplicationId, staffRightCodes } from '../staff/index.ts';
import type { Invitation } from './model.ts';
import type { InvitationContext } from './world.ts';

export const givingNeeds = ['invitations', 'organisations', 'rights', 'audit'] as const;

/** Uses up an invitation: the person works there from now on, with the right that it was for. */
export async function giveInvitedRight(
  { stores, world, now }: InvitationContext<typeof givingNeeds>,
  invitation: Invitation,
  {
    person,
    by,
    correlation,
  }: { readonly person: PersonId; readonly by: string; readonly correlation: CorrelationCode },
): Promise<void> {
  const { id, organisation, email } = invitation;
  const right = staffRightCodes[invitation.right];
  const validity = { from: now, until: null };
  await stores.invitations.markAccepted(id, person, now);
  const relation = await stores.organisations.addWorkRelation({
    id: world.randomness.uuid(),
    person,
    organisation,
    userType: 'civil-servant',
    email: email.reveal(),
    validity,
  });
  const common = { actor: actorOneself(person), purpose: 'operation', correlation } as const;
  const subject = { kind: 'person', id: person } as const;
  await stores.audit.record({
    ...common,
    kind: 'invitation.accepted',
    subject,
    details: { invitation: id, by, right, organisation },
  });
  const { rights } = await stores.rights.tiesOf(person, caseworkApplicationId);
  const isHeld = rights.some(
    (each) => each.workRelation === relation.id && each.right === right && each.validity.until === null,
  );
  if (isHeld) return;
  const given: UserRight = {
    id: world.randomness.uuid(),
    workRelation: relation.id,
    organisation,
    application: caseworkApplicationId,
    right,
    contexts: [],
    validity,
    // Of an operator the id is a name: no person gave it then.
    given: { by: parsePersonId(invitation.invitedBy), as: 'invitation', at: now, confirmedBy: null },
  };
  await stores.rights.add(given);
  await stores.audit.record({
    ...common,
    kind: 'staff.right-given',
    subject,
    details: { right, rightId: given.id, organisation },
  });
}
