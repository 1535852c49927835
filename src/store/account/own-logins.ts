import {
  type DeviceId,
  type OwnLoginStore,
  type OwnLogins,
  readBrowserFamily,
} from '../../domain/account/index.ts';
import { parseLoginMeans } from '../../domain/login-means/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { allWhoAre } from './known-logins.ts';

type DeviceRow = { id: string; family: string; first_used_at: Date; last_used_at: Date };
type MeansRow = {
  means: string;
  first_used_at: Date | null;
  last_used_at: Date | null;
  blocked_at: Date | null;
};

const devices: Statement = {
  name: 'own_logins.devices',
  readsOnly: true,
  text: `select id, family, first_used_at, last_used_at from account_devices
    where person = ${allWhoAre('$1')} order by last_used_at desc limit 50`,
};
const means: Statement = {
  name: 'own_logins.means',
  readsOnly: true,
  text: `select means, min(first_used_at) as first_used_at, max(last_used_at) as last_used_at, min(blocked_at) as blocked_at
    from account_means where person = ${allWhoAre('$1')} group by means order by means`,
};
const block: Statement = {
  name: 'own_logins.block',
  text: `insert into account_means (person, means, blocked_at) values ($1, $2, $3)
    on conflict (person, means) do update set blocked_at = coalesce(account_means.blocked_at, excluded.blocked_at)`,
};
const unblock: Statement = {
  name: 'own_logins.unblock',
  text: `update account_means set blocked_at = null where person = ${allWhoAre('$1')} and means = $2`,
};

/** How somebody logs in, as they see it and decide about it themselves. */
export function ownLoginsIn({ queries }: StoreContext): OwnLoginStore {
  return {
    async of(person): Promise<OwnLogins> {
      const [deviceRows, meansRows] = [
        await queries.all<DeviceRow>(devices, [person]),
        await queries.all<MeansRow>(means, [person]),
      ];
      return {
        devices: deviceRows.map((row) => ({
          id: row.id as DeviceId,
          family: readBrowserFamily(row.family),
          firstUsedAt: row.first_used_at,
          lastUsedAt: row.last_used_at,
        })),
        means: meansRows.flatMap((row) => {
          const code = parseLoginMeans(row.means);
          return code === null
            ? []
            : [
                {
                  code,
                  firstUsedAt: row.first_used_at,
                  lastUsedAt: row.last_used_at,
                  blockedAt: row.blocked_at,
                },
              ];
        }),
      };
    },
    async block(person, code, at) {
      await queries.changeUnheard(block, [person, code, at]);
    },
    async unblock(person, code) {
      await queries.changeUnheard(unblock, [person, code]);
    },
  };
}
