import { z } from 'zod';
import type { BoundedFetch } from '../../base/bounded-fetch.ts';
import { parseJson } from '../../base/parse-json.ts';
import { HOUR, MINUTE, SECOND } from '../../base/time.ts';
import type { OpenIdProvider } from '../../domain/login-means/index.ts';

import { type Kept, openShelf } from './shelf.ts';

const LONGEST = 65_536;
const PATIENCE = 5 * SECOND;

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

export type Discovered =
  | { readonly kind: 'known'; readonly document: ProviderDocument }
  | { readonly kind: 'unavailable'; readonly reason: string };

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
  return async (provider: Pick<OpenIdProvider, 'issuer'>): Promise<Discovered> => {
    const { issuer } = provider;
    const kept = await shelf.read(issuer, () => fetchDocument(fetch, issuer));
    return kept.kind === 'kept' ? { kind: 'known', document: kept.value } : kept;
  };
}

async function fetchDocument(fetch: BoundedFetch, issuer: string): Promise<Kept<ProviderDocument>> {
  const answer = await fetch({
    url: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    method: 'GET',
    headers: { accept: 'application/json' },
    body: null,
    longest: LONGEST,
    patience: PATIENCE,
  });
  if (answer.kind === 'failed') return { kind: 'unavailable', reason: `discovery.${answer.reason}` };
  if (answer.status !== 200) return { kind: 'unavailable', reason: 'discovery.status' };
  const parsed = documentSchema.safeParse(parseJson(answer.body));
  if (!parsed.success) return { kind: 'unavailable', reason: 'discovery.document' };
  // Letter by letter (OpenID Connect Discovery 1.0, 4.3): whoever stands in for another issuer may not say so unnoticed.
  if (parsed.data.issuer !== issuer) return { kind: 'unavailable', reason: 'discovery.issuer' };
  return { kind: 'kept', value: parsed.data };
}
