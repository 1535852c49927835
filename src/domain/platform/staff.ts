import { correlationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import { Redacted } from '../../base/redacted.ts';
import {
  type ActingPerson,
  type ActingWithReason,
  actorOf,
  checkReason,
  isOneself,
  mayActIn,
} from '../acting/index.ts';
import {
  endingNeeds,
  endStaffRights,
  type Invitation,
  inviteStaff,
  standingOf,
  withdrawStaff,
} from '../invitation/index.ts';
import type { OrganisationCode, TargetGroup } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { StaffRight } from '../staff/index.ts';
import type { Listed, LookRefusal, PlatformRefusal, StaffMemberRights } from './model.ts';
import { stillAdministers } from './still-administers.ts';
import { act, recordAct, trailNeeds } from './world.ts';

const PAGE = 50;
const MOST_INVITATIONS = 100;

/** Who works with Sluis, by name, and the invitations that wait. Whom it shows is told to the trail. */
export const listStaffMembers = act(
  ['platform', 'invitations', ...trailNeeds],
  async (
    context,
    {
      by,
      words,
      after,
    }: { readonly by: ActingPerson; readonly words: string; readonly after: PersonId | null },
  ): Promise<
    | ({ readonly kind: 'listed'; readonly invitations: readonly Invitation[] } & Listed<StaffMemberRights>)
    | LookRefusal
  > => {
    if (!mayActIn('platform', by)) return { kind: 'not-allowed' };
    const { stores, now } = context;
    const query = { words: words.trim().slice(0, 100), person: null, after };
    const found = await stores.platform.staff(query, now, PAGE + 1);
    const invitations = (await stores.invitations.listOpen(now)).slice(0, MOST_INVITATIONS);
    const items = found.slice(0, PAGE);
    await recordAct(context, by, {
      kind: 'staff.listed',
      subject: null,
      details: { members: items.length, invitations: invitations.length },
      persons: items.map(({ person }) => person),
      way: 'listed',
    });
    return { kind: 'listed', items, hasMore: found.length > PAGE, invitations };
  },
);

/** One member of staff, with their rights. */
export const viewStaffMember = act(
  ['platform', ...trailNeeds],
  async (
    context,
    { by, person }: { readonly by: ActingPerson; readonly person: PersonId },
  ): Promise<{ readonly kind: 'found'; readonly member: StaffMemberRights } | LookRefusal> => {
    if (!mayActIn('platform', by)) return { kind: 'not-allowed' };
    const [member] = await context.stores.platform.staff({ words: '', person, after: null }, context.now, 1);
    if (member === undefined) return { kind: 'unknown' };
    await recordAct(context, by, {
      kind: 'staff.listed',
      subject: { kind: 'person', id: person },
      details: { members: 1, invitations: 0 },
      persons: [person],
    });
    return { kind: 'found', member };
  },
);

/** Somebody whom a platform administrator brings to work with Sluis. */
export type InvitedMember = {
  readonly email: Redacted<string>;
  readonly name: string | null;
  readonly language: Language;
  readonly right: StaffRight;
  /** `null`: the organisation of the platform itself. */
  readonly organisation: { readonly targetGroup: TargetGroup; readonly code: OrganisationCode } | null;
};

/**
 * Invites somebody by mail. The link goes to them alone: whoever invites never has it in hand, and so never is two people. Where no mail
 * is sent, the operator hands links over.
 */
export const inviteStaffMember = act(
  [...inviteStaff.needs, 'platform'],
  async (
    context,
    { by, ...member }: InvitedMember & { readonly by: ActingWithReason },
  ): Promise<{ readonly kind: 'invited' | 'no-mail' } | PlatformRefusal> => {
    const { stores, world, now } = context;
    if (!(await stillAdministers(context, by))) return { kind: 'not-allowed' };
    if (!world.settings.sendsMail) return { kind: 'no-mail' };
    const email = member.email.reveal();
    const waiting = await stores.invitations.listOpen(now, email);
    const meant = (await stores.invitations.personOf(email)) ?? waiting[0]?.person ?? null;
    if (meant !== null && isOneself(by, meant)) return { kind: 'oneself' };
    const errors = checkReason('reason', by.reason);
    if (errors.length > 0) return { kind: 'wrong', errors };
    const asked = { ...member, by: actorOf(by), reason: new Redacted(by.reason) };
    const invited = await inviteStaff(context, asked);
    if (invited.kind === 'invited') return { kind: 'invited' };
    const code = { 'organisation-unknown': 'unknown', 'organisation-ended': 'ended' } as const;
    return {
      kind: 'wrong',
      errors: [
        {
          field: 'organisation',
          code: invited.kind === 'organisation-not-for-staff' ? 'not-for-staff' : code[invited.kind],
        },
      ],
    };
  },
);

/** Takes back an invitation of staff that waits. */
export const withdrawInvitation = act(
  [...withdrawStaff.needs, 'platform'],
  async (
    context,
    { by, id }: { readonly by: ActingWithReason; readonly id: Invitation['id'] },
  ): Promise<{ readonly kind: 'withdrawn' } | PlatformRefusal> => {
    if (!(await stillAdministers(context, by))) return { kind: 'not-allowed' };
    const invitation = await context.stores.invitations.find(id);
    if (invitation === null || standingOf(invitation, context.now) !== 'open') return { kind: 'unknown' };
    const errors = checkReason('reason', by.reason);
    if (errors.length > 0) return { kind: 'wrong', errors };
    await withdrawStaff(context, { by: actorOf(by), id, reason: new Redacted(by.reason) });
    return { kind: 'withdrawn' };
  },
);

/**
 * Ends a right of a member of staff, or all of them. Nobody ends their own, and whoever ends one still administers the platform when it
 * ends: so one platform administrator stays, also where two would end each other's right at once.
 */
export const endStaffMember = act(
  [...endingNeeds, 'platform', 'staff'],
  async (
    context,
    asked: { readonly by: ActingWithReason; readonly person: PersonId; readonly right: string | null },
  ): Promise<{ readonly kind: 'ended' } | PlatformRefusal> => {
    const { by, person } = asked;
    const { stores, world, now } = context;
    if (!(await stillAdministers(context, by))) return { kind: 'not-allowed' };
    if (isOneself(by, person)) return { kind: 'oneself' };
    const held = await stores.staff.rightsHeld(now, person);
    if (held.length === 0) return { kind: 'unknown' };
    const rights = asked.right === 'all' ? held : held.filter(({ id }) => id === asked.right);
    const errors = [
      ...(rights.length === 0 ? [{ field: 'right', code: 'choose' } as const] : []),
      ...checkReason('reason', by.reason),
    ];
    if (errors.length > 0) return { kind: 'wrong', errors };
    await endStaffRights(context, {
      ...{ by: actorOf(by), reason: new Redacted(by.reason), person, rights },
      correlation: correlationCode(world.randomness.bytes(8)),
      isLast: rights.length === held.length,
    });
    return { kind: 'ended' };
  },
);
