import Provider, { type Adapter, type AdapterPayload } from 'oidc-provider';
import { later, SECOND } from '../../../base/time.ts';
import type { AuditEvent } from '../../../domain/audit/index.ts';
import type { LoginGrant, OidcModel, StateChange, StatePayload } from '../../../login/index.ts';
import { loginOf } from '../authorization/login-of.ts';
import type { RequestMemory } from '../authorization/request-memory.ts';
import { ACCESS_TOKEN_SECONDS } from '../tokens/lifetimes.ts';
import type { OidcWorld } from '../world.ts';

/**
 * How the library reaches the store. A Grant is never stored by itself: it is what a login grant says. Models of flows that
 * are not offered find nothing.
 */
export function adapterFor(world: OidcWorld, model: string): Adapter {
  switch (model) {
    case 'Grant':
      return { ...nothing, find: (id) => findGrant(world, id), destroy: (id) => endLogin(world, id) };
    case 'AccessToken':
      return {
        ...stateAdapter(world, 'AccessToken'),
        find: (id) => findAccessToken(world, id),
        revokeByGrantId: (grantId) => endLogin(world, grantId),
      };
    case 'AuthorizationCode':
      return {
        ...stateAdapter(world, 'AuthorizationCode'),
        find: (id) => findCode(world, id),
        consume: (id) => keep(world, { kind: 'consume', model: 'AuthorizationCode', id }),
      };
    case 'Session':
    case 'Interaction':
      return stateAdapter(world, model);
    default:
      return nothing;
  }
}

const nothing: Adapter = {
  async upsert() {},
  async find() {},
  async findByUserCode() {},
  async findByUid() {},
  async consume() {},
  async destroy() {},
  // Ending the login ends everything that hangs on it, and `AccessToken` does that once for all models.
  async revokeByGrantId() {},
};

/** The key of a state in a request's memory. */
export function stateKey(model: OidcModel, id: string): string {
  return `${model}:${id}`;
}

/** Keeps a change with all the others of this request, when it ends well. */
async function keep({ ports, memories }: OidcWorld, change: StateChange): Promise<void> {
  if (Provider.ctx) memories.of(Provider.ctx).changes.push(change);
  else await ports.states.commit([change]);
}

function stateAdapter(world: OidcWorld, model: OidcModel): Adapter {
  const { ports, memories } = world;
  const memory = () => (Provider.ctx ? memories.of(Provider.ctx) : null);
  return {
    ...nothing,
    async upsert(id, payload, expiresIn) {
      const kept = indexed(model, payload);
      memory()?.states.set(stateKey(model, id), kept);
      const expiresAt =
        payload.exp === undefined
          ? later(ports.clock(), (expiresIn ?? 0) * SECOND)
          : new Date(payload.exp * SECOND);
      await keep(world, {
        kind: 'put',
        model,
        id,
        payload: kept,
        // Known for as long as a token may live that came of it: used again, however late, it ends that token (RFC 6749 4.1.2).
        expiresAt:
          model === 'AuthorizationCode' ? later(expiresAt, ACCESS_TOKEN_SECONDS * SECOND) : expiresAt,
        events: eventsOf(model, payload, memory()),
      });
    },
    async find(id) {
      const known = memory()?.states.get(stateKey(model, id));
      const found = known === undefined ? await ports.states.find(model, id) : known;
      return found === null ? undefined : (found as AdapterPayload);
    },
    async findByUid(uid) {
      return ((await ports.states.findByUid(model, uid)) ?? undefined) as AdapterPayload | undefined;
    },
    destroy: (id) => keep(world, { kind: 'destroy', model, id }),
  };
}

/** A code that was used is looked at as one that was used, also when its time is over. */
async function findCode({ ports }: OidcWorld, id: string): Promise<AdapterPayload | undefined> {
  const found = await ports.states.find('AuthorizationCode', id);
  if (found === null) return undefined;
  const exp = Math.floor(ports.clock().getTime() / SECOND) + 1;
  return (found.consumed === undefined ? found : { ...found, exp }) as AdapterPayload;
}

/** An interaction is found again by the name that the login knows it by. */
function indexed(model: OidcModel, payload: AdapterPayload): StatePayload {
  return model === 'Interaction' ? { ...payload, uid: payload.cid } : (payload as StatePayload);
}

function eventsOf(
  model: OidcModel,
  payload: AdapterPayload,
  memory: RequestMemory | null,
): readonly AuditEvent[] {
  const login = payload.grantId === undefined ? undefined : memory?.logins.get(payload.grantId);
  if (model !== 'AccessToken' || !login) return [];
  return [
    {
      kind: 'token.issued',
      actor: { kind: 'application', id: login.application },
      subject: { kind: 'person', id: login.person.id },
      purpose: 'login',
      details: { scopes: login.scopes },
      correlation: login.correlation,
    },
  ];
}

async function findAccessToken(
  { ports, memories }: OidcWorld,
  id: string,
): Promise<AdapterPayload | undefined> {
  const found = await ports.states.findToken(id);
  if (!found) return undefined;
  if (Provider.ctx) memories.of(Provider.ctx).logins.set(found.login.id, found.login);
  return found.payload as AdapterPayload;
}

async function findGrant(world: OidcWorld, id: string): Promise<AdapterPayload | undefined> {
  const login = await loginOf(world, Provider.ctx, id);
  return login ? grantPayload(login) : undefined;
}

/** A login grant in the words of the library. */
export function grantPayload(login: LoginGrant): AdapterPayload {
  return {
    kind: 'Grant',
    jti: login.id,
    iat: Math.floor(login.createdAt.getTime() / SECOND),
    exp: Math.floor(login.expiresAt.getTime() / SECOND),
    accountId: login.person.subject,
    clientId: login.application,
    openid: { scope: login.scopes.join(' ') },
  };
}

/** Ends a login whose code was used more than once, with the tokens that came of it. */
export async function endLogin(world: OidcWorld, grantId: string): Promise<void> {
  const login = await loginOf(world, Provider.ctx, grantId);
  if (!login) return;
  await world.ports.grants.end(grantId, [
    {
      kind: 'token.revoked',
      actor: { kind: 'application', id: login.application },
      subject: { kind: 'person', id: login.person.id },
      purpose: 'protection',
      details: { reason: 'code-replayed' },
      correlation: login.correlation,
    },
  ]);
}
