import type { Account, FindAccount } from 'oidc-provider';
import { type Claims, claimsFor, type LoginGrant } from '../../../login/index.ts';
import { loginOf } from '../authorization/login-of.ts';
import type { OidcWorld } from '../world.ts';

/** What the library calls an account: a subject with the claims of the login that the code or token comes from. */
export function accountFinder(world: OidcWorld): FindAccount {
  return (context, subject, token): Account => ({
    accountId: subject,
    async claims(_use, scope) {
      const grantId = token && 'grantId' in token ? token.grantId : undefined;
      const login = grantId === undefined ? null : await loginOf(world, context, grantId);
      if (!login) throw new Error('claims were asked of a login that does not exist');
      const claims = await claimsOf(world, login, scope);
      if (!claims) throw new Error('claims were asked for an application that does not exist');
      return { ...claims, sub: subject };
    },
  });
}

/** The claims that a login gives its application for these scopes (space-separated); `null` when the application is gone. */
export async function claimsOf(
  { ports }: OidcWorld,
  login: LoginGrant,
  scope: string,
): Promise<Claims | null> {
  const application = await ports.applications.find(login.application);
  return application && claimsFor({ ...login, application, scopes: scope.split(' ').filter(Boolean) });
}
