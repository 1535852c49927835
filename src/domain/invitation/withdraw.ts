import { type CorrelationCode, correlationCode } from '../../base/correlation.ts';
import type { Redacted } from '../../base/redacted.ts';
import type { PersonId } from '../person/index.ts';
import { parsePersonId } from '../person/index.ts';
import { staffRightCodes } from '../staff/index.ts';
import { type Invitation, type InvitationId, type StaffInviter, standingOf } from './model.ts';
import type { StaffRightHeld } from './ports.ts';
import { act, type InvitationContext } from './world.ts';

export type WithdrawStaff = {
  readonly by: StaffInviter;
  /** Of an invitation, or of a member of staff. */
  readonly id: string;
  /** Why, in the words of whoever takes it back; `null` where nobody asked. */
  readonly reason: Redacted<string> | null;
};

export type WithdrawnStaff =
  | { readonly kind: 'invitation-withdrawn' }
  | { readonly kind: 'rights-ended'; readonly rights: number }
  | { readonly kind: 'nothing-open' }
  | { readonly kind: 'unknown' };

/**
 * Takes back an invitation that waits, or ends all rights of a member of staff, and what waits for them: from the next request on they open
 * nothing.
 */
export const withdrawStaff = act(
  ['invitations', 'rights', 'staff', 'endings', 'audit'],
  async (context, { id, by, reason }: WithdrawStaff): Promise<WithdrawnStaff> => {
    const { stores, world, now } = context;
    const told = { by, reason, correlation: correlationCode(world.randomness.bytes(8)) };
    const person = parsePersonId(id);
    if (person === null) return { kind: 'unknown' };
    const invitation = await stores.invitations.find(id as InvitationId);
    if (invitation !== null) {
      if (standingOf(invitation, now) !== 'open') return { kind: 'nothing-open' };
      await takeBack(context, told, [invitation]);
      return { kind: 'invitation-withdrawn' };
    }
    const held = await stores.staff.rightsHeld(now, person);
    if (held.length === 0) return { kind: 'unknown' };
    await endStaffRights(context, { ...told, person, rights: held, isLast: true });
    return { kind: 'rights-ended', rights: held.length };
  },
);

export const endingNeeds = ['invitations', 'rights', 'endings', 'audit'] as const;

/** Who takes something back and why, and what ties the events of it together. */
type Told = Pick<WithdrawStaff, 'by' | 'reason'> & { readonly correlation: CorrelationCode };

/** Ends rights of a member of staff; with the last of them end their logins, and what waits for them, which would give them one again. */
export async function endStaffRights(
  context: InvitationContext<typeof endingNeeds>,
  asked: Told & {
    readonly person: PersonId;
    readonly rights: readonly StaffRightHeld[];
    readonly isLast: boolean;
  },
): Promise<void> {
  const { stores, now } = context;
  const { person, rights, isLast } = asked;
  if (isLast)
    await takeBack(
      context,
      asked,
      (await stores.invitations.listOpen(now)).filter((each) => each.person === person),
    );
  for (const { id, right, organisation } of rights) {
    await stores.rights.end(id, now);
    await stores.audit.record({
      ...envelope(asked, person),
      kind: 'staff.right-ended',
      details: { right: staffRightCodes[right], rightId: id, organisation },
    });
  }
  if (isLast) await stores.endings.end([person], now, now);
}

async function takeBack(
  context: InvitationContext<readonly ['invitations', 'audit']>,
  told: Told,
  invitations: readonly Invitation[],
): Promise<void> {
  const { stores, now } = context;
  await stores.invitations.withdraw(
    invitations.map((each) => each.id),
    now,
  );
  for (const { id, person, right } of invitations)
    await stores.audit.record({
      ...envelope(told, person),
      kind: 'invitation.withdrawn',
      details: { invitation: id, right: staffRightCodes[right] },
    });
}

function envelope({ by, reason, correlation }: Told, person: PersonId) {
  return {
    actor: by,
    subject: { kind: 'person', id: person },
    purpose: 'operation',
    ...(reason && { reason }),
    correlation,
  } as const;
}
