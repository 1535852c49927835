import { acrValuesSupported } from '../../../domain/login-means/index.ts';
import type { OidcWorld } from '../world.ts';

/** What any application may be told, if its scopes allow; the names of role claims belong to applications and are not published. */
const claimNames = [
  ...['sub', 'iss', 'aud', 'exp', 'iat', 'nonce', 'auth_time', 'acr', 'given_name', 'family_name', 'rrn'],
  ...['vo_id', 'vo_doelgroepcode', 'vo_doelgroepnaam', 'vo_orgcode', 'vo_orgnaam', 'vo_email', 'wv_orgcode'],
] as const;

/**
 * The discovery document, as clients of ACM know it: scopes belong to applications and are not published, and nothing
 * announces an `iss` parameter in responses (clients that see it announced refuse a response without it).
 */
export function discoveryDocument({
  issuer,
  languages,
}: Pick<OidcWorld, 'issuer' | 'languages'>): Readonly<Record<string, unknown>> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/v1/auth`,
    token_endpoint: `${issuer}/v1/token`,
    userinfo_endpoint: `${issuer}/v1/userinfo`,
    jwks_uri: `${issuer}/v1/keys`,
    introspection_endpoint: `${issuer}/v1/introspect`,
    end_session_endpoint: `${issuer}/v1/logout`,
    scopes_supported: ['openid'],
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'fragment', 'form_post'],
    grant_types_supported: ['authorization_code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256', 'ES256'],
    token_endpoint_auth_methods_supported: [
      'client_secret_basic',
      'client_secret_post',
      'private_key_jwt',
      'none',
    ],
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'PS256', 'ES256'],
    code_challenge_methods_supported: ['plain', 'S256'],
    ui_locales_supported: languages.all,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    claims_parameter_supported: false,
    claims_supported: claimNames,
    acr_values_supported: acrValuesSupported(),
  };
}
