import { type Clock, HOUR } from '../../../base/time.ts';
import type { CountryCode } from '../../../domain/eidas-country/index.ts';
import type { EidasKeys } from '../ports.ts';
import { type ConnectorSettings, writeConnectorMetadata } from './write-connector-metadata.ts';

const VALIDITY_SECONDS = 86_400;

/** The connector's own metadata, signed anew every hour so that it is always good for most of a day. */
export function openConnectorMetadata(ports: {
  readonly clock: Clock;
  readonly keys: Pick<EidasKeys, 'signing' | 'published' | 'encryptionCertificates'>;
  readonly entityId: string;
  readonly acsUrl: string;
  readonly country: CountryCode;
  readonly organization: ConnectorSettings['organization'];
}): () => string {
  const { clock, keys, entityId, acsUrl, country, organization } = ports;
  let written: { readonly xml: string; readonly at: Date } | null = null;
  return () => {
    const now = clock();
    if (written === null || now.getTime() - written.at.getTime() > HOUR) {
      const xml = writeConnectorMetadata(
        { entityId, acsUrl, country, organization, validitySeconds: VALIDITY_SECONDS },
        {
          metadataSigning: keys.signing,
          signingCertificates: keys.published,
          encryptionCertificates: keys.encryptionCertificates,
        },
        now,
      );
      written = { xml, at: now };
    }
    return written.xml;
  };
}
