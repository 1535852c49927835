import type { LoginGrant } from '../../../login/index.ts';
import type { OidcWorld } from '../world.ts';
import type { RequestMemory } from './request-memory.ts';

/** The live login behind a grant id, read at most once per request; `null` when it is unknown, expired or ended. */
export async function loginOf(
  { ports, memories }: OidcWorld,
  context: object | undefined,
  grantId: string,
): Promise<LoginGrant | null> {
  const memory = context && memories.of(context);
  const known = memory?.logins.get(grantId);
  if (known) return known;
  const found = await (memory?.end ? memory.end.stores.oidc.findGrant(grantId) : ports.grants.find(grantId));
  if (found) memory?.logins.set(grantId, found);
  return found;
}

/** State of the protocol, as a request reads it: one that ends a login, in the unit of work that ends it. */
export function statesOf(
  { ports }: OidcWorld,
  { end }: RequestMemory,
): Pick<OidcWorld['ports']['states'], 'find'> {
  return end?.stores.oidc ?? ports.states;
}
