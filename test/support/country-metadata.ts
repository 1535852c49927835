import type { CountryCode, EidasCountry } from '../../src/domain/eidas-country/index.ts';
import {
  type ServiceSettings,
  writeServiceMetadata,
} from '../../src/protocols/eidas/service/write-service-metadata.ts';
import { assuranceUri } from '../../src/protocols/eidas/vocabulary.ts';
import type { SigningKey } from '../../src/protocols/saml/keys.ts';
import { at } from './eidas-peer.ts';

export const DAY = 86_400_000;

/** Signed metadata of a country's service at `https://eidas.<code>.example`, valid for thirty days; `over` says what is otherwise. */
export function metadataOf(code: string, signing: SigningKey, over: Partial<ServiceSettings> = {}): string {
  const origin = `https://eidas.${code.toLowerCase()}.example`;
  const contact = { givenName: 'Help', email: 'help@eidas.example' };
  return writeServiceMetadata(
    {
      entityId: `${origin}/metadata`,
      country: code,
      endpoints: { redirect: `${origin}/sso`, post: `${origin}/sso` },
      assuranceUris: [assuranceUri('high')],
      protocolVersions: ['1.4'],
      signingCertificates: [signing.certificate],
      encryptionCertificates: [],
      organization: { name: code, displayName: code, url: origin, technical: contact, support: contact },
      validUntil: new Date(at.getTime() + 30 * DAY),
      ...over,
    },
    signing,
  );
}

/** A country that is open and connected with such metadata, trusted by the key that signed them. */
export function connectedCountry(
  code: string,
  signing: SigningKey,
  over: Partial<EidasCountry> = {},
): EidasCountry {
  return {
    code: code as CountryCode,
    name: {},
    status: { kind: 'open' },
    means: [],
    persistence: 'B',
    metadata: metadataOf(code, signing),
    entityId: `https://eidas.${code.toLowerCase()}.example/metadata`,
    trust: [signing.certificate],
    binding: null,
    signers: [],
    refreshFrom: `https://eidas.${code.toLowerCase()}.example/metadata`,
    validFrom: null,
    validUntil: null,
    source: null,
    ...over,
  };
}
