import { DAY } from '../../base/time.ts';
import type { Surroundings, World } from '../../base/unit-of-work.ts';
import { actsIn, declaringActs, type Moment } from '../acting/index.ts';
import type { AppointmentStores } from '../appointment/index.ts';
import type { UserRightStores } from '../user-rights/index.ts';
import type { WorkRelationSettings } from '../work-relation/index.ts';
import type { InvitationBounds, InvitationTries, WorkInvitationStore } from './ports.ts';

/** Everything that invitations to work for an organisation keep and read: bound to one transaction. */
export type WorkInvitationStores = AppointmentStores &
  Pick<UserRightStores, 'userRights' | 'applications'> & {
    readonly workInvitations: WorkInvitationStore;
    readonly invitationTries: InvitationTries;
  };

export type WorkInvitationSettings = WorkRelationSettings;

/** One transaction at one moment, with the stores that an act or a step of it names. */
export type InvitingContext<Needs extends readonly (keyof WorkInvitationStores)[]> = Moment<
  Surroundings<WorkInvitationSettings>,
  WorkInvitationStores,
  Needs
>;

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surroundings<WorkInvitationSettings>, WorkInvitationStores>();

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindWorkInvitations(world: World<WorkInvitationStores, WorkInvitationSettings>) {
  return actsIn<Surroundings<WorkInvitationSettings>, WorkInvitationStores>(world);
}

/** A town takes on nobody faster; whoever tries numbers does. */
export const invitationBounds: InvitationBounds = {
  windowMilliseconds: DAY,
  perAdministrator: 100,
  perTarget: 3,
};
