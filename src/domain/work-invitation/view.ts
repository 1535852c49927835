import type { Organisation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { invitationsFor } from './answer.ts';
import {
  standingOf,
  type WorkInvitation,
  type WorkInvitationSecret,
  type WorkInvitationStanding,
} from './model.ts';
import { act, type InvitingContext } from './world.ts';

/** An invitation as whoever is invited sees it. */
export type WorkInvitationView = {
  readonly invitation: WorkInvitation;
  readonly standing: WorkInvitationStanding;
  readonly organisation: Organisation;
  /** The name of whoever invites. */
  readonly inviter: string;
};

const viewingNeeds = ['workInvitations', 'organisations', 'persons'] as const;

/** Looks at the invitation of a link, and changes nothing: programs look at links in mails before people do. `null` when there is none. */
export const viewWorkInvitation = act(
  viewingNeeds,
  async (
    context,
    { secret }: { readonly secret: WorkInvitationSecret },
  ): Promise<WorkInvitationView | null> => {
    const invitation = await context.stores.workInvitations.findBySecret(secret);
    return invitation && viewOf(context, invitation);
  },
);

/** What waits for somebody under their number and names, the first to end in front. */
export const openInvitationsFor = act(
  viewingNeeds,
  async (context, { person }: { readonly person: PersonId }): Promise<readonly WorkInvitationView[]> => {
    const views: WorkInvitationView[] = [];
    for (const each of await invitationsFor(context, person)) views.push(await viewOf(context, each));
    return views;
  },
);

async function viewOf(
  { stores, now }: InvitingContext<typeof viewingNeeds>,
  invitation: WorkInvitation,
): Promise<WorkInvitationView> {
  const organisation = await stores.organisations.find(invitation.organisation);
  if (organisation === null) throw new Error('the organisation of an invitation is gone');
  const inviter = await stores.persons.find(invitation.invited.by);
  const name = inviter === null ? '' : `${inviter.givenNames} ${inviter.familyName}`.trim();
  return { invitation, standing: standingOf(invitation, now), organisation, inviter: name };
}
