import { type Clock, HOUR } from '../../base/time.ts';
import { parseCountryCode } from '../../domain/eidas-country/index.ts';
import { type ConnectorSettings, writeConnectorMetadata } from '../../protocols/eidas/index.ts';
import type { OpenKeys } from '../keys/open-keys.ts';

const VALIDITY_SECONDS = 86_400;

/** The connector's own metadata, signed anew every hour so that it is always good for most of a day. */
export function openConnectorMetadata(world: {
  readonly clock: Clock;
  readonly keys: OpenKeys['eidas'];
  readonly entityId: string;
  readonly acsUrl: string;
  readonly country: string;
  readonly organization: ConnectorSettings['organization'];
}): () => string {
  const country = parseCountryCode(world.country);
  if (!country) throw new Error(`${world.country} is not a country code`);
  let written: { readonly xml: string; readonly at: Date } | null = null;
  return () => {
    const now = world.clock();
    if (written === null || now.getTime() - written.at.getTime() > HOUR) {
      const xml = writeConnectorMetadata(
        {
          entityId: world.entityId,
          acsUrl: world.acsUrl,
          country,
          organization: world.organization,
          validitySeconds: VALIDITY_SECONDS,
        },
        {
          metadataSigning: world.keys.signing,
          signingCertificates: world.keys.published,
          encryptionCertificates: world.keys.encryptionCertificates,
        },
        now,
      );
      written = { xml, at: now };
    }
    return written.xml;
  };
}
