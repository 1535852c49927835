import type { MailSender } from '../../base/mail-sender.ts';
import type { Clock } from '../../base/time.ts';
import {
  type Account,
  bindAccount,
  type NewLogin,
  newLoginJob,
  openAccount,
  tellNewLogin,
} from '../../domain/account/index.ts';
import type { Tile } from '../../domain/login-means/index.ts';
import type { Store } from '../../store/index.ts';
import type { JobHandlers } from '../working/work-off.ts';
import { systemRandomness } from './randomness.ts';

type AccountOptions = {
  readonly store: Pick<Store, 'inTransaction'>;
  readonly clock: Clock;
  readonly sender: MailSender;
  readonly tiles: (at: Date) => Promise<readonly Tile[]>;
};

/** What people see and do in their own account, on the store of this process. */
export function openAccounts(options: AccountOptions): Account {
  return openAccount(accountWorld(options));
}

/** What follows a login that was new to somebody. */
export function accountJobs(options: Omit<AccountOptions, 'tiles'>): JobHandlers {
  const run = bindAccount(accountWorld({ ...options, tiles: async () => [] }));
  const tell = run(tellNewLogin);
  return { [newLoginJob]: (payload) => tell(payload as NewLogin) };
}

function accountWorld({ store, clock, sender, tiles }: AccountOptions) {
  const { inTransaction } = store;
  return { clock, randomness: systemRandomness, inTransaction, settings: { sender, tiles } };
}
