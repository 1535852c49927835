import type { z } from 'zod';
import type { BoundedFetch } from '../../base/bounded-fetch.ts';
import { parseJson } from '../../base/parse-json.ts';
import { SECOND } from '../../base/time.ts';
import type { Kept } from './shelf.ts';

const PATIENCE = 5 * SECOND;

/** A document that a provider publishes; `what` is how reasons call it. */
type Published<Schema> = {
  readonly what: 'discovery' | 'keys';
  readonly url: string;
  readonly accept: string;
  /** In bytes. */
  readonly longest: number;
  readonly schema: Schema;
};

/** Fetches what a provider publishes, or says why it cannot be had: `keys.status`, `discovery.document`. */
export async function fetchDocument<Schema extends z.ZodType>(
  fetch: BoundedFetch,
  { what, url, accept, longest, schema }: Published<Schema>,
): Promise<Kept<z.output<Schema>>> {
  const request = { url, method: 'GET', headers: { accept }, body: null, longest, patience: PATIENCE } as const;
  const answer = await fetch(request);
  if (answer.kind === 'failed') return { kind: 'unavailable', reason: `${what}.${answer.reason}` };
  if (answer.status !== 200) return { kind: 'unavailable', reason: `${what}.status` };
  const parsed = schema.safeParse(parseJson(answer.body));
  return parsed.success
    ? { kind: 'kept', value: parsed.data }
    : { kind: 'unavailable', reason: `${what}.document` };
}
