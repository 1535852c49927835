import type { Logger } from 'pino';
import type { Settings } from '../../config/settings.ts';
import { expireDocumentsDuty } from '../../domain/documents/index.ts';
import { remindOfEndingDuty } from '../../domain/user-rights/index.ts';
import type { Store } from '../../store/index.ts';
import { accessRequestDuties } from '../wiring/access-requests.ts';
import { accountJobs } from '../wiring/account.ts';
import { caseworkDuties, caseworkJobs } from '../wiring/casework.ts';
import { ownMeansDuties } from '../wiring/own-means.ts';
import { systemRandomness } from '../wiring/randomness.ts';
import { userRightWorld } from '../wiring/user-rights.ts';
import { startWorking, type Working } from './work-loop.ts';

/** The worker with everything that this release has to do: mail, cases, documents, rights that end, upkeep. */
export function startWorker(options: {
  readonly store: Store;
  readonly settings: Settings;
  readonly log: Logger;
}): Working {
  const { store } = options;
  const { clock } = store;
  const { sender } = options.settings.mail;
  const expiry = expireDocumentsDuty({ randomness: systemRandomness, inTransaction: store.inTransaction });
  const duties = [
    ...caseworkDuties({ ...options, clock }),
    ...ownMeansDuties({ store, clock, sender }),
    ...accessRequestDuties({ ...options, clock, sender }),
    remindOfEndingDuty(userRightWorld(store, { clock, sender })),
    expiry,
  ];
  const jobs = {
    ...caseworkJobs({ ...options, clock }),
    ...accountJobs({ store, clock, sender }),
  };
  return startWorking({ ...options, clock, duties, jobs });
}
