import type { FetchedMetadata } from '../../domain/eidas-country/index.ts';
import { fetchText } from './fetch-text.ts';

/**
 * Fetches a country's metadata. The address is the operator's own (`refreshFrom`); what comes back is not believed before its signature
 * is.
 */
export async function fetchMetadata(url: string): Promise<FetchedMetadata> {
  const fetched = await fetchText(url, 'application/samlmetadata+xml, application/xml');
  return fetched.kind === 'fetched' ? { kind: 'fetched', xml: fetched.text } : fetched;
}
