import Provider, { type Configuration, errors, type KoaContextWithOIDC } from 'oidc-provider';
import { SECOND } from '../../../base/time.ts';
import { checkAgreement, rewordAuthorizationRequest } from '../authorization/authorization-request.ts';
import { adoptLogin } from '../authorization/complete.ts';
import { interactionUrl, loginPolicy } from '../authorization/hand-over.ts';
import { noteRefusal, refusal, renderError, tellFailure, tellMachine } from '../authorization/refusals.ts';
import { registerResponseModes } from '../authorization/response-modes.ts';
import { prepareResume, type ResumeContext } from '../authorization/resume.ts';
import { accountFinder } from '../tokens/account.ts';
import { type AnswerSigner, completeIntrospection, mayIntrospect } from '../tokens/introspection.ts';
import { ACCESS_TOKEN_SECONDS, CODE_SECONDS } from '../tokens/lifetimes.ts';
import type { OidcWorld } from '../world.ts';
import { adapterFor } from './adapter.ts';
import { bendProvider } from './bend-provider.ts';
import { findClientsIn } from './client-of.ts';
import { cookieNames } from './cookies.ts';
import { isOriginOf } from './cross-origin.ts';
import { keepChanges } from './keep-changes.ts';

/** ACM: the longest that a client assertion may live. */
const ASSERTION_SECONDS = 600;
const CLOCK_TOLERANCE_SECONDS = 10;
const ID_TOKEN_SECONDS = 3600;

/** The library, set up for the ACM contract. */
export function openProvider(world: OidcWorld, sign: AnswerSigner): Provider {
  const provider = new Provider(world.issuer, configurationOf(world));
  bendProvider(world, provider);
  findClientsIn(world, provider);
  registerResponseModes(world, provider);
  const names = cookieNames(world.secure);
  provider.use(async (context, next) => {
    try {
      if (context.path === '/v1/auth') await rewordAuthorizationRequest(world, context);
      const isAnswered =
        context.path.startsWith('/v1/auth/') && (await prepareResume(world, names, context as ResumeContext));
      if (isAnswered) return;
      await next();
      if (context.path === '/v1/introspect') {
        await completeIntrospection(world, context as unknown as KoaContextWithOIDC, sign);
      }
      await keepChanges(world, names, context as unknown as Parameters<typeof keepChanges>[2]);
      const { end, refusals, isOvertaken } = world.memories.of(context);
      if (isOvertaken) {
        // The front door asks again.
        context.respond = false;
        return;
      }
      if (refusals.length > 0 && end === null) await world.ports.audit(...refusals);
    } catch (error) {
      const { end } = world.memories.of(context);
      if (end) end.failure = { error };
      else tellFailure(world, context, error);
    }
  });
  provider.on('authorization.error', noteRefusal(world, 'authorization.refused'));
  provider.on('grant.error', noteRefusal(world, 'token.refused'));
  provider.on('introspection.error', noteRefusal(world, 'introspection.refused'));
  provider.on('server_error', (context, error) => tellBroken(world, context, error));
  return provider;
}

/** What broke in the library is for the log, and for the machine that asked; in the request that ends a login, for who ends it. */
function tellBroken(world: OidcWorld, context: KoaContextWithOIDC, error: unknown): void {
  const { end, correlation } = world.memories.of(context);
  if (end) {
    end.failure = { error };
    return;
  }
  world.logFailure(correlation, error);
  tellMachine(context, error);
}

function configurationOf(world: OidcWorld): Configuration {
  const names = cookieNames(world.secure);
  const cookie = { httpOnly: true, sameSite: 'lax', secure: world.secure, overwrite: true } as const;
  return {
    adapter: (model: string) => adapterFor(world, model),
    jwks: { keys: world.keys.privateJwks },
    routes: {
      authorization: '/v1/auth',
      token: '/v1/token',
      userinfo: '/v1/userinfo',
      jwks: '/v1/keys',
      introspection: '/v1/introspect',
      end_session: '/v1/logout',
    },
    // Unsigned: the ids are unguessable (docs/decisions/0004).
    cookies: { names, long: { ...cookie, path: '/' }, short: cookie },
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: CODE_SECONDS,
      IdToken: ID_TOKEN_SECONDS,
      Interaction: world.interactionSeconds,
      Session: (_context, session) => secondsLeft(world, session.loginTs),
    },
    formats: { bitsOfOpaqueRandomness: 256 },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'],
    enabledJWA: {
      clientAuthSigningAlgValues: ['RS256', 'PS256', 'ES256'],
      idTokenSigningAlgValues: ['RS256', 'ES256'],
    },
    responseTypes: ['code'],
    scopes: ['openid'],
    claims: { openid: ['sub'], acr: null, auth_time: null },
    conformIdTokenClaims: false,
    // ACM requires the redirect address in every request.
    allowOmittingSingleRegisteredRedirectUri: false,
    pkce: { required: () => false },
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: { enabled: false },
      claimsParameter: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      introspection: {
        enabled: true,
        allowedPolicy: (context, { clientId }, token) => {
          if (mayIntrospect(clientId, token)) return true;
          const event = refusal(world, context, 'introspection.refused', 'token-of-another', clientId);
          world.memories.of(context).refusals.push(event);
          return false;
        },
      },
    },
    extraParams: { scope: (context: KoaContextWithOIDC) => checkAgreement(world, context) },
    interactions: {
      policy: loginPolicy(world),
      url: (context, interaction) => interactionUrl(world, context, interaction),
    },
    findAccount: accountFinder(world),
    loadExistingGrant: (context) => adoptLogin(world, context),
    // Tokens live their own hour: other applications keep running when one is left (ACM "afmelden").
    expiresWithSession: () => false,
    revokeGrantPolicy: () => false,
    // The token, the code or the secret decides, and no cookie: any page of the application may call from the browser.
    clientBasedCORS: (_context, origin, client) => isOriginOf(client.redirectUris ?? [], origin),
    assertJwtClientAuthClaimsAndHeader: async (_context, claims) => checkAssertion(world, claims),
    renderError: (context, response, error) => renderError(world, context, { ...response }, error),
  };
}

/** A session ends two hours after the login, however often it is used; one without login ends soon. */
function secondsLeft(world: OidcWorld, loggedInAt: number | undefined): number {
  if (loggedInAt === undefined) return 60;
  const now = Math.floor(world.ports.clock().getTime() / SECOND);
  return Math.max(1, loggedInAt + world.sessionSeconds - now);
}

async function checkAssertion(world: OidcWorld, claims: { readonly exp?: unknown }): Promise<void> {
  const now = Math.floor(world.ports.clock().getTime() / SECOND);
  if (Number(claims.exp) > now + ASSERTION_SECONDS + CLOCK_TOLERANCE_SECONDS) {
    throw new errors.InvalidClientAuth('a client assertion may live 10 minutes at most');
  }
}
