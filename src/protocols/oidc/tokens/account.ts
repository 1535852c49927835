import type { Account, FindAccount } from 'oidc-provider';
import { cutDown } from '../../../domain/capacity/index.ts';
import { type Claims, claimsFor, type HeldLogin } from '../../../login/index.ts';
import { heldLoginOf } from '../authorization/login-of.ts';
import type { OidcWorld } from '../world.ts';

/**
 * What the library calls an account: a subject with the claims of the login that the code or token comes from. There is none once nothing
 * is left of its capacity: the library then refuses the code (`invalid_grant`) or the token (`invalid_token`).
 */
export function accountFinder(world: OidcWorld): FindAccount {
  return async (context, subject, token): Promise<Account | undefined> => {
    const grantId = token && 'grantId' in token ? token.grantId : undefined;
    const login = grantId === undefined ? null : await heldLoginOf(world, context, grantId);
    if (login && (await claimsOf(world, login, '')) === null) return undefined;
    return {
      accountId: subject,
      async claims(_use, scope) {
        const claims = login && (await claimsOf(world, login, scope));
        if (!claims) throw new Error('claims were asked of a login that does not exist');
        return { ...claims, sub: subject };
      },
    };
  };
}

/**
 * The claims that a login gives its application for these scopes (space-separated), cut down to what counts now; `null` when nothing is
 * left of its capacity, or the application is gone.
 */
export async function claimsOf(
  { ports }: OidcWorld,
  login: HeldLogin,
  scope: string,
): Promise<Claims | null> {
  const application = await ports.applications.find(login.application);
  if (!application) return null;
  const capacity = cutDown(login.capacity, {
    person: login.person.id,
    ties: login.ties,
    application,
    at: ports.clock(),
    only: login.authentication.organisation ?? null,
  });
  return capacity && claimsFor({ ...login, capacity, application, scopes: scope.split(' ').filter(Boolean) });
}
