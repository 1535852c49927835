import type { Organisation } from '../organisation/index.ts';
import type { Person } from '../person/index.ts';
import { type Invitation, type InvitationSecret, type InvitationStanding, standingOf } from './model.ts';
import { act } from './world.ts';

/** An invitation as whoever opens its link sees it. */
export type InvitationView = {
  readonly invitation: Invitation;
  readonly standing: InvitationStanding;
  readonly organisation: Organisation;
  /** Who is meant, where they are somebody here already. */
  readonly known: Person | null;
};

/** Looks at an invitation, and changes nothing: programs look at links in mails before people do. `null` when there is none. */
export const viewInvitation = act(
  ['invitations', 'organisations', 'persons'],
  async (
    { stores, now },
    { secret }: { readonly secret: InvitationSecret },
  ): Promise<InvitationView | null> => {
    const invitation = await stores.invitations.findBySecret(secret);
    if (invitation === null) return null;
    const organisation = await stores.organisations.find(invitation.organisation);
    if (organisation === null) throw new Error('the organisation of an invitation is gone');
    const known = await stores.persons.find(invitation.person);
    return { invitation, standing: standingOf(invitation, now), organisation, known };
  },
);
