import { hash } from 'node:crypto';
import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { type OidcApplication, unagreedScopes } from '../../../domain/application/index.ts';
import { wishFrom } from '../../../domain/capacity/index.ts';
import { narrowMeans } from '../../../domain/login-means/index.ts';
import { applicationOf } from '../provider/application-of.ts';
import type { OidcWorld } from '../world.ts';
import { isResponseMode, ownResponseMode } from './response-modes.ts';

type Query = Record<string, string | string[] | undefined>;

/**
 * Puts an authorization request into the words of the library, before it reads it: `plain` PKCE where the application may,
 * and our own response modes. Nothing is decided here; the library and `checkAgreement` do that.
 */
export async function rewordAuthorizationRequest(world: OidcWorld, context: { query: Query }): Promise<void> {
  // RFC 6749 3.1: what is sent without a value is as if it was not sent.
  const query: Query = Object.fromEntries(Object.entries(context.query).filter(([, value]) => value !== ''));
  const application = await applicationOf(world, query.client_id);
  if (application && hasPlainChallenge(query) && application.compatibility.pkce === 'optional') {
    // RFC 7636 4.2: with `plain` the challenge is the verifier, so its hash is the S256 challenge of that same verifier.
    // A public client gets no such help: it has nothing else to prove itself with.
    if (!application.clientAuthentication.includes('none')) {
      query.code_challenge = hash('sha256', String(query.code_challenge), 'base64url');
      query.code_challenge_method = 'S256';
    }
  }
  const mode = query.response_mode;
  world.memories.of(context).unknownResponseMode = mode !== undefined && !isResponseMode(mode);
  query.response_mode = ownResponseMode(isResponseMode(mode) ? mode : 'query');
  // Written by hand in the front ends of clients: doubled or trailing spaces occur.
  if (typeof query.scope === 'string') query.scope = query.scope.split(' ').filter(Boolean).join(' ');
  // What is shared rests on the agreement with the application, and the login shows it where that was agreed: there is no
  // consent of its own to ask for, and a client that asks for it is served as any other.
  if (typeof query.prompt === 'string') {
    query.prompt = query.prompt
      .split(' ')
      .filter((each) => each !== 'consent')
      .join(' ');
  }
  context.query = query;
}

function hasPlainChallenge({ code_challenge: challenge, code_challenge_method: method }: Query): boolean {
  // Of another length it would be no verifier either (RFC 7636 4.1); the library says so.
  const isChallenge = typeof challenge === 'string' && /^[A-Za-z0-9._~-]{43,128}$/.test(challenge);
  return isChallenge && (method === undefined || method === 'plain');
}

/**
 * What was agreed with the application, checked when the redirect address is known to be its own and before anybody logs
 * in (ACM: a scope outside the agreement is refused immediately).
 */
export async function checkAgreement(world: OidcWorld, context: KoaContextWithOIDC): Promise<void> {
  const { oidc } = context;
  const params = oidc.params ?? {};
  const memory = world.memories.of(context);
  if (memory.unknownResponseMode) throw new errors.UnsupportedResponseMode();
  const application = await applicationOf(world, params.client_id);
  if (!application) throw new errors.InvalidClient('client is invalid', 'client not found');
  checkLengths(application, params);
  checkScopes(application, context.query.scope);
  checkMeans(application, params.acr_values);
  checkChallenge(application, params.code_challenge);
  if (typeof params.login_hint === 'string') memory.wish = wishFrom(params.login_hint);
  // What follows is kept in protocol state until the login is over: of the hints, only the subject that was named.
  const hinted = oidc.entities.IdTokenHint?.payload.sub;
  Object.assign(params, {
    login_hint: undefined,
    id_token_hint: typeof hinted === 'string' ? hinted : undefined,
  });
}

/** Bytes. Kept in protocol state until the login is over, for whoever asks; a client may agree on more. */
const LONGEST_PARAMETER = 512;
const FREE_PARAMETERS = [
  'state',
  'nonce',
  'login_hint',
  'ui_locales',
  'acr_values',
  'claims_locales',
  'display',
];

function checkLengths({ compatibility }: OidcApplication, params: Readonly<Record<string, unknown>>): void {
  const longest = compatibility.longestParameter ?? LONGEST_PARAMETER;
  const tooLong = FREE_PARAMETERS.find((name) => Buffer.byteLength(String(params[name] ?? '')) > longest);
  if (tooLong !== undefined) throw new errors.InvalidRequest(`${tooLong} is longer than ${longest} bytes`);
}

function checkScopes(application: OidcApplication, asked: unknown): void {
  const scopes = typeof asked === 'string' ? asked.split(' ').filter(Boolean) : [];
  if (scopes.length === 0) throw new errors.InvalidScope('a scope must be requested', '');
  const [refused] = unagreedScopes(application, scopes);
  if (refused !== undefined)
    throw new errors.InvalidScope('a requested scope is not agreed for this application', '');
}

/** `acr_values` narrows what the application accepts; when nothing remains, no login could ever be enough. */
function checkMeans(application: OidcApplication, acrValues: unknown): void {
  const values = typeof acrValues === 'string' ? acrValues.split(' ').filter(Boolean) : [];
  if (narrowMeans(application, values).length > 0) return;
  throw new errors.UnmetAuthenticationRequirements(
    'none of the requested acr_values is possible for this application',
  );
}

function checkChallenge(application: OidcApplication, challenge: unknown): void {
  const isNeeded =
    application.compatibility.pkce === 'required' || application.clientAuthentication.includes('none');
  if (isNeeded && !challenge) throw new errors.InvalidRequest('this application must use PKCE with S256');
}
