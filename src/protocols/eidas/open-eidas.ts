import type { Randomness } from '../../base/ports.ts';
import type { Clock } from '../../base/time.ts';
import type { UnitOfWork } from '../../base/unit-of-work.ts';
import type { CountryCode, EidasCountryStore } from '../../domain/eidas-country/index.ts';
import type { EidasConnector, EidasReception } from '../../login/index.ts';
import { schemaSet } from '../saml/schema-set.ts';
import { openConnectorMetadata } from './metadata/connector-metadata.ts';
import { openMetadataDirectory } from './metadata/metadata-directory.ts';
import type { ConnectorSettings } from './metadata/write-connector-metadata.ts';
import type { EidasKeys, ReceptionStores } from './ports.ts';
import { openConnector } from './request/connector.ts';
import { openReception, openUnreadable } from './response/reception.ts';

/** What the connector needs from the world, and who it is. */
export type EidasOptions = {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly keys: EidasKeys;
  readonly countries: Pick<EidasCountryStore, 'list'>;
  readonly inTransaction: UnitOfWork<ReceptionStores>;
  readonly entityId: string;
  readonly acsUrl: string;
  readonly country: CountryCode;
  readonly organization: ConnectorSettings['organization'];
  /** How long an answer waits for its browser, and leads there when it comes again: as long as a login lives. */
  readonly answerMilliseconds: number;
};

/** The eIDAS connector: requests for logins, and the reception of what countries answer. */
export type Eidas = { readonly connector: EidasConnector; readonly reception: EidasReception };

export function openEidas(options: EidasOptions): Eidas {
  const { clock, randomness, keys, countries, inTransaction, entityId, acsUrl, country } = options;
  // Compiled now, so that the first person who comes back from a country does not wait for it.
  schemaSet();
  const directory = openMetadataDirectory();
  const metadata = openConnectorMetadata(options);
  return {
    connector: openConnector({ randomness, directory, entityId, signing: keys.signing }),
    reception: {
      metadata: async () => metadata(),
      refuse: openUnreadable({ randomness, inTransaction }),
      receive: openReception({
        clock,
        randomness,
        directory,
        connector: { entityId, acsUrl, country, decryptionKeys: keys.decryption },
        answerMilliseconds: options.answerMilliseconds,
        countries: () => countries.list(),
        inTransaction,
      }),
    },
  };
}
