import type { Logger } from 'pino';
import type { Duty } from '../../base/duty.ts';
import { describeError } from '../../base/error-code.ts';
import type { MailSender } from '../../base/mail-sender.ts';
import { type Clock, HOUR } from '../../base/time.ts';
import {
  type AccessRequestWorld,
  openAccessRequests,
  requestDuties,
} from '../../domain/access-request/index.ts';
import type { Store } from '../../store/index.ts';
import { openThrottle } from '../../web/index.ts';
import { ORGANISATION_SEARCHES_PER_HOUR } from './policy.ts';
import { systemRandomness } from './randomness.ts';

type RequestOptions = {
  readonly store: Pick<Store, 'inTransaction'>;
  readonly clock: Clock;
  readonly sender: MailSender;
};

/** Requests for access, on the store of this process. */
export function accessRequestWorld({ store, clock, sender }: RequestOptions): AccessRequestWorld {
  const { inTransaction } = store;
  return { clock, randomness: systemRandomness, inTransaction, settings: { sender } };
}

/** Asking an organisation for access, and deciding about it, for the pages. */
export function openAskingForAccess(options: RequestOptions) {
  return {
    accessRequests: openAccessRequests(accessRequestWorld(options)),
    organisationSearches: openThrottle(options.clock, ORGANISATION_SEARCHES_PER_HOUR, HOUR),
  };
}

/** What time does to requests for access; one that cannot be handled is a line in the log. */
export function accessRequestDuties(
  options: RequestOptions & { readonly log: Pick<Logger, 'error'> },
): readonly Duty[] {
  return requestDuties(accessRequestWorld(options), ({ request, error }) =>
    options.log.error({ request, ...describeError(error) }, 'a request for access cannot be handled'),
  );
}
