import { randomBytes } from 'node:crypto';
import type { CountryCode } from '../../../domain/eidas-country/index.ts';
import type { SigningKey } from '../../saml/keys.ts';
import { bindings, namespaces } from '../../saml/namespaces.ts';
import { signXml } from '../../saml/sign-xml.ts';
import { element, leaf } from '../../saml/write-xml.ts';
import { writeInstant } from '../time-window.ts';
import { APPLICATION_IDENTIFIER, nameIdFormats, PROTOCOL_VERSION, protocolVersions } from '../vocabulary.ts';
import {
  entityExtensions,
  keyDescriptor,
  metadataDeclarations,
  type NodeOrganization,
  organizationParts,
  roleExtensions,
} from './metadata-parts.ts';

const APPLICATION = 'Sluis:Sluis:0.1.0';

export type ConnectorSettings = {
  /** The address where this metadata is served. */
  readonly entityId: string;
  readonly acsUrl: string;
  readonly country: CountryCode;
  readonly organization: NodeOrganization;
  /** How long the metadata may be kept; the reference node's default is a day. */
  readonly validitySeconds: number;
};

export type ConnectorKeys = {
  readonly metadataSigning: SigningKey;
  /** Certificates (PEM) that sign requests: all that are valid, so that others know a new one before it is used. */
  readonly signingCertificates: readonly string[];
  /** Certificates (PEM) to encrypt for. */
  readonly encryptionCertificates: readonly string[];
};

/**
 * The connector's signed metadata (Message Format 1.4, 2.1). `SPType` is not in it: each request says it, and saying it in
 * both places is an error. The assertion needs no signature of its own, since the response is signed.
 */
export function writeConnectorMetadata(settings: ConnectorSettings, keys: ConnectorKeys, at: Date): string {
  const id = `_${randomBytes(20).toString('hex')}`;
  const validUntil = writeInstant(new Date(at.getTime() + settings.validitySeconds * 1000));
  const role = element(
    'md:SPSSODescriptor',
    {
      AuthnRequestsSigned: 'true',
      WantAssertionsSigned: 'false',
      protocolSupportEnumeration: namespaces.protocol,
    },
    [
      roleExtensions(settings.country),
      ...keys.signingCertificates.map((certificate) => keyDescriptor('signing', certificate)),
      ...keys.encryptionCertificates.map((certificate) => keyDescriptor('encryption', certificate)),
      ...nameIdFormats.map((format) => leaf('md:NameIDFormat', {}, format)),
      element('md:AssertionConsumerService', {
        Binding: bindings.post,
        Location: settings.acsUrl,
        index: '0',
        isDefault: 'true',
      }),
    ],
  );
  const attributes = { [PROTOCOL_VERSION]: [...protocolVersions], [APPLICATION_IDENTIFIER]: [APPLICATION] };
  return signXml(
    (signature) =>
      element(
        'md:EntityDescriptor',
        { ...metadataDeclarations, ID: id, entityID: settings.entityId, validUntil },
        [signature, entityExtensions(attributes), role, ...organizationParts(settings.organization)],
      ),
    id,
    keys.metadataSigning,
  );
}
