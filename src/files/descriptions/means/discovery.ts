import { z } from 'zod';
import { parseJson } from '../../../base/parse-json.ts';
import type { OpenIdProvider } from '../../../domain/login-means/index.ts';

/** What matters here of a discovery document (OpenID Connect Discovery 1.0, 3). */
const discovery = z.object({
  issuer: z.string(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  id_token_signing_alg_values_supported: z.array(z.string()),
});

/** What keeps what a provider tells of itself from being what was agreed with it; `null` when it fits. */
export function unfitDiscovery(text: string, { issuer, signing }: OpenIdProvider): string | null {
  const read = discovery.safeParse(parseJson(text));
  if (!read.success) return 'tells of itself in no discovery document';
  if (read.data.issuer !== issuer) return 'calls itself another issuer than the one that was agreed';
  if (!read.data.token_endpoint_auth_methods_supported.includes('private_key_jwt'))
    return 'does not say that it takes private_key_jwt';
  const isShared = read.data.id_token_signing_alg_values_supported.some((each) =>
    signing.idToken.some((agreed) => agreed === each),
  );
  return isShared ? null : `signs ID tokens by none of ${signing.idToken.join(', ')}`;
}
