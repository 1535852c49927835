import { createPrivateKey, randomBytes } from 'node:crypto';
import { DAY, later } from '../../src/base/time.ts';
import type { CountryCode, EidasCountry } from '../../src/domain/eidas-country/index.ts';
import { naturalAttributes } from '../../src/protocols/eidas/response/attributes.ts';
import { type ResponseWish, writeResponse } from '../../src/protocols/eidas/service/write-response.ts';
import { writeServiceMetadata } from '../../src/protocols/eidas/service/write-service-metadata.ts';
import { assuranceUri } from '../../src/protocols/eidas/vocabulary.ts';
import { makeSelfSignedCertificate } from '../../src/protocols/saml/certificate.ts';
import type { SigningKey } from '../../src/protocols/saml/keys.ts';

/** What an answer of the member state is made of, besides what stays the same in all of them. */
export type Asked = { readonly request: string; readonly identifier: string };

/** A member state with keys of its own, that answers in the place of a node and of the person before it. */
export type Country = {
  readonly entityId: string;
  readonly signOn: string;
  readonly signing: SigningKey;
  readonly trust: string;
  /** What the store keeps of it. */
  readonly described: EidasCountry;
  /** The wish for an honest answer. */
  wish(asked: Asked): ResponseWish;
  /** An honest answer as the form field holds it. */
  answer(asked: Asked): string;
};

const EC = { kind: 'ec', curve: 'P-256' } as const;

/** Makes a member state (P-256 for signing, ECDH-ES for encryption, as most of the simulated ones) that knows the connector. */
export async function openCountry(connector: {
  readonly entityId: string;
  readonly acsUrl: string;
  readonly certificate: string;
}): Promise<Country> {
  const at = new Date();
  const make = (purpose: 'signing' | 'encryption') =>
    makeSelfSignedCertificate({ subject: `CN=${purpose},C=DE`, keyType: EC, purpose, years: 2, at });
  const made = await make('signing');
  const encryption = (await make('encryption')).certificatePem;
  const signing: SigningKey = {
    privateKey: createPrivateKey(made.privateKeyPem),
    certificate: made.certificatePem,
    algorithm: 'ecdsa-sha256',
  };
  const entityId = 'http://localhost:9/metadata';
  const signOn = 'http://localhost:9/sso';
  const wish = ({ request, identifier }: Asked): ResponseWish => ({
    issuer: entityId,
    inResponseTo: request,
    acsUrl: connector.acsUrl,
    audience: connector.entityId,
    at: new Date(),
    validitySeconds: 300,
    assuranceUri: assuranceUri('high'),
    nameId: `_${randomBytes(16).toString('hex')}`,
    attributes: [
      { name: naturalAttributes.personIdentifier.name, values: [{ value: identifier }] },
      { name: naturalAttributes.familyName.name, values: [{ value: 'Musterfrau' }] },
      { name: naturalAttributes.givenNames.name, values: [{ value: 'Anna' }] },
      { name: naturalAttributes.birthDate.name, values: [{ value: '1985-07-30' }] },
    ],
    signing,
    encryptFor: connector.certificate,
  });
  return {
    entityId,
    signOn,
    signing,
    trust: made.certificatePem,
    described: describe(metadataOf(entityId, signOn, signing, encryption), made.certificatePem),
    wish,
    answer: (asked) => Buffer.from(writeResponse(wish(asked))).toString('base64'),
  };
}

/** The id of the request in the form by which the browser takes it to the country. */
export function requestIn(page: string): string {
  const message = /name="SAMLRequest" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const id = / ID="([^"]+)"/.exec(Buffer.from(message, 'base64').toString())?.[1];
  if (id === undefined) throw new Error('there is no request in this page');
  return id;
}

function metadataOf(entityId: string, signOn: string, signing: SigningKey, encryption: string): string {
  const someone = { givenName: 'Bench', email: 'bench@example.eu' };
  return writeServiceMetadata(
    {
      entityId,
      country: 'DE',
      endpoints: { redirect: signOn, post: signOn },
      assuranceUris: [assuranceUri('high')],
      protocolVersions: ['1.4'],
      signingCertificates: [signing.certificate],
      encryptionCertificates: [encryption],
      organization: {
        name: 'Bench',
        displayName: 'Bench',
        url: 'http://localhost:9',
        technical: someone,
        support: someone,
      },
      validUntil: later(new Date(), 7 * DAY),
    },
    signing,
  );
}

function describe(metadata: string, trust: string): EidasCountry {
  return {
    // The form of a code that the parser would let through.
    code: 'DE' as CountryCode,
    name: { en: 'Germany' },
    status: { kind: 'open' },
    means: [{ name: 'Online-Ausweis', assurance: 'high', notifiedOn: null }],
    persistence: 'A',
    metadata,
    trust: [trust],
    binding: null,
    entityId: null,
    signers: [],
    refreshFrom: null,
    validFrom: null,
    validUntil: null,
    source: null,
  };
}
