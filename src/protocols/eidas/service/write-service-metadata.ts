import { randomBytes } from 'node:crypto';
import type { SigningKey } from '../../saml/keys.ts';
import { bindings, namespaces } from '../../saml/namespaces.ts';
import { signXml } from '../../saml/sign-xml.ts';
import { element, leaf } from '../../saml/write-xml.ts';
import {
  entityExtensions,
  keyDescriptor,
  metadataDeclarations,
  type NodeOrganization,
  organizationParts,
  roleExtensions,
} from '../metadata/metadata-parts.ts';
import { naturalAttributes } from '../response/attributes.ts';
import { writeInstant } from '../time-window.ts';
import {
  APPLICATION_IDENTIFIER,
  ASSURANCE_CERTIFICATION,
  ATTRIBUTE_NAME_FORMAT,
  nameIdFormats,
  PROTOCOL_VERSION,
} from '../vocabulary.ts';

/** What a service publishes of itself. */
export type ServiceSettings = {
  readonly entityId: string;
  readonly country: string;
  readonly endpoints: { readonly redirect: string | null; readonly post: string | null };
  readonly assuranceUris: readonly string[];
  readonly protocolVersions: readonly string[];
  /** URIs; all that Sluis knows when left out. */
  readonly attributes?: readonly string[];
  readonly signingCertificates: readonly string[];
  readonly encryptionCertificates: readonly string[];
  readonly organization: NodeOrganization;
  readonly validUntil: Date;
};

/** The signed metadata of an eIDAS service (Message Format 1.4, 2.1), for simulated member states. */
export function writeServiceMetadata(settings: ServiceSettings, metadataSigning: SigningKey): string {
  const id = `_${randomBytes(20).toString('hex')}`;
  const known = Object.values(naturalAttributes);
  const published = known.filter(
    (each) => settings.attributes === undefined || settings.attributes.includes(each.name),
  );
  const endpoint = (Binding: string, Location: string | null) =>
    Location === null ? null : element('md:SingleSignOnService', { Binding, Location });
  const role = element(
    'md:IDPSSODescriptor',
    { WantAuthnRequestsSigned: 'true', protocolSupportEnumeration: namespaces.protocol },
    [
      roleExtensions(settings.country),
      ...settings.signingCertificates.map((certificate) => keyDescriptor('signing', certificate)),
      ...settings.encryptionCertificates.map((certificate) => keyDescriptor('encryption', certificate)),
      ...nameIdFormats.map((format) => leaf('md:NameIDFormat', {}, format)),
      endpoint(bindings.redirect, settings.endpoints.redirect),
      endpoint(bindings.post, settings.endpoints.post),
      ...published.map(({ name, friendlyName }) =>
        element('saml:Attribute', {
          Name: name,
          NameFormat: ATTRIBUTE_NAME_FORMAT,
          FriendlyName: friendlyName,
        }),
      ),
    ],
  );
  const attributes = {
    [PROTOCOL_VERSION]: settings.protocolVersions,
    [APPLICATION_IDENTIFIER]: ['Sluis:SimulatedEurope:0.1.0'],
    [ASSURANCE_CERTIFICATION]: settings.assuranceUris,
  };
  const root = {
    ...metadataDeclarations,
    ID: id,
    entityID: settings.entityId,
    validUntil: writeInstant(settings.validUntil),
  };
  return signXml(
    (signature) =>
      element('md:EntityDescriptor', root, [
        signature,
        entityExtensions(attributes),
        role,
        ...organizationParts(settings.organization),
      ]),
    id,
    metadataSigning,
  );
}
