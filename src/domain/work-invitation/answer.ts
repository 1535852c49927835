import { correlationCode } from '../../base/correlation.ts';
import { tellingNeeds, writeToPerson } from '../account-keys/index.ts';
import { type AssuranceLevel, isAtLeast } from '../assurance/index.ts';
import type { Person, PersonId } from '../person/index.ts';
import { type GivenWaiting, giveWaiting, waitingNeeds } from './give-waiting.ts';
import {
  standingOf,
  type WorkInvitation,
  type WorkInvitationId,
  type WorkInvitationSecret,
  type WorkInvitationStanding,
} from './model.ts';
import { haveSameNames } from './same-names.ts';
import { tellInvitation, tracingInvitationNeeds } from './tell-invitation.ts';
import { act, type InvitingContext } from './world.ts';

/** What whoever accepts has proved must reach this level: a code by mail says who reads an address, not who somebody is. */
export const ACCEPTING_LEVEL: AssuranceLevel = 'substantial';

/** By what somebody answers: the link that they hold, or the number that is theirs. */
export type AnswerInvitation = {
  readonly person: PersonId;
  readonly assurance: AssuranceLevel;
} & ({ readonly secret: WorkInvitationSecret } | { readonly invitation: WorkInvitationId });

export type NotAnswered =
  /** There is none, it waits for somebody else, or it does so no longer: who answered it themselves is told that. */
  | {
      readonly kind: 'closed';
      readonly standing: Exclude<WorkInvitationStanding, 'open'> | 'unknown';
      readonly isOwn: boolean;
    }
  | { readonly kind: 'too-weak' }
  /** Whoever invited may do so no longer. */
  | { readonly kind: 'lapsed' };

export type AcceptedWork =
  | ({ readonly kind: 'begun' } & Omit<Extract<GivenWaiting, { kind: 'given' }>, 'kind'>)
  /** Their name is not the one that was typed: an administrator looks first. */
  | { readonly kind: 'to-confirm' }
  | NotAnswered;

const answeringNeeds = [
  'workInvitations',
  'organisations',
  'persons',
  ...tracingInvitationNeeds,
  ...tellingNeeds,
] as const;
export const acceptingNeeds = [...answeringNeeds, ...waitingNeeds] as const;

/**
 * Somebody accepts, and works there from now on with what waited for them. Single use: whoever comes second waits for the first, and finds it
 * used.
 */
export const acceptWork = act(
  acceptingNeeds,
  async (context, asked: AnswerInvitation): Promise<AcceptedWork> => {
    const found = await findOpen(context, asked);
    if (found.kind !== 'open') return found;
    const { invitation, person } = found;
    const isMeant = haveSameNames(invitation.names, person);
    const to = isMeant ? 'begun' : 'accepted';
    const given = isMeant ? await giveWaiting(context, invitation, person.id) : null;
    if (given?.kind === 'lapsed') return given;
    const { stores, now } = context;
    await stores.workInvitations.settle(invitation.id, { from: 'open', to, acceptedBy: person.id, at: now });
    await tellInvitation(
      context,
      { person: person.id },
      {
        ...{ invitation, kind: 'accepted', person: person.id },
        details: { confirmed: isMeant, leftOut: given?.leftOut ?? 0 },
      },
    );
    await tellInviter(context, invitation, { person, template: 'work-invitation-accepted' });
    return given === null ? { kind: 'to-confirm' } : { ...given, kind: 'begun' };
  },
);

/** Somebody refuses. Of a number nobody is told: a refusal would say whose it is. It waits on until its time is over, as if nobody had come. */
export const refuseWork = act(
  answeringNeeds,
  async (context, asked: AnswerInvitation): Promise<{ readonly kind: 'refused' } | NotAnswered> => {
    const found = await findOpen(context, asked);
    if (found.kind !== 'open') return found;
    const { invitation, person } = found;
    const { stores, now } = context;
    await stores.workInvitations.settle(invitation.id, {
      ...{ from: 'open', to: 'refused', acceptedBy: person.id, at: now },
    });
    const isTold = invitation.email !== null;
    await tellInvitation(
      context,
      { person: person.id },
      {
        ...{ invitation, kind: 'refused', person: person.id, isTold },
      },
    );
    if (isTold) await tellInviter(context, invitation, { person, template: 'work-invitation-refused' });
    return { kind: 'refused' };
  },
);

type Found =
  | { readonly kind: 'open'; readonly invitation: WorkInvitation; readonly person: Person }
  | NotAnswered;

/** The invitation that somebody may answer now, held until the end of this unit of work. */
async function findOpen(
  context: InvitingContext<typeof answeringNeeds>,
  asked: AnswerInvitation,
): Promise<Found> {
  const { stores, now } = context;
  const id =
    'secret' in asked ? (await stores.workInvitations.findBySecret(asked.secret))?.id : asked.invitation;
  const person = await stores.persons.find(asked.person);
  const invitation = id === undefined ? null : await stores.workInvitations.hold(id);
  if (person === null || invitation === null || !(await isFor(context, asked, invitation)))
    return { kind: 'closed', standing: 'unknown', isOwn: false };
  const standing = standingOf(invitation, now);
  if (standing !== 'open') return { kind: 'closed', standing, isOwn: invitation.acceptedBy === person.id };
  if (!isAtLeast(asked.assurance, ACCEPTING_LEVEL)) return { kind: 'too-weak' };
  return { kind: 'open', invitation, person };
}

/** A link is for whoever holds it; without one, only what waits under a number and names of this person, and what they answered. */
async function isFor(
  context: InvitingContext<readonly ['workInvitations', 'persons']>,
  asked: AnswerInvitation,
  invitation: WorkInvitation,
): Promise<boolean> {
  if ('secret' in asked || invitation.acceptedBy === asked.person) return true;
  return (await invitationsFor(context, asked.person)).some(({ id }) => id === invitation.id);
}

/** What waits under a number of a person, for somebody of their names. */
export async function invitationsFor(
  { stores, now }: InvitingContext<readonly ['workInvitations', 'persons']>,
  id: PersonId,
): Promise<readonly WorkInvitation[]> {
  const waiting = await stores.workInvitations.waitingFor(id, now);
  if (waiting.length === 0) return [];
  const person = await stores.persons.find(id);
  if (person === null || person.number === null) return [];
  return waiting.filter(({ names }) => haveSameNames(names, person));
}

async function tellInviter(
  context: InvitingContext<typeof answeringNeeds>,
  { invited, organisation: id, language }: WorkInvitation,
  {
    person,
    template,
  }: {
    readonly person: Person;
    readonly template: 'work-invitation-accepted' | 'work-invitation-refused';
  },
): Promise<void> {
  const { stores, world } = context;
  const [inviter, organisation] = [
    await stores.persons.find(invited.by),
    await stores.organisations.find(id),
  ];
  if (inviter === null || organisation === null) return;
  const values = {
    name: nameOf(inviter),
    person: nameOf(person),
    organisation: organisation.name,
    reference: correlationCode(world.randomness.bytes(8)),
    link: `${world.settings.sender.origin}${invited.as === 'platform' ? `/platform/organisations/${id}` : `/organisation/${id}/people/invitations`}`,
  };
  await writeToPerson(context, inviter.id, { content: { template, values }, language });
}

function nameOf({ givenNames, familyName }: Person): string {
  return `${givenNames} ${familyName}`.trim();
}
