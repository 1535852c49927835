import { z } from 'zod';
import type { BoundedFetch } from '../../base/bounded-fetch.ts';
import { MINUTE, SECOND } from '../../base/time.ts';
import { fetchDocument, forPublished } from './fetch-document.ts';
import { type Kept, openShelf } from './shelf.ts';

const LONGEST = 131_072;
const MOST_KEYS = 50;
/** Of RSA keys, in base64url: 2048 bits at least (RFC 8725, 3.5); more than 8192 only make work. */
const MODULUS = /^[A-Za-z0-9_-]{341,1366}$/;
const EXPONENT = /^[A-Za-z0-9_-]{2,6}$/;
const COORDINATE = /^[A-Za-z0-9_-]{40,100}$/;

const named = {
  kid: z.string().max(300).optional(),
  alg: z.string().max(30).optional(),
  use: z.literal('sig').optional(),
  key_ops: z.array(z.string().max(30)).max(10).optional(),
};

/** Public keys that can sign; what else stands in a set (keys to encrypt with, secrets, certificates) is no concern of ours. */
const keySchema = z.discriminatedUnion('kty', [
  z.object({ kty: z.literal('RSA'), n: z.string().regex(MODULUS), e: z.string().regex(EXPONENT), ...named }),
  z.object({
    kty: z.literal('EC'),
    crv: z.enum(['P-256', 'P-384', 'P-521']),
    x: z.string().regex(COORDINATE),
    y: z.string().regex(COORDINATE),
    ...named,
  }),
  z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string().regex(COORDINATE), ...named }),
]);
type ProviderKey = z.infer<typeof keySchema>;
const setSchema = z.object({ keys: z.array(z.unknown()).max(MOST_KEYS) });

/**
 * The keys with which providers sign. They are asked for again after five minutes, and at once for a token that names a key which is not
 * there, because a provider may change its keys at any moment (OpenID Connect Core 10.1.1): but five times in a minute, whatever tokens name.
 */
export function openKeySets(fetch: BoundedFetch, clock: () => Date) {
  const shelf = openShelf<readonly ProviderKey[]>({
    clock,
    fresh: 5 * MINUTE,
    usable: 5 * MINUTE,
    rest: 10 * SECOND,
  });
  return (address: string, kid: string | null): Promise<Kept<readonly ProviderKey[]>> =>
    shelf.read(
      address,
      () => fetchKeys(fetch, address),
      (keys) => kid === null || keys.some((key) => key.kid === kid),
    );
}

async function fetchKeys(fetch: BoundedFetch, url: string): Promise<Kept<readonly ProviderKey[]>> {
  const headers = { accept: 'application/jwk-set+json, application/json' };
  const request = { ...forPublished, url, headers, longest: LONGEST };
  const fetched = await fetchDocument(fetch, request, { what: 'keys', schema: setSchema });
  if (fetched.kind === 'unavailable') return fetched;
  const value = fetched.value.keys.flatMap((each) => {
    const key = keySchema.safeParse(each);
    return key.success ? [key.data] : [];
  });
  return { kind: 'kept', value };
}
