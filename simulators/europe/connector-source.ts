import type { Clock } from '../../src/base/time.ts';
import { MINUTE } from '../../src/base/time.ts';
import { type ConnectorReading, readConnector } from './node/connector.ts';

/** Fetches the connector's metadata when they are first needed, and again after a minute: the platform may restart. */
export function openConnectorSource(url: string, clock: Clock): () => Promise<ConnectorReading> {
  let known: { readonly reading: ConnectorReading; readonly until: number } | null = null;
  return async () => {
    const at = clock();
    if (known && known.reading.kind === 'read' && at.getTime() < known.until) return known.reading;
    const reading = await fetchConnector(url, at);
    known = { reading, until: at.getTime() + MINUTE };
    return reading;
  };
}

async function fetchConnector(url: string, at: Date): Promise<ConnectorReading> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    if (!response.ok)
      return { kind: 'refused', problem: `The connector metadata at ${url} answer ${response.status}.` };
    return readConnector(await response.text(), at);
  } catch {
    return { kind: 'refused', problem: `The connector metadata at ${url} cannot be reached.` };
  }
}
