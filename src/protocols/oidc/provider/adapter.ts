import Provider, { type Adapter, type AdapterPayload } from 'oidc-provider';
import { later, SECOND } from '../../../base/time.ts';
import type { AuditEvent } from '../../../domain/audit/index.ts';
import type { LoginGrant, OidcModel, StateChange, StatePayload } from '../../../login/index.ts';
import { loginOf, statesOf } from '../authorization/login-of.ts';
import { wayBackOf } from '../authorization/protocol-half.ts';
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
      return stateAdapter(world, 'Session');
    case 'Interaction':
      return interactionAdapter(world);
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

/** The memory of the request that the library answers: it reaches for the store in no other case. */
function memoryOf({ memories }: OidcWorld): RequestMemory {
  if (!Provider.ctx) throw new Error('the library reached for the store outside of a request');
  return memories.of(Provider.ctx);
}

/** Keeps a change with all the others of this request, when it ends well. */
async function keep(world: OidcWorld, change: StateChange): Promise<void> {
  memoryOf(world).changes.push(change);
}

function stateAdapter(world: OidcWorld, model: 'Session' | 'AuthorizationCode' | 'AccessToken'): Adapter {
  const { ports } = world;
  return {
    ...nothing,
    async upsert(id, payload, expiresIn) {
      const memory = memoryOf(world);
      const key = stateKey(model, id);
      const was = memory.states.get(key)?.version;
      const expiresAt =
        payload.exp === undefined
          ? later(ports.clock(), (expiresIn ?? 0) * SECOND)
          : new Date(payload.exp * SECOND);
      // Put twice in one request, the last one counts.
      memory.changes = memory.changes.filter(
        (each) => each.kind !== 'put' || each.model !== model || each.id !== id,
      );
      memory.changes.push({
        kind: 'put',
        model,
        id,
        payload: payload as StatePayload,
        // Known for as long as a token may live that came of it: used again, however late, it ends that token (RFC 6749 4.1.2).
        expiresAt:
          model === 'AuthorizationCode' ? later(expiresAt, ACCESS_TOKEN_SECONDS * SECOND) : expiresAt,
        ...(was === undefined ? {} : { was }),
      });
      memory.states.set(key, { ...(payload as StatePayload), version: was });
      memory.events.push(...eventsOf(model, payload, memory));
    },
    async find(id) {
      const memory = memoryOf(world);
      const key = stateKey(model, id);
      const known = memory.states.get(key);
      const found = known === undefined ? await statesOf(world, memory).find(model, id) : known;
      memory.states.set(key, found);
      return found === null ? undefined : (found as AdapterPayload);
    },
    destroy: (id) => keep(world, { kind: 'destroy', model, id }),
  };
}

/** An interaction is our half of a login: the library finds the one that is resumed, and a new one is kept where its address is asked for. */
function interactionAdapter(world: OidcWorld): Adapter {
  return {
    ...nothing,
    async find(id) {
      const { resumed } = memoryOf(world);
      if (resumed?.attempt.id !== id) return undefined;
      const { asked, came } = resumed.half;
      // The browser's cookie told whose it is; the session may have come, gone or changed since it began.
      const { session: _, ...rest } = asked;
      const returnTo = wayBackOf(world, resumed.attempt.id);
      return { kind: 'Interaction', jti: id, returnTo, result: came?.result, ...rest } as AdapterPayload;
    },
    async destroy() {
      const { resumed } = memoryOf(world);
      if (resumed) resumed.isDone = true;
    },
  };
}

/** A code that was used is looked at as one that was used, also when its time is over. */
async function findCode(world: OidcWorld, id: string): Promise<AdapterPayload | undefined> {
  const found = await world.ports.states.findCode(id);
  if (found === null) return undefined;
  memoryOf(world).logins.set(found.login.id, found.login);
  const { payload } = found;
  const exp = Math.floor(world.ports.clock().getTime() / SECOND) + 1;
  return (payload.consumed === undefined ? payload : { ...payload, exp }) as AdapterPayload;
}

function eventsOf(
  model: OidcModel,
  payload: AdapterPayload,
  { logins }: RequestMemory,
): readonly AuditEvent[] {
  const login = payload.grantId === undefined ? undefined : logins.get(payload.grantId);
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
