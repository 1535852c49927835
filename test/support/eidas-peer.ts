import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { CountryCode } from '#src/domain/eidas-country/index.ts';
import type { AnsweredRequest, ResponsePorts, ServiceMetadata } from '#src/protocols/eidas/model.ts';
import { naturalAttributes } from '#src/protocols/eidas/response/attributes.ts';
import { type ResponseWish, writeResponse } from '#src/protocols/eidas/service/write-response.ts';
import { assuranceUri } from '#src/protocols/eidas/vocabulary.ts';
import type { XmlSignatureAlgorithm } from '#src/protocols/saml/algorithms.ts';
import { type CertificateKeyType, makeSelfSignedCertificate } from '#src/protocols/saml/certificate.ts';
import type { DecryptionKey, SigningKey } from '#src/protocols/saml/keys.ts';

/** The moment at which everything in these tests happens. */
export const at = new Date('2026-11-22T12:00:00Z');
export const connectorEntityId = 'https://sluis.example/eidas/metadata';
export const acsUrl = 'https://sluis.example/eidas/acs';
const EC: CertificateKeyType = { kind: 'ec', curve: 'P-256' };

/** A simulated member state and our keys for it. */
export type Country = {
  readonly service: ServiceMetadata;
  readonly signing: SigningKey;
  readonly ours: DecryptionKey;
  readonly request: AnsweredRequest;
};

/** A key that signs, with its certificate. */
export async function makeSigningKey(
  keyType: CertificateKeyType = EC,
  algorithm: XmlSignatureAlgorithm = 'ecdsa-sha256',
): Promise<SigningKey> {
  const issued = await makeSelfSignedCertificate({ subject: 'CN=signing,C=EE', keyType, years: 2, at });
  return {
    privateKey: createPrivateKey(issued.privateKeyPem),
    certificate: issued.certificatePem,
    algorithm,
  };
}

/** A key that decrypts, with its certificate. */
export async function makeDecryptionKey(keyType: CertificateKeyType = EC): Promise<DecryptionKey> {
  const issued = await makeSelfSignedCertificate({
    subject: 'CN=encryption,C=BE',
    keyType,
    purpose: 'encryption',
    years: 2,
    at,
  });
  return { privateKey: createPrivateKey(issued.privateKeyPem), certificate: issued.certificatePem };
}

/** A member state whose service signs with an EC key, and a request that was sent to it. */
export async function makeCountry(code: string): Promise<Country> {
  const signing = await makeSigningKey();
  const country = code as CountryCode;
  return {
    signing,
    ours: await makeDecryptionKey(),
    service: {
      entityId: `https://eidas.${code.toLowerCase()}.example/metadata`,
      country,
      endpoints: { redirect: null, post: `https://eidas.${code.toLowerCase()}.example/sso` },
      signing: [new X509Certificate(signing.certificate)],
      signingKeys: [new X509Certificate(signing.certificate).publicKey],
      encryption: [],
      weakKeys: 0,
      assurances: [{ level: 'high', notified: true }],
      protocolVersions: ['1.4', '1.3', '1.2'],
      attributes: [],
      nameIdFormats: [],
      requesterIdRequired: false,
      validUntil: new Date('2026-11-23T12:00:00Z'),
    },
    request: {
      id: '_request1',
      country,
      assurance: 'substantial',
      notifiedOnly: true,
      attributes: Object.values(naturalAttributes).map((each) => each.name),
      issuedAt: new Date(at.getTime() - 30_000),
      expiresAt: new Date(at.getTime() + 600_000),
    },
  };
}

/** Ports over plain memory: one open request, nothing seen yet. */
export function makePorts(country: Country, over: Partial<ResponsePorts> = {}): ResponsePorts {
  const taken = new Set<string>();
  const seen = new Set<string>();
  return {
    requestByResponse: async (id) => (id === country.request.id ? country.request : null),
    metadataOf: async (entityId) => (entityId === country.service.entityId ? country.service : null),
    takeRequest: async (id) => !taken.has(id) && Boolean(taken.add(id)),
    rememberMessage: async (ids) => !ids.some((id) => seen.has(id)) && ids.every((id) => seen.add(id)),
    connector: {
      entityId: connectorEntityId,
      acsUrl,
      country: 'BE' as CountryCode,
      decryptionKeys: [country.ours],
    },
    at,
    ...over,
  };
}

/** What an honest service answers, before anything is changed in it. */
export function honestWish(country: Country): ResponseWish {
  const { service, request, signing, ours } = country;
  return {
    issuer: service.entityId,
    inResponseTo: request.id,
    acsUrl,
    audience: connectorEntityId,
    at,
    validitySeconds: 300,
    assuranceUri: assuranceUri('high'),
    nameId: '_transient',
    attributes: [
      {
        name: naturalAttributes.personIdentifier.name,
        values: [{ value: `${service.country}/BE/60001019906` }],
      },
      {
        name: naturalAttributes.familyName.name,
        values: [{ value: 'Onasis' }, { value: 'Ωνάσης', latin: false }],
      },
      { name: naturalAttributes.givenNames.name, values: [{ value: 'Sara María' }] },
      { name: naturalAttributes.birthDate.name, values: [{ value: '1976-05-04' }] },
      { name: naturalAttributes.gender.name, values: [{ value: 'Female' }] },
      { name: naturalAttributes.birthPlace.name, values: [{ value: 'Tallinn' }] },
    ],
    signing,
    encryptFor: ours.certificate,
  };
}

/** An honest response as the form field holds it, with something else asked of its writer. */
export function honestResponse(country: Country, over: Partial<ResponseWish> = {}): string {
  return Buffer.from(writeResponse({ ...honestWish(country), ...over })).toString('base64');
}
