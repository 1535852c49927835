import { SECOND } from '../../base/time.ts';
import type { FetchedMetadata } from '../../domain/eidas-country/index.ts';

const LONGEST = 1_000_000;
const PATIENCE = 10 * SECOND;

/**
 * Fetches a country's metadata: bounded in size and time, and never led elsewhere by a redirect. The address is the operator's
 * own (`refreshFrom`); what comes back is not believed before its signature is.
 */
export async function fetchMetadata(url: string): Promise<FetchedMetadata> {
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
      headers: { accept: 'application/samlmetadata+xml, application/xml' },
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
    return { kind: 'fetched', xml: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)) };
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
