import type { LoginGrant } from '../../../login/index.ts';
import type { OidcWorld } from '../world.ts';

/** The live login behind a grant id, read at most once per request; `null` when it is unknown, expired or ended. */
export async function loginOf(
  { ports, memories }: OidcWorld,
  context: object | undefined,
  grantId: string,
): Promise<LoginGrant | null> {
  const known = context && memories.of(context).logins.get(grantId);
  if (known) return known;
  const found = await ports.grants.find(grantId);
  if (found && context) memories.of(context).logins.set(grantId, found);
  return found;
}
