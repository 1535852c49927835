import { hash } from 'node:crypto';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { OidcApplication } from '../../../domain/application/index.ts';
import type { HeldLogin } from '../../../login/index.ts';
import { heldLoginOf } from '../authorization/login-of.ts';
import type { Keys } from '../keys.ts';
import { applicationOf } from '../provider/application-of.ts';
import type { OidcWorld } from '../world.ts';
import { claimsOf } from './account.ts';

/** A token that can be asked about: whose it is, for whom it is meant, and for how long. */
export type IntrospectedToken = {
  readonly clientId?: string | undefined;
  readonly aud?: unknown;
  readonly scope?: string | undefined;
  readonly exp?: number | undefined;
  readonly iat?: number | undefined;
};

export type AnswerSigner = (claims: object, asking: OidcApplication) => Promise<string>;

/** An application may ask about its own tokens and about those whose audience it is, no others. */
export function mayIntrospect(asking: string, token: IntrospectedToken): boolean {
  return token.clientId === asking || [token.aud].flat().includes(asking);
}

/**
 * The answer about a live token: the fields and the claims of ACM, and the same once more, signed (`jwt`). Inactive when
 * nothing is left of what it tells of (RFC 7662 2.2), or the application that it was issued to is gone.
 */
export async function introspectionOf(
  world: OidcWorld,
  token: IntrospectedToken,
  login: HeldLogin,
  asking: OidcApplication,
  sign: AnswerSigner,
): Promise<Readonly<Record<string, unknown>>> {
  const claims = await claimsOf(world, login, token.scope ?? '');
  if (!claims) return { active: false };
  const told = {
    active: true,
    ...claims,
    iss: world.issuer,
    client_id: token.clientId,
    // Without another audience the token is meant for the application itself (ACM "client credentials").
    aud: token.aud ?? token.clientId,
    exp: token.exp,
    iat: token.iat,
    scope: token.scope ?? '',
    token_type: 'bearer',
  };
  return { ...told, jwt: await sign(told, asking) };
}

/** Fills the library's answer about a token. */
export async function completeIntrospection(
  world: OidcWorld,
  context: KoaContextWithOIDC,
  sign: AnswerSigner,
): Promise<void> {
  const { AccessToken: token } = context.oidc.entities;
  const answer = context.body as Readonly<Record<string, unknown>> | undefined;
  if (answer?.error === 'unsupported_token_type') {
    // RFC 7662 2.2: a token that is not one of ours is not active; that it looks like a JWT is no error of the application.
    context.status = 200;
    context.body = { active: false };
    return;
  }
  if (!answer?.active || !token?.grantId) return;
  const login = await heldLoginOf(world, context, token.grantId);
  const asking = await applicationOf(world, context.oidc.client?.clientId);
  const told = login && asking && (await introspectionOf(world, token, login, asking, sign));
  context.body = told ?? { active: false };
}

/**
 * Signs introspection answers and remembers the last ones: the same answer under the same key is the same token, and one
 * RS256 signature costs more than the rest of the request.
 */
export function openAnswerSigner(keys: Keys, limit = 5000): AnswerSigner {
  const signed = new Map<string, Promise<string>>();
  return (claims, asking) => {
    const { idTokenAlgorithm } = asking;
    const name = hash('sha256', `${idTokenAlgorithm} ${JSON.stringify(claims)}`, 'base64');
    const known = signed.get(name);
    const token = known ?? keys.sign(claims, idTokenAlgorithm, 'token-introspection+jwt');
    // Asked again, it moves to the end: the first of the map is what was not asked for longest.
    signed.delete(name);
    signed.set(name, token);
    const [oldest] = signed.keys();
    if (signed.size > limit && oldest !== undefined) signed.delete(oldest);
    if (!known) token.catch(() => signed.delete(name));
    return token;
  };
}
