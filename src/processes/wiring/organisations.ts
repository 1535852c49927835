import type { MailSender } from '../../base/mail-sender.ts';
import type { Clock } from '../../base/time.ts';
import { openOverview } from '../../domain/access-overview/index.ts';
import { openAccessRequests } from '../../domain/access-request/index.ts';
import { openAppointments } from '../../domain/appointment/index.ts';
import { openOrganisationDesk } from '../../domain/organisation-desk/index.ts';
import { openUserRights } from '../../domain/user-rights/index.ts';
import type { Store } from '../../store/index.ts';
import { accessRequestWorld } from './access-requests.ts';
import { openPeopleOf } from './people.ts';
import { systemRandomness } from './randomness.ts';
import { userRightWorld } from './user-rights.ts';

/** What administrators do on the pages of their organisation, and what people ask of them, on the store of this process. */
export function openOrganisations({
  store,
  clock,
  sender,
}: {
  readonly store: Pick<Store, 'inTransaction'>;
  readonly clock: Clock;
  readonly sender: MailSender;
}) {
  const { inTransaction } = store;
  const world = { clock, randomness: systemRandomness, inTransaction, settings: { sender } };
  return {
    organisationDesk: openOrganisationDesk(world),
    appointments: openAppointments(world),
    accessOverview: openOverview(world),
    userRights: openUserRights(userRightWorld(store, { clock, sender })),
    ...openPeopleOf({ store, clock, sender }),
    accessRequests: openAccessRequests(accessRequestWorld({ store, clock, sender })),
  };
}
