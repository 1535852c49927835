import type { HeldLogin, LoginGrant } from '../../../login/index.ts';
import type { OidcWorld } from '../world.ts';
import type { RequestMemory } from './request-memory.ts';

/** The live login behind a grant id, read at most once per request; `null` when it is unknown, expired or ended. */
export async function loginOf(
  { ports, memories }: OidcWorld,
  context: object | undefined,
  grantId: string,
): Promise<LoginGrant | HeldLogin | null> {
  const memory = context && memories.of(context);
  const known = memory?.logins.get(grantId);
  if (known) return known;
  const found = await (memory?.end ? memory.end.stores.oidc.findGrant(grantId) : ports.grants.find(grantId));
  if (found) memory?.logins.set(grantId, found);
  return found;
}

/** The same, with what its person is tied to by now. A login that this very request gives tells nothing yet. */
export async function heldLoginOf(
  world: OidcWorld,
  context: object | undefined,
  grantId: string,
): Promise<HeldLogin | null> {
  const login = await loginOf(world, context, grantId);
  if (login && !('ties' in login)) throw new Error('claims were asked of a login that is only being given');
  return login;
}

/** State of the protocol, as a request reads it: one that ends a login, in the unit of work that ends it. */
export function statesOf(
  { ports }: OidcWorld,
  { end }: RequestMemory,
): Pick<OidcWorld['ports']['states'], 'find'> {
  return end?.stores.oidc ?? ports.states;
}
