import type { Clock } from '../../base/time.ts';
import type { Settings } from '../../config/settings.ts';
import { accountApplicationId } from '../../domain/account/index.ts';
import { organisationApplicationId } from '../../domain/administration/index.ts';
import type { ApplicationId } from '../../domain/application/index.ts';
import { invitationApplicationId } from '../../domain/invitation/index.ts';
import { requestApplicationId } from '../../domain/registration/index.ts';
import { caseworkApplicationId, openStaffDirectory } from '../../domain/staff/index.ts';
import {
  type Login,
  openAccountSessions,
  openApplicantSessions,
  openInvitedStaff,
  openOrganisationSessions,
  openStaffSessions,
  type WaitingProtocol,
} from '../../login/index.ts';
import type { Store } from '../../store/index.ts';
import { invitationWorld } from './invitations.ts';

/** The sessions on our own pages, and who of them waits for the end of a login. */
export function openOwnSessions({
  login,
  store,
  settings,
  clock,
}: {
  readonly login: Login;
  readonly store: Store;
  readonly settings: Settings;
  readonly clock: Clock;
}) {
  const { webSessions, inTransaction } = store;
  const directory = openStaffDirectory(inTransaction);
  const staff = openStaffSessions({ login, clock, directory, webSessions, inTransaction });
  const applicants = openApplicantSessions({ login, clock, webSessions, inTransaction });
  const accounts = openAccountSessions({ login, clock, webSessions, inTransaction });
  const organisations = openOrganisationSessions({ login, clock, webSessions, inTransaction });
  const invited = openInvitedStaff({ login, webSessions, world: invitationWorld(store, settings, clock) });
  const waiting = new Map<string, WaitingProtocol>([
    [caseworkApplicationId, staff.waiting],
    [requestApplicationId, applicants.waiting],
    [accountApplicationId, accounts.waiting],
    [organisationApplicationId, organisations.waiting],
    [invitationApplicationId, invited.waiting],
  ]);
  /** `undefined` for an application that is none of ours. */
  const waitingFor = (application: ApplicationId) => waiting.get(application);
  return { staff, applicants, accounts, organisations, invited, waitingFor };
}
