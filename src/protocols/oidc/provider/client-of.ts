import Provider, { type ClientMetadata } from 'oidc-provider';
import {
  type ClientAuthentication,
  type OidcApplication,
  parseApplicationId,
} from '../../../domain/application/index.ts';
import type { OidcWorld } from '../world.ts';
import { isSecretOf } from './secrets.ts';

export type Client = NonNullable<Awaited<ReturnType<Provider['Client']['find']>>>;
type ClientFactory = new (metadata: ClientMetadata) => Client;

/**
 * Lets the library find its clients in the register of applications. A client is built once per description: the register
 * hands out the same object until it changes, and a hash over the description on every request would cost more than the lookup.
 */
export function findClientsIn(world: OidcWorld, provider: Provider): void {
  const clients = new WeakMap<OidcApplication, Client>();
  Object.defineProperty(provider.Client, 'find', {
    async value(id: unknown): Promise<Client | undefined> {
      const parsed = typeof id === 'string' ? parseApplicationId(id) : null;
      const application = parsed && (await world.ports.applications.find(parsed));
      if (!application) return undefined;
      const client = clients.get(application) ?? clientOf(provider, application);
      clients.set(application, client);
      return client;
    },
  });
}

/** What each application may present: a secret allows Basic and POST, whichever it sends (design: ACM clients use both). */
function clientOf(provider: Provider, application: OidcApplication): Client {
  const methods = application.clientAuthentication;
  const secret = application.secret?.reveal();
  // The library's own type for its clients has no public constructor.
  const client = new (provider.Client as unknown as ClientFactory)({
    client_id: application.id,
    ...(secret === undefined ? {} : { client_secret: secret }),
    ...(application.jwks && { jwks: { keys: [...application.jwks.keys] } }),
    redirect_uris: [...application.redirectUris],
    post_logout_redirect_uris: [...application.postLogoutRedirectUris],
    token_endpoint_auth_method: methods[0] ?? 'none',
    id_token_signed_response_alg: application.idTokenAlgorithm,
    application_type: application.redirectUris.every((uri) => /^https?:/.test(uri)) ? 'web' : 'native',
    grant_types: ['authorization_code'],
    response_types: ['code'],
  });
  Object.defineProperties(client, {
    assertionAudience: { value: application.compatibility.assertionAudience },
    clientAuthMethod: { get: () => methodInUse(methods) },
    // Exactly as registered, whatever the kind of client: no other loopback port, no other spelling.
    redirectUriAllowed: { value: (uri: string) => application.redirectUris.includes(uri) },
    compareClientSecret: { value: (presented: string) => isSecretOf(application, presented) },
  });
  return client;
}

/**
 * The method that this request presents, if the application may use it; otherwise one that the library will find to be
 * another than presented, so that it refuses. Introspection is for applications that can prove who they are.
 */
function methodInUse(methods: readonly ClientAuthentication[]): ClientAuthentication {
  const presented = presentedMethod();
  const refused = presented === 'none' ? 'client_secret_basic' : 'none';
  if (presented === 'none' && Provider.ctx?.oidc.route === 'introspection') return refused;
  return methods.includes(presented) ? presented : refused;
}

function presentedMethod(): ClientAuthentication {
  const context = Provider.ctx;
  if (context?.oidc.params?.client_assertion !== undefined) return 'private_key_jwt';
  if (context?.oidc.params?.client_secret) return 'client_secret_post';
  return context?.headers.authorization === undefined ? 'none' : 'client_secret_basic';
}
