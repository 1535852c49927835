import type { Logger } from 'pino';
import type { Duty } from '../../base/duty.ts';
import { describeError } from '../../base/error-code.ts';
import type { MailSender } from '../../base/mail-sender.ts';
import type { Clock } from '../../base/time.ts';
import { type AccessRequestWorld, requestDuties } from '../../domain/access-request/index.ts';
import type { Store } from '../../store/index.ts';
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

/** What time does to requests for access; one that cannot be handled is a line in the log. */
export function accessRequestDuties(
  options: RequestOptions & { readonly log: Pick<Logger, 'error'> },
): readonly Duty[] {
  return requestDuties(accessRequestWorld(options), ({ request, error }) =>
    options.log.error({ request, ...describeError(error) }, 'a request for access cannot be handled'),
  );
}
