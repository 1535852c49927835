import type { z } from 'zod';
import type { BoundedFetch, OutgoingRequest } from '../../base/bounded-fetch.ts';
import { parseJson } from '../../base/parse-json.ts';
import { SECOND } from '../../base/time.ts';
import type { Kept } from './shelf.ts';

/** How anything is asked for that a provider publishes. */
export const forPublished = { method: 'GET', body: null, patience: 5 * SECOND } as const;

/** Fetches what a provider publishes, or says why it cannot be had: `keys.status`, `discovery.document`. */
export async function fetchDocument<Schema extends z.ZodType>(
  fetch: BoundedFetch,
  request: OutgoingRequest,
  { what, schema }: { readonly what: 'discovery' | 'keys'; readonly schema: Schema },
): Promise<Kept<z.output<Schema>>> {
  const answer = await fetch(request);
  if (answer.kind === 'failed') return { kind: 'unavailable', reason: `${what}.${answer.reason}` };
  if (answer.status !== 200) return { kind: 'unavailable', reason: `${what}.status` };
  const parsed = schema.safeParse(parseJson(answer.body));
  return parsed.success
    ? { kind: 'kept', value: parsed.data }
    : { kind: 'unavailable', reason: `${what}.document` };
}
