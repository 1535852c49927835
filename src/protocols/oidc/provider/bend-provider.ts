import type Provider from 'oidc-provider';
import type { OidcApplication } from '../../../domain/application/index.ts';
import type { OidcWorld } from '../world.ts';

/**
 * Where the library has no setting for what the contract asks. Each bend names its reason; the conformance tests notice when
 * a new version of the library no longer bends.
 */
export function bendProvider(world: OidcWorld, provider: Provider): void {
  trustNoAddressOfTheRequest(world, provider);
  knowEveryScope(provider);
  expectAudiencePerApplication(world, provider);
  releaseWhatTheLoginGives(provider);
  keepWhoLoggedInHow(provider);
  useAssertionsOnce(world, provider);
}

/** Addresses come from the issuer, never from `Host` or `X-Forwarded-*`: nobody can bend a link in a response. */
function trustNoAddressOfTheRequest(world: OidcWorld, provider: Provider): void {
  const { protocol, host, origin } = new URL(world.issuer);
  Object.defineProperties(provider.request, {
    protocol: { get: () => protocol.slice(0, -1) },
    host: { get: () => host },
    origin: { get: () => origin },
    secure: { get: () => world.secure },
  });
  Object.defineProperty(contextPrototype(provider), 'urlFor', {
    value: (name: string, options?: Record<string, unknown>) => provider.urlFor(name, options),
  });
}

/** Scopes belong to applications and come and go with them; the library wants them listed when it starts. */
function knowEveryScope(provider: Provider): void {
  Object.defineProperty(contextPrototype(provider), 'requestParamOIDCScopes', {
    get(this: { readonly requestParamScopes: Set<string> }) {
      return this.requestParamScopes;
    },
  });
}

/** The audience of a client assertion: the issuer, the token endpoint, or either, as agreed with the application. */
function expectAudiencePerApplication(world: OidcWorld, provider: Provider): void {
  const tokenEndpoint = `${world.issuer}/v1/token`;
  const introspectionEndpoint = `${world.issuer}/v1/introspect`;
  const audiences = { issuer: [world.issuer], tokenEndpoint: [tokenEndpoint, introspectionEndpoint] };
  Object.defineProperty(contextPrototype(provider), 'clientJwtAuthExpectedAudience', {
    value(this: {
      readonly client?: {
        readonly assertionAudience?: OidcApplication['compatibility']['assertionAudience'];
      };
    }) {
      return new Set((this.client?.assertionAudience ?? []).flatMap((kind) => audiences[kind]));
    },
  });
}

/**
 * All that the login gives is told, in the ID token too (ACM: claims in the id_token). `acr` and `auth_time` only when asked:
 * the library puts them into every ID token and masks them by configured scopes.
 */
function releaseWhatTheLoginGives(provider: Provider): void {
  Object.defineProperty(provider.Claims.prototype, 'result', {
    async value(this: {
      readonly available: Record<string, unknown>;
      readonly filter: Record<string, unknown>;
    }) {
      if (!('auth_time' in this.available)) return this.available;
      const { acr, amr: _, auth_time, ...claims } = this.available;
      return {
        ...claims,
        ...('acr' in this.filter && { acr }),
        ...('auth_time' in this.filter && { auth_time }),
      };
    },
  });
}

/** The session remembers who logged in, and by what: the next application asks whether that is enough. */
function keepWhoLoggedInHow(provider: Provider): void {
  const kept = [...provider.Session.IN_PAYLOAD, 'person', 'authentication', 'restsOn', 'restsSince'];
  Object.defineProperty(provider.Session, 'IN_PAYLOAD', { get: () => kept });
}

/** A `jti` counts once, decided by one conditional insert: the library looks first and writes later. */
function useAssertionsOnce({ ports }: OidcWorld, provider: Provider): void {
  Object.defineProperty(provider.ReplayDetection, 'unique', {
    value: (issuer: string, jti: string, expiresAt: number) =>
      ports.states.addOnce('ReplayDetection', JSON.stringify([issuer, jti]), {}, new Date(expiresAt * 1000)),
  });
}

function contextPrototype(provider: Provider): object {
  // Part of the library's interface, absent from its types.
  const { OIDCContext } = provider as unknown as { readonly OIDCContext: { readonly prototype: object } };
  return OIDCContext.prototype;
}
