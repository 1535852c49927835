import type { OidcModel, OidcStates, StatePayload } from '../../login/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { hashId, type Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import { restingOn, stillRests } from '../persons/index.ts';
import { type GrantRow, HELD_COLUMNS, HELD_JOINS, readGrant } from './login-grants.ts';

type StateRow = { id_hash: Buffer; payload: Buffer; consumed_at: Date | null; version: number };

const PLACE = 'oidc_states.payload';

const addOnce: Statement = {
  name: 'oidc_states.add_once',
  text: `with first as (
      insert into used_ids (id_hash, expires_at) values ($1, $4) on conflict (id_hash) do nothing returning 1
    )
    insert into oidc_states (id_hash, model, payload, expires_at)
    select $1::bytea, $2, $3::bytea, $4::timestamptz where exists (select from first)`,
};
const find: Statement = {
  name: 'oidc_states.find',
  readsOnly: true,
  text: `select id_hash, payload, consumed_at, version from oidc_states s where id_hash = $1 and expires_at > $2 and ${stillRests('s')}`,
};
const destroy: Statement = {
  name: 'oidc_states.destroy',
  text: 'delete from oidc_states where id_hash = $1',
};
// Of each part there is one row, said so: a plan made while the tables were small would read all logins for each token later on.
const findWithLogin: Statement = {
  name: 'oidc_states.find_with_login',
  readsOnly: true,
  text: `select s.id_hash, s.payload, s.consumed_at, s.version, ${HELD_COLUMNS}
    from (select id_hash, payload, consumed_at, version, grant_id from oidc_states where id_hash = $1 and expires_at > $2 limit 1) s
    cross join lateral (select * from login_grants grants
      where grants.id = s.grant_id and grants.expires_at > $2 and ${stillRests('grants')} limit 1) g
    ${HELD_JOINS}`,
};

/** State of OpenID Connect, each call one statement. Only hashes of ids are kept, and payloads sealed: a dump holds no usable session, code or token. */
export function oidcStatesOn({ queries, protection, clock, ensurePartition }: StoreContext): OidcStates {
  const findWithLoginOf = async (model: OidcModel, id: string) => {
    const row = await queries.first<StateRow & GrantRow>(findWithLogin, [hashId(model, id), clock()]);
    const payload = readState(protection, row);
    return row === null || payload === null ? null : { payload, login: readGrant(protection, row) };
  };
  return {
    async addOnce(model, id, payload, expiresAt) {
      await ensurePartition('oidc_states', expiresAt);
      const { key, sealed } = sealState(protection, { model, id, payload });
      return (await queries.change(addOnce, [key, model, sealed, expiresAt])) === 1;
    },
    async find(model, id) {
      return readState(protection, await queries.first<StateRow>(find, [hashId(model, id), clock()]));
    },
    async destroy(model, id) {
      await queries.change(destroy, [hashId(model, id)]);
    },
    findToken: (id) => findWithLoginOf('AccessToken', id),
    findCode: (id) => findWithLoginOf('AuthorizationCode', id),
  };
}

type State = { readonly model: OidcModel; readonly id: string; readonly payload: StatePayload };

/** A state as it is kept: under the hash of its id, sealed, with what it rests on. */
export function sealState(protection: Protection, { model, id, payload }: State) {
  // These have columns of their own.
  const { version: _, consumed: __, ...kept } = payload;
  const { restsOn, restsSince } = kept;
  const key = hashId(model, id);
  return {
    key,
    sealed: protection.seal(PLACE, key, JSON.stringify(kept)),
    resting: restingOn(restsOn && restsSince ? { on: restsOn, since: new Date(restsSince) } : null),
  };
}

function readState(protection: Protection, row: StateRow | null): StatePayload | null {
  if (row === null) return null;
  const kept = JSON.parse(protection.open(PLACE, row.id_hash, row.payload)) as StatePayload;
  const payload = { ...kept, version: row.version };
  if (row.consumed_at === null) return payload;
  return { ...payload, consumed: Math.floor(row.consumed_at.getTime() / 1000) };
}
