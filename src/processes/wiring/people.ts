import type { MailSender } from '../../base/mail-sender.ts';
import type { Clock } from '../../base/time.ts';
import { openWorkInvitations, type WorkInvitations } from '../../domain/work-invitation/index.ts';
import { openPeople, type People } from '../../domain/work-relation/index.ts';
import type { Store } from '../../store/index.ts';
import { systemRandomness } from './randomness.ts';

/** Who works for organisations, and how they come there, on the store of this process. */
export function openPeopleOf({
  store,
  clock,
  sender,
}: {
  readonly store: Pick<Store, 'inTransaction'>;
  readonly clock: Clock;
  readonly sender: MailSender;
}): { readonly people: People; readonly workInvitations: WorkInvitations } {
  const { inTransaction } = store;
  const world = { clock, randomness: systemRandomness, inTransaction, settings: { sender } };
  return { people: openPeople(world), workInvitations: openWorkInvitations(world) };
}
