import { createCipheriv, createHash, generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto';
import { curves, digestUris, type Hash } from './algorithms.ts';
import {
  CONCAT_KDF,
  type ContentAlgorithm,
  contentAlgorithms,
  ECDH_ES,
  mgfUris,
  RSA_OAEP,
  RSA_OAEP_MGF1P,
  type WrapAlgorithm,
  wrapAlgorithms,
} from './encryption-algorithms.ts';
import { deriveWrappingKey, pointOf, wrapKey } from './key-agreement.ts';
import { certificateBody } from './keys.ts';
import { namespaces } from './namespaces.ts';
import { encryptOaep } from './oaep.ts';
import { element, leaf, type Markup, nothing } from './write-xml.ts';

/** How to encrypt. What is left out follows the reference node: AES-256-GCM, SHA-256 throughout, AES-256 key wrap. */
export type EncryptionChoice = {
  readonly content?: ContentAlgorithm;
  readonly digest?: Hash;
  readonly mgf?: Hash;
  readonly wrap?: WrapAlgorithm;
  /** Where the encrypted key stands: in the `KeyInfo` of the data (default) or after it, with a reference. */
  readonly placement?: 'inside' | 'sibling';
  /** The key transport of specifications 1.2 and 1.3, for peers that know no better. */
  readonly legacyTransport?: boolean;
};

/** Encrypts an element for a certificate: RSA-OAEP for an RSA key, ECDH-ES for an EC one (XML Encryption 1.1). */
export function encryptElement(xml: string, recipient: string, choice: EncryptionChoice = {}): Markup {
  const content = contentAlgorithms[choice.content ?? 'aes256-gcm'];
  const contentKey = randomBytes(content.bytes);
  const iv = randomBytes(12);
  const cipher = createCipheriv(`aes-${content.bytes * 8}-gcm` as 'aes-256-gcm', contentKey, iv);
  const sealed = Buffer.concat([iv, cipher.update(xml, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const certificate = new X509Certificate(recipient);
  const inside = choice.placement !== 'sibling';
  const dataId = `_${randomBytes(16).toString('hex')}`;
  const keyId = `_${randomBytes(16).toString('hex')}`;
  const encryptedKey = (declarations: Readonly<Record<string, string>>) =>
    element('xenc:EncryptedKey', { ...declarations, Id: keyId }, [
      ...(certificate.publicKey.asymmetricKeyType === 'ec'
        ? agree(certificate, contentKey, choice)
        : transport(certificate, contentKey, choice)),
      inside
        ? null
        : element('xenc:ReferenceList', {}, [element('xenc:DataReference', { URI: `#${dataId}` })]),
    ]);
  const declarations = { 'xmlns:xenc': namespaces.encryption, 'xmlns:ds': namespaces.signature };
  const pointer = element('ds:RetrievalMethod', {
    URI: `#${keyId}`,
    Type: `${namespaces.encryption}EncryptedKey`,
  });
  const data = element(
    'xenc:EncryptedData',
    { ...declarations, Id: dataId, Type: `${namespaces.encryption}Element` },
    [
      element('xenc:EncryptionMethod', { Algorithm: content.uri }),
      element('ds:KeyInfo', {}, [inside ? encryptedKey({}) : pointer]),
      cipherData(sealed),
    ],
  );
  return `${data}${inside ? nothing : encryptedKey(declarations)}` as Markup;
}

function transport(certificate: X509Certificate, contentKey: Buffer, choice: EncryptionChoice): Markup[] {
  const digest = choice.digest ?? 'sha256';
  const mgf = choice.mgf ?? 'sha256';
  const method = choice.legacyTransport
    ? element('xenc:EncryptionMethod', { Algorithm: RSA_OAEP_MGF1P }, [
        element('ds:DigestMethod', { Algorithm: digestUris[digest] }),
      ])
    : element('xenc:EncryptionMethod', { Algorithm: RSA_OAEP }, [
        element('ds:DigestMethod', { Algorithm: digestUris[digest] }),
        element('xenc11:MGF', { 'xmlns:xenc11': namespaces.encryption11, Algorithm: mgfUris[mgf] }),
      ]);
  const hashes = { digest, mask: choice.legacyTransport ? 'sha1' : mgf };
  return [
    method,
    element('ds:KeyInfo', {}, [x509Data(certificate)]),
    cipherData(encryptOaep(certificate.publicKey, contentKey, hashes)),
  ];
}

function agree(certificate: X509Certificate, contentKey: Buffer, choice: EncryptionChoice): Markup[] {
  const wrap = choice.wrap ?? 'kw-aes256';
  const digest = choice.digest ?? 'sha256';
  const namedCurve = certificate.publicKey.asymmetricKeyDetails?.namedCurve ?? '';
  const ephemeral = generateKeyPairSync('ec', { namedCurve });
  const { uri, bytes } = wrapAlgorithms[wrap];
  const info = {
    AlgorithmID: Buffer.from(uri),
    PartyUInfo: randomBytes(16),
    PartyVInfo: createHash('sha256').update(certificate.raw).digest(),
  };
  const whole = Buffer.concat([info.AlgorithmID, info.PartyUInfo, info.PartyVInfo]);
  const wrappingKey = deriveWrappingKey(ephemeral.privateKey, certificate.publicKey, digest, whole, bytes);
  // A bit string in hexadecimal starts with the number of padding bits: none (XML Encryption 1.1, 5.4.1).
  const written = Object.fromEntries(
    Object.entries(info).map(([name, value]) => [name, `00${value.toString('hex')}`]),
  );
  const agreement = element('xenc:AgreementMethod', { Algorithm: ECDH_ES }, [
    element(
      'xenc11:KeyDerivationMethod',
      { 'xmlns:xenc11': namespaces.encryption11, Algorithm: CONCAT_KDF },
      [
        element('xenc11:ConcatKDFParams', written, [
          element('ds:DigestMethod', { Algorithm: digestUris[digest] }),
        ]),
      ],
    ),
    element('xenc:OriginatorKeyInfo', {}, [
      element('ds:KeyValue', {}, [
        element('dsig11:ECKeyValue', { 'xmlns:dsig11': namespaces.signature11 }, [
          element('dsig11:NamedCurve', { URI: `urn:oid:${curves[namedCurve]?.oid}` }),
          leaf('dsig11:PublicKey', {}, pointOf(ephemeral.publicKey).toString('base64')),
        ]),
      ]),
    ]),
    element('xenc:RecipientKeyInfo', {}, [x509Data(certificate)]),
  ]);
  return [
    element('xenc:EncryptionMethod', { Algorithm: uri }),
    element('ds:KeyInfo', {}, [agreement]),
    cipherData(wrapKey(wrap, wrappingKey, contentKey)),
  ];
}

function x509Data(certificate: X509Certificate): Markup {
  return element('ds:X509Data', {}, [
    leaf('ds:X509Certificate', {}, certificateBody(certificate.toString())),
  ]);
}

function cipherData(value: Buffer): Markup {
  return element('xenc:CipherData', {}, [leaf('xenc:CipherValue', {}, value.toString('base64'))]);
}
