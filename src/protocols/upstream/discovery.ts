import { z } from 'zod';
import type { BoundedFetch, OutgoingRequest } from '../../base/bounded-fetch.ts';
import { HOUR, MINUTE, SECOND } from '../../base/time.ts';
import type { OpenIdProvider } from '../../domain/login-means/index.ts';
import { fetchDocument, forPublished } from './fetch-document.ts';
import { type Kept, openShelf } from './shelf.ts';

const LONGEST = 65_536;

/** What the document says, as far as a client of ours goes by it (OpenID Connect Discovery 1.0, 3). */
const documentSchema = z.object({
  issuer: z.string().max(500),
  authorization_endpoint: z.url().max(2000),
  token_endpoint: z.url().max(2000),
  jwks_uri: z.url().max(2000),
  userinfo_endpoint: z.url().max(2000).optional(),
  authorization_response_iss_parameter_supported: z.boolean().optional(),
  claims_parameter_supported: z.boolean().optional(),
});
export type ProviderDocument = z.infer<typeof documentSchema>;

/**
 * The documents of providers. One is asked for again after ten minutes; while it cannot be had, the one from before serves for a day, because
 * it says only where to go: who signs is asked separately.
 */
export function openDiscovery(fetch: BoundedFetch, clock: () => Date) {
  const shelf = openShelf<ProviderDocument>({
    clock,
    fresh: 10 * MINUTE,
    usable: 24 * HOUR,
    rest: 5 * SECOND,
  });
  return ({ issuer }: Pick<OpenIdProvider, 'issuer'>): Promise<Kept<ProviderDocument>> =>
    shelf.read(issuer, () => readDiscovery(fetch, issuer));
}

/** How the document of an issuer is asked for (OpenID Connect Discovery 1.0, 4). */
export function discoveryRequest(issuer: string): OutgoingRequest {
  return {
    ...forPublished,
    url: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    headers: { accept: 'application/json' },
    longest: LONGEST,
  };
}

async function readDiscovery(fetch: BoundedFetch, issuer: string): Promise<Kept<ProviderDocument>> {
  const request = discoveryRequest(issuer);
  const fetched = await fetchDocument(fetch, request, { what: 'discovery', schema: documentSchema });
  // Letter by letter (OpenID Connect Discovery 1.0, 4.3): whoever stands in for another issuer may not say so unnoticed.
  return fetched.kind === 'kept' && fetched.value.issuer !== issuer
    ? { kind: 'unavailable', reason: 'discovery.issuer' }
    : fetched;
}
