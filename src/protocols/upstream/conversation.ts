import {
  allowInsecureRequests,
  authorizationCodeGrant,
  Configuration,
  clockSkew,
  clockTolerance,
  customFetch,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type IDToken,
  modifyAssertion,
  PrivateKeyJwt,
} from 'openid-client';
import { type Clock, SECOND } from '../../base/time.ts';
import type { OpenIdProvider } from '../../domain/login-means/index.ts';
import type { UpstreamRequest } from '../../login/index.ts';
import type { ClientKeys } from './client-keys.ts';
import type { ProviderDocument } from './discovery.ts';
import { TOLERANCE } from './read-claims.ts';
import { TokenRefused } from './receive-failure.ts';
import { openWire, type WireWorld } from './wire.ts';

const LONGEST_SUBJECT = 255;
/** RFC 6749, A.12: anything else could not be sent in a header. */
const ACCESS_TOKEN = /^[\x20-\x7e]+$/;

export type ConversationWorld = WireWorld & { readonly clock: Clock; readonly allowsPlainHttp: boolean };

/** One exchange with a provider, by the certified client: it judges callback, token response, signatures and claims. */
export type Conversation = {
  readonly configuration: Configuration;
  /** Exchanges the code of an answer for an ID token. */
  exchange(callback: URL, request: UpstreamRequest): Promise<{ claims: IDToken; accessToken: string }>;
  /** What userinfo tells of the same person. */
  userinfo(accessToken: string, subject: string): Promise<Readonly<Record<string, unknown>>>;
};

export function openConversation(
  world: ConversationWorld,
  provider: OpenIdProvider,
  document: ProviderDocument,
  keys: ClientKeys,
): Conversation {
  const { signing, clientId, assertionAudience } = provider;
  const { userinfo_endpoint: userinfo } = document;
  const server = {
    issuer: document.issuer,
    authorization_endpoint: document.authorization_endpoint,
    token_endpoint: document.token_endpoint,
    jwks_uri: document.jwks_uri,
    authorization_response_iss_parameter_supported:
      document.authorization_response_iss_parameter_supported === true,
    ...(userinfo !== undefined && { userinfo_endpoint: userinfo }),
    // What was agreed counts, and not what the provider says of itself.
    id_token_signing_alg_values_supported: [...signing.idToken],
    userinfo_signing_alg_values_supported: [...signing.userinfo],
  };
  const skew = Math.round((world.clock().getTime() - Date.now()) / SECOND);
  const client = { [clockSkew]: skew, [clockTolerance]: TOLERANCE / SECOND };
  const authentication = PrivateKeyJwt(keys.signing, {
    [modifyAssertion]: (_header, payload) => {
      payload.aud = assertionAudience === 'issuer' ? document.issuer : document.token_endpoint;
    },
  });
  const configuration = new Configuration(server, clientId, client, authentication);
  // The signature of an ID token is looked at also where it came straight from the provider (OpenID Connect Core 3.1.3.7 leaves that open).
  enableNonRepudiationChecks(configuration);
  if (world.allowsPlainHttp) allowInsecureRequests(configuration);
  configuration[customFetch] = openWire(world, provider, document, keys);

  return {
    configuration,
    async exchange(callback, { state, nonce, verifier }) {
      const tokens = await authorizationCodeGrant(configuration, callback, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new TokenRefused('upstream.token-response');
      // OpenID Connect Core 2: at most 255 characters, and the certified client takes none at all.
      if (claims.sub === '' || claims.sub.length > LONGEST_SUBJECT) throw new TokenRefused('upstream.claims');
      if (!ACCESS_TOKEN.test(tokens.access_token)) throw new TokenRefused('upstream.token-response');
      return { claims, accessToken: tokens.access_token };
    },
    userinfo: (accessToken, subject) => fetchUserInfo(configuration, accessToken, subject),
  };
}
