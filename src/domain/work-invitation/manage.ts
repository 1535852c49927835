import { addDays, dayOf, endOfDay } from '../../base/calendar.ts';
import { Redacted } from '../../base/redacted.ts';
import { type ActingPerson, isOneself } from '../acting/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { Person } from '../person/index.ts';
import type { WorkRelationId } from '../work-relation/index.ts';
import { giveWaiting, waitingNeeds } from './give-waiting.ts';
import { mailInvitation } from './invite.ts';
import { inviterIn, inviterNeeds } from './inviter-in.ts';
import {
  parseWorkInvitationSecret,
  standingOf,
  WAITING_DAYS,
  type WorkInvitation,
  type WorkInvitationId,
} from './model.ts';
import { tellInvitation, tracingInvitationNeeds } from './tell-invitation.ts';
import { act, type InvitingContext, invitationBounds } from './world.ts';

type ByAdministrator = {
  readonly by: ActingPerson;
  readonly organisation: OrganisationId;
  readonly invitation: WorkInvitationId;
};

type NotManaged =
  /** It is not, or no longer, in a state in which that can be done: it was answered, withdrawn or decided meanwhile. */
  { readonly kind: 'not-open' | 'unknown' | 'not-allowed' };

const managingNeeds = ['workInvitations', ...inviterNeeds, ...tracingInvitationNeeds] as const;

/** An invitation as its organisation sees it, with who accepted and has to be confirmed. */
export type ListedInvitation = {
  readonly invitation: WorkInvitation;
  readonly isExpired: boolean;
  readonly inviter: string;
  readonly accepted: Pick<Person, 'givenNames' | 'familyName'> | null;
};

/** The invitations of an organisation that wait: for an answer, or for an administrator to confirm who accepted. */
export const listInvitations = act(
  ['workInvitations', 'persons', ...inviterNeeds],
  async (
    context,
    { by, organisation }: Pick<ByAdministrator, 'by' | 'organisation'>,
  ): Promise<readonly ListedInvitation[] | null> => {
    const { stores, now } = context;
    if ((await inviterIn(context, by, organisation)) === null) return null;
    const waiting = await stores.workInvitations.waitingIn(organisation, now);
    const listed: ListedInvitation[] = [];
    for (const invitation of waiting) {
      const inviter = await stores.persons.find(invitation.invited.by);
      const isToConfirm = invitation.state === 'accepted' && invitation.acceptedBy !== null;
      const accepted = isToConfirm ? await stores.persons.find(invitation.acceptedBy) : null;
      listed.push({
        invitation,
        isExpired: standingOf(invitation, now) === 'expired',
        inviter: inviter === null ? '' : `${inviter.givenNames} ${inviter.familyName}`.trim(),
        accepted: accepted && { givenNames: accepted.givenNames, familyName: accepted.familyName },
      });
    }
    return listed;
  },
);

/** Mails a new link; the one before opens nothing any more, and the fourteen days begin anew. */
export const sendInvitationAgain = act(
  [...managingNeeds, 'invitationTries', 'outbox', 'templates'],
  async (
    context,
    asked: ByAdministrator,
  ): Promise<
    { readonly kind: 'sent' } | { readonly kind: 'too-many'; readonly until: Date } | NotManaged
  > => {
    const { stores, world, now } = context;
    const found = await findOwn(context, asked);
    if (found.kind !== 'own') return found;
    const { invitation, organisation } = found;
    const { email, state } = invitation;
    if (email === null || state !== 'open') return { kind: 'not-open' };
    const target = email.reveal().toLowerCase();
    const tried = { by: asked.by.person, organisation: organisation.id, target };
    const allowed = await stores.invitationTries.count(tried, now, invitationBounds);
    if (allowed.kind === 'wait') return { kind: 'too-many', until: allowed.until };
    const secret = parseWorkInvitationSecret(world.randomness.token());
    if (secret === null) throw new Error('the source of randomness is amiss');
    const expiresAt = endOfDay(addDays(dayOf(now), WAITING_DAYS.mail));
    await stores.workInvitations.sendAgain(invitation.id, secret, expiresAt);
    const renewed = { ...invitation, expiresAt };
    const reference = await tellInvitation(context, asked.by, { invitation: renewed, kind: 'sent-again' });
    const link = new Redacted(`${world.settings.sender.origin}/invitation/work/${secret}`);
    await mailInvitation(context, renewed, { by: asked.by.name, organisation, link, reference });
    return { kind: 'sent' };
  },
);

/** Takes an invitation back: from then on it opens nothing. Of one that was refused by number, nobody learns that it was. */
export const withdrawInvitation = act(
  managingNeeds,
  async (context, asked: ByAdministrator): Promise<{ readonly kind: 'withdrawn' } | NotManaged> => {
    const found = await findOwn(context, asked);
    if (found.kind !== 'own') return found;
    const { invitation } = found;
    const { state } = invitation;
    const seemsOpen = state === 'open' || (state === 'refused' && invitation.email === null);
    if (!seemsOpen) return { kind: 'not-open' };
    await settle(context, invitation, 'withdrawn');
    await tellInvitation(context, asked.by, { invitation, kind: 'withdrawn' });
    return { kind: 'withdrawn' };
  },
);

export type DecideInvitation = ByAdministrator & {
  /** Whether whoever accepted is who was meant. */
  readonly isMeant: boolean;
};

export type DecidedInvitation =
  | { readonly kind: 'begun'; readonly relation: WorkRelationId }
  | { readonly kind: 'rejected' }
  /** Nobody confirms themselves, nor for somebody of more power. */
  | { readonly kind: 'own-decision' | 'not-yours' }
  | { readonly kind: 'lapsed' }
  | NotManaged;

/**
 * Says whether somebody who accepted under another name than was typed is who was meant: only then they get what waited. It is for whoever
 * invited them, or an administrator of the whole organisation; never for the one who accepted.
 */
export const decideInvitation = act(
  [...managingNeeds, ...waitingNeeds],
  async (context, asked: DecideInvitation): Promise<DecidedInvitation> => {
    const found = await findOwn(context, asked);
    if (found.kind !== 'own') return found;
    const { invitation, as } = found;
    const { acceptedBy: person } = invitation;
    if (invitation.state !== 'accepted' || person === null) return { kind: 'not-open' };
    // Whoever was joined with somebody is that one by now.
    const accepted = await context.stores.persons.find(person);
    if (accepted === null || isOneself(asked.by, accepted.id)) return { kind: 'own-decision' };
    const isOfAll = ['legal-representative', 'head-local-administrator', 'platform'].includes(as);
    if (!isOfAll && invitation.invited.by !== asked.by.person) return { kind: 'not-yours' };
    const given = asked.isMeant ? await giveWaiting(context, invitation, person) : null;
    if (given?.kind === 'lapsed') return given;
    await settle(context, invitation, asked.isMeant ? 'begun' : 'rejected');
    const kind = asked.isMeant ? 'confirmed' : 'rejected';
    await tellInvitation(context, asked.by, { invitation, kind, person });
    return given === null ? { kind: 'rejected' } : { kind: 'begun', relation: given.relation };
  },
);

function settle(
  { stores, now }: InvitingContext<readonly ['workInvitations']>,
  { id, state, acceptedBy }: WorkInvitation,
  to: 'withdrawn' | 'begun' | 'rejected',
): Promise<void> {
  return stores.workInvitations.settle(id, { from: state, to, acceptedBy, at: now });
}

/** An invitation of the organisation of whoever asks; one of another is as one that there is not. */
async function findOwn(context: InvitingContext<typeof managingNeeds>, asked: ByAdministrator) {
  const power = await inviterIn(context, asked.by, asked.organisation);
  if (power === null) return { kind: 'not-allowed' } as const;
  const invitation = await context.stores.workInvitations.hold(asked.invitation);
  if (invitation?.organisation !== asked.organisation) return { kind: 'unknown' } as const;
  return { kind: 'own', invitation, ...power } as const;
}
