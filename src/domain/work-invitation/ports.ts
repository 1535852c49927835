import type { OrganisationId } from '../organisation/index.ts';
import type { NationalNumber, PersonId } from '../person/index.ts';
import type { WorkInvitation, WorkInvitationId, WorkInvitationSecret, WorkInvitationState } from './model.ts';

/** By what an invitation is found: the link that was mailed, or the number under which it waits. */
export type InvitationKey =
  | { readonly secret: WorkInvitationSecret; readonly email: string }
  | { readonly number: NationalNumber };

/** Work invitations. Neither the secret of a link nor a number is kept, only hashes. */
export type WorkInvitationStore = {
  /** Keeps it; one of the same organisation to the same address or number that is open is withdrawn by it. */
  add(invitation: WorkInvitation, key: InvitationKey): Promise<void>;
  /** Whatever became of it. */
  findBySecret(secret: WorkInvitationSecret): Promise<WorkInvitation | null>;
  /** One of any organisation, held until this unit of work ends: who else answers it at this moment waits, and finds it answered. */
  hold(id: WorkInvitationId): Promise<WorkInvitation | null>;
  /** Those of an organisation that are open or to be confirmed, the newest first. */
  waitingIn(organisation: OrganisationId, at: Date): Promise<readonly WorkInvitation[]>;
  /** Those that wait under any number of a person. Whether the names are theirs is for the caller to say. */
  waitingFor(person: PersonId, at: Date): Promise<readonly WorkInvitation[]>;
  /** Gives it another link and time; the one before opens nothing any more. */
  sendAgain(id: WorkInvitationId, secret: WorkInvitationSecret, expiresAt: Date): Promise<void>;
  /** From one state to another: when it was answered meanwhile, nothing of this unit of work is kept (`ChangedMeanwhile`). */
  settle(
    id: WorkInvitationId,
    change: {
      readonly from: WorkInvitationState;
      readonly to: WorkInvitationState;
      readonly acceptedBy: PersonId | null;
      readonly at: Date;
    },
  ): Promise<void>;
};

/** How often somebody may invite. */
export type InvitationBounds = {
  readonly windowMilliseconds: number;
  readonly perAdministrator: number;
  /** Of one organisation to one address or number. */
  readonly perTarget: number;
};

/** Counts invitations, as they are made. */
export type InvitationTries = {
  /** Counts one more; beyond the bounds it says when the next one is taken, and counts nothing. */
  count(
    tried: { readonly by: PersonId; readonly organisation: OrganisationId; readonly target: string },
    at: Date,
    bounds: InvitationBounds,
  ): Promise<{ readonly kind: 'open' } | { readonly kind: 'wait'; readonly until: Date }>;
};
