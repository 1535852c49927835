import type { ApplicationId } from '../../domain/application/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import {
  foundationOf,
  type HeldLogin,
  type LoginGrant,
  type LoginGrants,
  type Standing,
} from '../../login/index.ts';
import { eventsAsJson, insertEvents } from '../audit/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { decodeJson, encodeJson } from '../ground/json.ts';
import type { Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import { type PersonAheadRow, readPersonAhead, withPerson } from '../login/index.ts';
import { readTies, selectTies, type TiesRow } from '../organisations/index.ts';
import { PERSON_COLUMNS, type PersonRow, readPerson, restingOn, stillRests } from '../persons/index.ts';

/** What the store does with grants besides, within the changes of one request. */
export type StoredGrants = LoginGrants & {
  put(grant: LoginGrant): Promise<void>;
  /** Takes a login into another session. */
  move(id: string, session: string): Promise<void>;
};

export type GrantRow = PersonRow &
  TiesRow & {
    id: string;
    application: string;
    session: string;
    content: Buffer;
    created_at: Date;
    expires_at: Date;
  };
type Content = Pick<LoginGrant, 'capacity' | 'authentication' | 'acrAsked' | 'scopes' | 'correlation'>;

/** Of each part that there is not, every column is null. */
type StandingRow = (Pick<GrantRow, 'id' | 'content'> | { id: null }) & PersonAheadRow;

const PLACE = 'login_grants.content';

/** What of a login `g` is read with its person, and what is joined for that. */
export const HELD_COLUMNS = `g.id, g.application, g.session, g.content, g.created_at, g.expires_at, ${PERSON_COLUMNS}, ties.*`;
export const HELD_JOINS = `join persons p on p.id = g.person
  left join person_numbers n on n.person = p.id and n.valid_until is null
  cross join lateral (${selectTies('p.id', 'g.application')}) ties`;

const put: Statement = {
  name: 'login_grants.put',
  text: `insert into login_grants
      (id, person, application, session, content, created_at, expires_at, rests_on, rests_since)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
};
const find: Statement = {
  name: 'login_grants.find',
  readsOnly: true,
  text: `select ${HELD_COLUMNS} from login_grants g ${HELD_JOINS}
    where g.id = $1 and g.expires_at > $2 and ${stillRests('g')}`,
};
const ahead = withPerson('$3::uuid', '$2');
const findStanding: Statement = {
  name: 'login_grants.find_standing',
  readsOnly: true,
  text: `select before.*, ${ahead.columns}
    from (select 1) one
    left join lateral (select g.id, g.content from login_grants g
      where g.session = $1 and g.application = $2 and g.expires_at > $4 and ${stillRests('g')}
      order by g.created_at desc limit 1) before on true
    ${ahead.joins}`,
};
const move: Statement = {
  name: 'login_grants.move',
  text: 'update login_grants set session = $2 where id = $1',
};
const end: Statement = {
  name: 'login_grants.end',
  text: `with ended as (
      delete from login_grants where id = $1
    ), revoked as (
      delete from oidc_states where grant_id = $1
    )
    ${insertEvents('$2')}`,
};
const endInSession: Statement = {
  name: 'login_grants.end_in_session',
  text: `with ended as (
      delete from login_grants where session = $1 and application = $2 returning id
    ), revoked as (
      delete from oidc_states where grant_id in (select id from ended)
    )
    ${insertEvents('$3')}`,
};

/** Logins as given to applications, each call one statement. */
export function loginGrantsOn({ queries, protection, clock, ensurePartition }: StoreContext): StoredGrants {
  const read = (row: GrantRow | null) => (row === null ? null : readGrant(protection, row));
  return {
    async put(grant) {
      await ensurePartition('login_grants', grant.expiresAt);
      const { id, person, application, session, createdAt, expiresAt } = grant;
      const { capacity, authentication, acrAsked, scopes, correlation } = grant;
      const content: Content = { capacity, authentication, acrAsked, scopes, correlation };
      const sealed = protection.seal(PLACE, id, encodeJson(content));
      const row = [id, person.id, application, session, sealed, createdAt, expiresAt];
      const resting = restingOn(foundationOf({ person: person.id, authentication }));
      await queries.changeUnheard(put, [...row, ...resting]);
    },
    find: async (id) => read(await queries.first<GrantRow>(find, [id, clock()])),
    async findStanding(session, application, person) {
      const row = await queries.first<StandingRow>(findStanding, [session, application, person, clock()]);
      if (row === null) throw new Error('a query of one row must give it');
      return readStanding(protection, person, row);
    },
    async move(id, session) {
      await queries.changeUnheard(move, [id, session]);
    },
    async end(id, events) {
      const at = clock();
      await ensurePartition('audit_events', at);
      await queries.change(end, [id, eventsAsJson(events, at)]);
    },
    async endInSession(session, application, events) {
      const at = clock();
      await ensurePartition('audit_events', at);
      await queries.change(endInSession, [session, application, eventsAsJson(events, at)]);
    },
  };
}

function readStanding(protection: Protection, id: PersonId, row: StandingRow): Standing {
  return {
    before:
      row.id === null
        ? null
        : { id: row.id, capacity: readContent(protection, row.id, row.content).capacity },
    person: readPersonAhead(protection, id, row),
  };
}

/** What is kept sealed of a login, of the row with this id. */
export function readContent(protection: Protection, id: string, content: Buffer): Content {
  return decodeJson<Content>(protection.open(PLACE, id, content));
}

/** Reads a login with its person and their ties. */
export function readGrant(protection: Protection, row: GrantRow): HeldLogin {
  return {
    ...readContent(protection, row.id, row.content),
    id: row.id,
    person: readPerson(protection, row),
    ties: readTies(row),
    application: row.application as ApplicationId,
    session: row.session,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
