import type { Organisation, OrganisationId, OrganisationStore, WorkRelation } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { UserRight, UserRightStore } from '../rights/index.ts';
import type { StaffRight } from '../staff/index.ts';
import type { Invitation, InvitationId, InvitationSecret } from './model.ts';

/** Invitations of staff. The secret of a link is never kept, only its hash. */
export type InvitationStore = {
  add(invitation: Invitation, secret: InvitationSecret): Promise<void>;
  /** Whatever became of it. */
  findBySecret(secret: InvitationSecret): Promise<Invitation | null>;
  /** The same, held until this unit of work ends: who else uses it at this moment waits, and finds it used. */
  hold(secret: InvitationSecret): Promise<Invitation | null>;
  find(id: InvitationId): Promise<Invitation | null>;
  /** Those that wait to be accepted, the newest first; only those to one address where that is named. */
  listOpen(at: Date, email?: string): Promise<readonly Invitation[]>;
  /** Who accepted an invitation to this address last; `null` when nobody did. */
  personOf(email: string): Promise<PersonId | null>;
  /** Single use: when it was used or withdrawn meanwhile, nothing of this unit of work is kept (`ChangedMeanwhile`). */
  markAccepted(id: InvitationId, person: PersonId, at: Date): Promise<void>;
  /** Takes back what is open; nothing happens to any other. */
  withdraw(ids: readonly InvitationId[], at: Date): Promise<void>;
};

/** Organisations, as an invitation needs them: the platform's own is made where there is none. */
export type InvitingOrganisations = Pick<OrganisationStore, 'find' | 'findByCode'> & {
  put(organisation: Organisation): Promise<Organisation>;
  /** A person has at most one live work relation per organisation; the same one again changes nothing. */
  addWorkRelation(relation: WorkRelation): Promise<WorkRelation>;
};

/** Rights of one person, to be given and ended. */
export type GivenRights = Pick<UserRightStore, 'tiesOf'> & {
  add(right: UserRight): Promise<void>;
  end(id: string, at: Date): Promise<void>;
};

/** A right of staff that counts now, and whose it is. */
export type StaffRightHeld = {
  readonly id: string;
  readonly person: PersonId;
  readonly name: string;
  readonly organisation: OrganisationId;
  readonly organisationName: string;
  readonly right: StaffRight;
};

/** Everybody who works with Sluis. */
export type StaffList = {
  /** The rights of staff that count now, by name; of one person alone where that is named. */
  rightsHeld(at: Date, person?: PersonId): Promise<readonly StaffRightHeld[]>;
};
