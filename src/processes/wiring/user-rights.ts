import type { MailSender } from '../../base/mail-sender.ts';
import type { Clock } from '../../base/time.ts';
import type { UserRightWorld } from '../../domain/user-rights/index.ts';
import type { Store } from '../../store/index.ts';
import { systemRandomness } from './randomness.ts';

/** Giving, changing and ending user rights, on the store of this process. */
export function userRightWorld(
  { inTransaction }: Pick<Store, 'inTransaction'>,
  { clock, sender }: { readonly clock: Clock; readonly sender: MailSender },
): UserRightWorld {
  return { clock, randomness: systemRandomness, inTransaction, settings: { sender } };
}
