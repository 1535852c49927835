import type { PersonId } from '../domain/person/index.ts';
import type { StoreContext } from './context.ts';
import { hashId } from './sealing.ts';
import type { Statement } from './statement.ts';

const sessionsOf: Statement = {
  name: 'person_logins.sessions',
  text: 'select distinct session from login_grants where person = $1 and expires_at > $2',
};
const end: Statement = {
  name: 'person_logins.end',
  text: `with ended as (
      delete from login_grants where person = $1 and expires_at > $2 returning id
    )
    delete from oidc_states where expires_at > $2 and (grant_id in (select id from ended) or uid_hash = any($3::bytea[]))`,
};

/** Ends every login of a person, with its session, codes and tokens. */
export function endLoginsIn({ queries }: StoreContext) {
  return async (person: PersonId, at: Date): Promise<void> => {
    const sessions = await queries.all<{ session: string }>(sessionsOf, [person, at]);
    const uids = sessions.map(({ session }) => hashId('Session uid', session));
    await queries.change(end, [person, at, uids]);
  };
}
