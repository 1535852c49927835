import type { DeviceId, LiveLogin, LiveLoginStore } from '../../domain/account/index.ts';
import type { ApplicationId } from '../../domain/application/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { liveWebSessionsIn } from '../login/index.ts';
import { stillRests } from '../persons/index.ts';
import { readContent } from './login-grants.ts';

type Row = { id: string; application: string; content: Buffer };

const of: Statement = {
  name: 'live_logins.of',
  readsOnly: true,
  text: `select id, application, content from login_grants g
    where person = $1 and expires_at > $2 and ${stillRests('g')} order by created_at desc limit 100`,
};

/** Logins of somebody that count now: into applications, and into pages of our own. */
export function liveLoginsIn(context: StoreContext): LiveLoginStore {
  const { queries, protection } = context;
  const ownPages = liveWebSessionsIn(context);
  return {
    async of(person, at) {
      const rows = await queries.all<Row>(of, [person, at]);
      const given = rows.map(({ id, application, content }): LiveLogin => {
        const { authentication } = readContent(protection, id, content);
        return {
          application: application as ApplicationId,
          device: (authentication.device ?? null) as DeviceId | null,
          means: authentication.means,
          at: authentication.at,
        };
      });
      return [...given, ...(await ownPages(person, at))];
    },
  };
}
