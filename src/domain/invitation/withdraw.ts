import { correlationCode } from '../../base/correlation.ts';
import type { Actor } from '../audit/index.ts';
import { parsePersonId } from '../person/index.ts';
import { staffRightCodes } from '../staff/index.ts';
import { type Invitation, type InvitationId, standingOf } from './model.ts';
import { act } from './world.ts';

export type WithdrawStaff = {
  readonly by: Extract<Actor, { kind: 'operator' }>;
  /** Of an invitation, or of a member of staff. */
  readonly id: string;
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
  async ({ stores, world, now }, { by, id }: WithdrawStaff): Promise<WithdrawnStaff> => {
    const person = parsePersonId(id);
    if (person === null) return { kind: 'unknown' };
    const common = {
      actor: by,
      purpose: 'operation',
      correlation: correlationCode(world.randomness.bytes(8)),
    };
    const takeBack = async (invitations: readonly Invitation[]) => {
      await stores.invitations.withdraw(
        invitations.map((each) => each.id),
        now,
      );
      for (const each of invitations) {
        const subject = { kind: 'person', id: each.person } as const;
        const details = { invitation: each.id, right: staffRightCodes[each.right] };
        await stores.audit.record({ ...common, kind: 'invitation.withdrawn', subject, details });
      }
    };
    const invitation = await stores.invitations.find(id as InvitationId);
    if (invitation !== null) {
      if (standingOf(invitation, now) !== 'open') return { kind: 'nothing-open' };
      await takeBack([invitation]);
      return { kind: 'invitation-withdrawn' };
    }
    const held = await stores.staff.rightsHeld(now, person);
    if (held.length === 0) return { kind: 'unknown' };
    // What waits for them would give them a right again.
    await takeBack((await stores.invitations.listOpen(now)).filter((each) => each.person === person));
    for (const each of held) {
      await stores.rights.end(each.id, now);
      await stores.audit.record({
        ...common,
        kind: 'staff.right-ended',
        subject: { kind: 'person', id: person },
        details: {
          right: staffRightCodes[each.right],
          rightId: each.id,
          organisation: each.organisation,
        },
      });
    }
    await stores.endings.end([person], now, now);
    return { kind: 'rights-ended', rights: held.length };
  },
);
