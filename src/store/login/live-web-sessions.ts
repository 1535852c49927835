import {
  accountApplicationId,
  type DeviceId,
  type LiveLogin,
  type LiveLoginStore,
} from '../../domain/account/index.ts';
import { organisationApplicationId } from '../../domain/administration/index.ts';
import type { ApplicationId } from '../../domain/application/index.ts';
import { requestApplicationId } from '../../domain/registration/index.ts';
import { caseworkApplicationId } from '../../domain/staff/index.ts';
import type { WebSessionKind } from '../../login/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { stillRests } from '../persons/index.ts';

type Row = { kind: WebSessionKind; rests_on: readonly string[]; rests_since: Date };

const of: Statement = {
  name: 'web_sessions.live_of_person',
  readsOnly: true,
  text: `select kind, rests_on, rests_since from web_sessions s
    where rests_on[1] = $1 and expires_at > $2 and ${stillRests('s')} order by rests_since desc limit 100`,
};

const applications: Readonly<Record<WebSessionKind, ApplicationId>> = {
  staff: caseworkApplicationId,
  applicant: requestApplicationId,
  account: accountApplicationId,
  organisation: organisationApplicationId,
};

/** Sessions of somebody on our own pages, as logins: which browser they are in stands among what they rest on. */
export function liveWebSessionsIn({ queries }: StoreContext): LiveLoginStore['of'] {
  return async (person, at) => {
    const rows = await queries.all<Row>(of, [person, at]);
    return rows.map(
      ({ kind, rests_on, rests_since }): LiveLogin => ({
        application: applications[kind],
        // What an applicant follows stands behind it.
        device: (rests_on.at(kind === 'applicant' ? -2 : -1) ?? null) as DeviceId | null,
        means: null,
        at: rests_since,
      }),
    );
  };
}
