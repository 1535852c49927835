import { SECOND } from '../../base/time.ts';

const LONGEST = 1_000_000;
const PATIENCE = 10 * SECOND;

/** A text as it came from an address: nothing in it is believed yet. */
export type FetchedText =
  | { readonly kind: 'fetched'; readonly text: string }
  | {
      readonly kind: 'failed';
      readonly reason: 'unreachable' | 'status' | 'redirect' | 'too-large' | 'encoding';
    };

/** Fetches a text from an address that an operator gave: bounded in size and time, and never led elsewhere by a redirect. */
export async function fetchText(url: string, accept: string): Promise<FetchedText> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
      headers: { accept },
    });
    if (response.status >= 300 && response.status < 400) return { kind: 'failed', reason: 'redirect' };
    if (response.status !== 200 || response.body === null) return { kind: 'failed', reason: 'status' };
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of response.body) {
      size += part.length;
      if (size > LONGEST) return { kind: 'failed', reason: 'too-large' };
      parts.push(part);
    }
    return { kind: 'fetched', text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)) };
  } catch (error) {
    return {
      kind: 'failed',
      reason:
        error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
          ? 'encoding'
          : 'unreachable',
    };
  }
}
