import type { Randomness } from '../../../base/ports.ts';
import { later, MINUTE } from '../../../base/time.ts';
import type { EidasConnector, IssuedAuthnRequest } from '../../../login/index.ts';
import type { SigningKey } from '../../saml/keys.ts';
import type { MetadataDirectory } from '../metadata/metadata-directory.ts';
import { attributesFor, writeAuthnRequest } from './write-authn-request.ts';

/** How long a person may take at their country's sign-in page. */
const REQUEST_LIFE = 30 * MINUTE;

/** The connector that login uses: writes and signs requests to countries whose metadata holds. */
export function openConnector(ports: {
  readonly randomness: Randomness;
  readonly directory: MetadataDirectory;
  readonly entityId: string;
  readonly signing: SigningKey;
}): EidasConnector {
  return {
    async request(country, ask) {
      const service = ports.directory.of(country, ask.at);
      if (!service) return { kind: 'unavailable' };
      const issued: IssuedAuthnRequest = ask.again ?? {
        // An XML id may not begin with a digit (xs:NCName).
        id: `_${ports.randomness.token()}`,
        attempt: ask.attempt,
        country: country.code,
        assurance: ask.assurance,
        attributes: attributesFor(service),
        issuedAt: ask.at,
        expiresAt: later(ask.at, REQUEST_LIFE),
      };
      const { id, assurance, attributes } = issued;
      const written = writeAuthnRequest({
        id,
        to: service,
        from: ports.entityId,
        assurance,
        attributes,
        providerName: ask.applicationName,
        spType: 'public',
        requesterId: ask.applicationId,
        relayState: null,
        at: issued.issuedAt,
        signing: ports.signing,
        binding: country.binding,
      });
      const departure =
        written.binding === 'redirect'
          ? ({ kind: 'redirect', url: written.url } as const)
          : ({ kind: 'post', url: written.destination, fields: written.fields } as const);
      return { kind: 'ready', departure, issued };
    },
  };
}
