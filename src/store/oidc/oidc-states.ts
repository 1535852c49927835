import type { Clock } from '../../base/time.ts';
import type { AuditEvent } from '../../domain/audit/index.ts';
import type { OidcModel, OidcStates, StatePayload } from '../../login/index.ts';
import { eventsAsJson, insertEvents } from '../audit/index.ts';
import type { StoreContext } from '../ground/context.ts';
import { hashId, type Protection } from '../ground/sealing.ts';
import type { Statement } from '../ground/statement.ts';
import { PERSON_COLUMNS, restingOn, stillRests } from '../persons/index.ts';
import { type GrantRow, readGrant } from './login-grants.ts';

/**
 * State of OpenID Connect, and what the store does with it besides, within the changes of one request. Only hashes of ids are kept, and
 * payloads sealed: a dump holds no usable session, code or token.
 */
export type StoredStates = Omit<OidcStates, 'commit'> & {
  /** Adds or replaces; `events` are recorded in the same statement. */
  upsert(
    model: OidcModel,
    id: string,
    payload: StatePayload,
    expiresAt: Date,
    events?: readonly AuditEvent[],
  ): Promise<void>;
  /** Replaces what still has this version; false when it was changed, or is over. */
  replace(
    model: OidcModel,
    id: string,
    payload: StatePayload,
    expiresAt: Date,
    was: number,
  ): Promise<boolean>;
  /** Single use: one conditional update that tells whether it won. */
  consume(model: OidcModel, id: string, at: Date): Promise<boolean>;
};

type StateRow = { id_hash: Buffer; payload: Buffer; consumed_at: Date | null; version: number };

const PLACE = 'oidc_states.payload';

// The key must hold the time it is cut by, so a moved expiry is an update first and an insert only when nothing was there.
const upsert: Statement = {
  name: 'oidc_states.upsert',
  text: `with changed as (
      update oidc_states set payload = $4, expires_at = $5, grant_id = $3, uid_hash = $6, version = version + 1,
        rests_on = $8, rests_since = $9
      where id_hash = $1 and expires_at > $7 returning 1
    )
    insert into oidc_states (id_hash, model, grant_id, payload, expires_at, uid_hash, rests_on, rests_since)
    select $1::bytea, $2, $3, $4::bytea, $5::timestamptz, $6::bytea, $8::uuid[], $9::timestamptz where not exists (select from changed)`,
};
const upsertWithEvents: Statement = {
  name: 'oidc_states.upsert_with_events',
  text: `with changed as (
      update oidc_states set payload = $4, expires_at = $5, grant_id = $3, uid_hash = $6, version = version + 1,
        rests_on = $8, rests_since = $9
      where id_hash = $1 and expires_at > $7 returning 1
    ), added as (
      insert into oidc_states (id_hash, model, grant_id, payload, expires_at, uid_hash, rests_on, rests_since)
      select $1::bytea, $2, $3, $4::bytea, $5::timestamptz, $6::bytea, $8::uuid[], $9::timestamptz where not exists (select from changed)
    )
    ${insertEvents('$10', '$7')}`,
};
const addOnce: Statement = {
  name: 'oidc_states.add_once',
  text: `with first as (
      insert into used_ids (id_hash, expires_at) values ($1, $5) on conflict (id_hash) do nothing returning 1
    )
    insert into oidc_states (id_hash, model, grant_id, payload, expires_at, uid_hash)
    select $1::bytea, $2, $3, $4::bytea, $5::timestamptz, $6::bytea where exists (select from first)`,
};
const find: Statement = {
  name: 'oidc_states.find',
  text: `select id_hash, payload, consumed_at, version from oidc_states s where id_hash = $1 and expires_at > $2 and ${stillRests('s')}`,
};
const findByUid: Statement = {
  name: 'oidc_states.find_by_uid',
  text: `select id_hash, payload, consumed_at, version from oidc_states s where uid_hash = $1 and expires_at > $2 and ${stillRests('s')}`,
};
const replace: Statement = {
  name: 'oidc_states.replace',
  text: `update oidc_states set payload = $4, expires_at = $5, grant_id = $3, uid_hash = $6, version = version + 1,
        rests_on = $8, rests_since = $9
    where id_hash = $1 and model = $2 and version = $10 and expires_at > $7`,
};
const consume: Statement = {
  name: 'oidc_states.consume',
  text: `update oidc_states set consumed_at = $2 where id_hash = $1 and consumed_at is null and expires_at > $2`,
};
const destroy: Statement = {
  name: 'oidc_states.destroy',
  text: 'delete from oidc_states where id_hash = $1',
};
const findToken: Statement = {
  name: 'oidc_states.find_token',
  text: `select s.id_hash, s.payload, s.consumed_at, s.version, g.id, g.application, g.session, g.content, g.created_at, g.expires_at, ${PERSON_COLUMNS}
    from oidc_states s
    join login_grants g on g.id = s.grant_id and g.expires_at > $2
    join persons p on p.id = g.person
    left join person_numbers n on n.person = p.id and n.valid_until is null
    where s.id_hash = $1 and s.expires_at > $2 and ${stillRests('g')}`,
};

/** State of OpenID Connect, each call one statement. */
export function oidcStatesOn({ queries, protection, clock, ensurePartition }: StoreContext): StoredStates {
  const columns = (model: string, id: string, payload: StatePayload, expiresAt: Date) => {
    const { version: _, consumed: __, ...kept } = payload;
    const { grantId = null, uid = null } = kept;
    const uidHash = uid === null ? null : hashId(`${model} uid`, uid);
    const key = hashId(model, id);
    return [key, model, grantId, protection.seal(PLACE, key, JSON.stringify(kept)), expiresAt, uidHash];
  };
  return {
    async upsert(model, id, payload, expiresAt, events = []) {
      await ensurePartition('oidc_states', expiresAt);
      const values = [...columns(model, id, payload, expiresAt), clock(), ...resting(payload)];
      if (events.length === 0) {
        await queries.change(upsert, values);
        return;
      }
      await ensurePartition('audit_events', clock());
      await queries.change(upsertWithEvents, [...values, eventsAsJson(events)]);
    },
    async addOnce(model, id, payload, expiresAt) {
      await ensurePartition('oidc_states', expiresAt);
      return (await queries.change(addOnce, columns(model, id, payload, expiresAt))) === 1;
    },
    async find(model, id) {
      return readState(protection, await queries.first<StateRow>(find, [hashId(model, id), clock()]));
    },
    async findByUid(model, uid) {
      return readState(
        protection,
        await queries.first<StateRow>(findByUid, [hashId(`${model} uid`, uid), clock()]),
      );
    },
    async replace(model, id, payload, expiresAt, was) {
      await ensurePartition('oidc_states', expiresAt);
      const values = [...columns(model, id, payload, expiresAt), clock(), ...resting(payload), was];
      return (await queries.change(replace, values)) === 1;
    },
    consume: async (model, id, at) => (await queries.change(consume, [hashId(model, id), at])) === 1,
    async destroy(model, id) {
      await queries.change(destroy, [hashId(model, id)]);
    },
    findToken: (id) => findTokenIn({ queries, protection, clock }, id),
  };
}

function resting({ restsOn, restsSince }: StatePayload) {
  return restingOn(restsOn && restsSince ? { on: restsOn, since: new Date(restsSince) } : null);
}

async function findTokenIn(
  { queries, protection, clock }: Pick<StoreContext, 'queries' | 'protection'> & { clock: Clock },
  id: string,
): ReturnType<StoredStates['findToken']> {
  const row = await queries.first<StateRow & GrantRow>(findToken, [hashId('AccessToken', id), clock()]);
  const payload = readState(protection, row);
  return row === null || payload === null ? null : { payload, login: readGrant(protection, row) };
}

function readState(protection: Protection, row: StateRow | null): StatePayload | null {
  if (row === null) return null;
  const kept = JSON.parse(protection.open(PLACE, row.id_hash, row.payload)) as StatePayload;
  const payload = { ...kept, version: row.version };
  if (row.consumed_at === null) return payload;
  return { ...payload, consumed: Math.floor(row.consumed_at.getTime() / 1000) };
}
