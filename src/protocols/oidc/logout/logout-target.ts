import type { ApplicationId, OidcApplication } from '../../../domain/application/index.ts';
import type { ProtocolProblem } from '../../../login/index.ts';
import { locationOf } from '../authorization/response-modes.ts';
import { applicationOf } from '../provider/application-of.ts';
import type { OidcWorld } from '../world.ts';
import type { LogoutRequest } from './logout-request.ts';

/** Where a logout leads: to a page of ours, or to an address that is registered. Never anywhere else. */
export type LogoutTarget =
  | { readonly kind: 'page'; readonly application: OidcApplication | null }
  | { readonly kind: 'address'; readonly application: OidcApplication; readonly location: string }
  /** Agreed with this application: nobody is logged out for it who did not say so. */
  | { readonly kind: 'ask'; readonly application: OidcApplication }
  | { readonly kind: 'refused'; readonly problem: ProtocolProblem };

/**
 * Whom a logout is for and where it leads. Clients in use send `client_id`, an `id_token_hint`, or nothing but the address:
 * then it must be of an application of this session, or registered by exactly one.
 */
export async function logoutTarget(
  world: OidcWorld,
  request: LogoutRequest,
  inSession: readonly string[],
): Promise<LogoutTarget> {
  const named = await namedApplication(world, request);
  if (named.kind !== 'named') return named;
  const { application } = named;
  if (application?.logoutHintRequired && request.idTokenHint === null) return { kind: 'ask', application };
  if (request.redirectUri === null) return { kind: 'page', application };
  const owner = application ?? (await ownerOf(world, request.redirectUri, inSession));
  // What was agreed with this application: nobody comes back to it by a link that anybody can make.
  if (owner?.logoutHintRequired && request.idTokenHint === null) {
    return { kind: 'ask', application: owner };
  }
  if (!owner?.postLogoutRedirectUris.includes(request.redirectUri)) {
    return { kind: 'refused', problem: 'logout-address-refused' };
  }
  const fields: Record<string, string> = request.state === null ? {} : { state: request.state };
  return { kind: 'address', application: owner, location: locationOf(request.redirectUri, fields, 'query') };
}

type Named =
  | { readonly kind: 'named'; readonly application: OidcApplication | null }
  | Extract<LogoutTarget, { readonly kind: 'ask' | 'refused' }>;

async function namedApplication(world: OidcWorld, request: LogoutRequest): Promise<Named> {
  const hinted = request.idTokenHint === null ? null : await audienceOf(world, request.idTokenHint);
  // A hint that we did not issue, or that is not of the application named beside it, is nobody's to use.
  const isRefused = request.idTokenHint !== null && hinted === null;
  if (isRefused || (hinted !== null && request.clientId !== null && hinted !== request.clientId)) {
    const asking = await applicationOf(world, request.clientId);
    return asking?.logoutHintRequired
      ? { kind: 'ask', application: asking }
      : { kind: 'refused', problem: 'logout-hint-refused' };
  }
  const id = request.clientId ?? hinted;
  const application = await applicationOf(world, id);
  if (id !== null && !application) return { kind: 'refused', problem: 'unknown-application' };
  return { kind: 'named', application };
}

/** For whom we issued an ID token; its age does not matter here (OpenID Connect RP-Initiated Logout 1.0, 4). */
async function audienceOf({ keys, issuer }: OidcWorld, hint: string): Promise<string | null> {
  const claims = await keys.verify(hint);
  return claims?.iss === issuer && typeof claims.aud === 'string' ? claims.aud : null;
}

async function ownerOf(
  { ports }: OidcWorld,
  redirectUri: string,
  inSession: readonly string[],
): Promise<OidcApplication | undefined> {
  const all = await ports.applications.list();
  const owners = all.filter((application) => application.postLogoutRedirectUris.includes(redirectUri));
  const known = new Set(inSession);
  const [only, another] = owners;
  return (
    owners.find(({ id }: { readonly id: ApplicationId }) => known.has(id)) ?? (another ? undefined : only)
  );
}
