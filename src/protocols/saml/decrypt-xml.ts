import { createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { curves, type Hash, hashOf } from './algorithms.ts';
import { decodeBase64 } from './base64.ts';
import {
  CONCAT_KDF,
  contentAlgorithms,
  ECDH_ES,
  mgfOf,
  RSA_OAEP,
  RSA_OAEP_MGF1P,
  type WrapAlgorithm,
  wrapAlgorithms,
} from './encryption-algorithms.ts';
import { deriveWrappingKey, publicKeyFrom, unwrapKey } from './key-agreement.ts';
import { certificateBody, type DecryptionKey } from './keys.ts';
import { namespaces } from './namespaces.ts';
import { decryptOaep } from './oaep.ts';
import { countWork } from './work.ts';
import { attributeOf, childrenNamed, everyElement, onlyChild, textOf, type XmlElement } from './xml-tree.ts';

const { encryption, encryption11, signature, signature11 } = namespaces;

/** More keys than an honest sender puts in are not tried: each may cost an RSA operation. */
const MAX_ENCRYPTED_KEYS = 3;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export type DecryptionPolicy = {
  /** Accept `rsa-oaep-mgf1p`: only for a peer whose metadata announces no version above 1.3. */
  readonly legacyTransport: boolean;
};

/**
 * Decrypts what `container` (an `EncryptedAssertion`) holds. `null` for every failure alike: which algorithm, key or
 * check it was is not told to anyone, so that nobody can learn from it (XML Encryption 1.1, 6.1).
 */
export function decryptElement(
  container: XmlElement,
  keys: readonly DecryptionKey[],
  policy: DecryptionPolicy,
): Buffer | null {
  const data = onlyChild(container, encryption, 'EncryptedData');
  if (!data) return null;
  const type = attributeOf(data, 'Type');
  if (type !== null && type !== `${encryption}Element`) return null;
  const method = attributeOf(onlyChild(data, encryption, 'EncryptionMethod'), 'Algorithm');
  const content = Object.values(contentAlgorithms).find((each) => each.uri === method);
  const sealed = cipherValueOf(data);
  if (!content || !sealed || sealed.length <= IV_BYTES + TAG_BYTES) return null;
  for (const encryptedKey of encryptedKeysOf(container, data)) {
    for (const { privateKey } of candidates(encryptedKey, keys)) {
      countWork('keyOperations');
      const contentKey = attempt(() => openKey(encryptedKey, privateKey, policy));
      const opened = contentKey?.length === content.bytes ? attempt(() => open(contentKey, sealed)) : null;
      if (opened) return opened;
    }
  }
  return null;
}

function open(contentKey: Buffer, sealed: Buffer): Buffer {
  const name = `aes-${contentKey.length * 8}-gcm` as 'aes-256-gcm';
  const decipher = createDecipheriv(name, createSecretKey(contentKey), sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}

/**
 * Inside the `KeyInfo` of the data, or beside it when a reference ties the two together; never from elsewhere. A key that says what it is
 * for, and does not name these data, is for others.
 */
function encryptedKeysOf(container: XmlElement, data: XmlElement): readonly XmlElement[] {
  const info = onlyChild(data, signature, 'KeyInfo');
  const dataId = attributeOf(data, 'Id');
  const inside = (info ? childrenNamed(info, encryption, 'EncryptedKey') : []).filter(
    (key) => !isForOthers(key, dataId),
  );
  const wanted = info
    ? childrenNamed(info, signature, 'RetrievalMethod').map((each) => attributeOf(each, 'URI'))
    : [];
  const beside = childrenNamed(container, encryption, 'EncryptedKey').filter((key) => {
    if (isForOthers(key, dataId)) return false;
    if (wanted.length > 0) return wanted.includes(`#${attributeOf(key, 'Id')}`);
    return referencesOf(key).length > 0 || inside.length === 0;
  });
  const all = [...inside, ...beside];
  return all.length > MAX_ENCRYPTED_KEYS ? [] : all;
}

function isForOthers(key: XmlElement, dataId: string | null): boolean {
  const references = referencesOf(key);
  return references.length > 0 && (dataId === null || !references.includes(`#${dataId}`));
}

function referencesOf(key: XmlElement): readonly (string | null)[] {
  return childrenNamed(key, encryption, 'ReferenceList').flatMap((list) =>
    list.children.map((each) =>
      each.namespace === encryption && each.name === 'DataReference' ? attributeOf(each, 'URI') : null,
    ),
  );
}

/** Our keys worth trying: the one whose certificate is named, when one is; otherwise all. */
function candidates(encryptedKey: XmlElement, keys: readonly DecryptionKey[]): readonly DecryptionKey[] {
  const named = everyElement(encryptedKey)
    .filter((each) => each.namespace === signature && each.name === 'X509Certificate')
    .map((each) => each.text.replace(/\s+/g, ''));
  return named.length === 0 ? keys : keys.filter((key) => named.includes(certificateBody(key.certificate)));
}

function openKey(encryptedKey: XmlElement, privateKey: KeyObject, policy: DecryptionPolicy): Buffer | null {
  const method = onlyChild(encryptedKey, encryption, 'EncryptionMethod');
  const algorithm = attributeOf(method, 'Algorithm');
  const wrapped = cipherValueOf(encryptedKey);
  if (!method || !wrapped) return null;
  if (privateKey.asymmetricKeyType === 'ec') return openAgreed(encryptedKey, algorithm, wrapped, privateKey);
  const hashes = transportHashes(method, algorithm, policy);
  if (!hashes) return null;
  const parameters = textOf(onlyChild(method, encryption, 'OAEPparams'));
  const label = parameters === null ? Buffer.alloc(0) : decodeBase64(parameters);
  return label && decryptOaep(privateKey, wrapped, { ...hashes, label });
}

function transportHashes(method: XmlElement, algorithm: string | null, policy: DecryptionPolicy) {
  const digestUri = attributeOf(onlyChild(method, signature, 'DigestMethod'), 'Algorithm');
  const digest = hashOf(digestUri);
  if (algorithm === RSA_OAEP) {
    const mask = mgfOf(attributeOf(onlyChild(method, encryption11, 'MGF'), 'Algorithm'));
    return digest && mask ? { digest, mask } : null;
  }
  if (algorithm !== RSA_OAEP_MGF1P || !policy.legacyTransport) return null;
  const older = digestUri === null || digestUri === `${signature}sha1` ? 'sha1' : digest;
  return older ? { digest: older, mask: 'sha1' } : null;
}

function openAgreed(
  encryptedKey: XmlElement,
  algorithm: string | null,
  wrapped: Buffer,
  privateKey: KeyObject,
): Buffer | null {
  const names = Object.keys(wrapAlgorithms) as WrapAlgorithm[];
  const wrap = names.find((name) => wrapAlgorithms[name].uri === algorithm);
  const agreement = onlyChild(onlyChild(encryptedKey, signature, 'KeyInfo'), encryption, 'AgreementMethod');
  const derivation = onlyChild(agreement, encryption11, 'KeyDerivationMethod');
  const parameters = onlyChild(derivation, encryption11, 'ConcatKDFParams');
  const hash: Hash | null = hashOf(
    attributeOf(onlyChild(parameters, signature, 'DigestMethod'), 'Algorithm'),
  );
  if (!wrap || !parameters || !hash || attributeOf(agreement, 'Algorithm') !== ECDH_ES) return null;
  if (attributeOf(derivation, 'Algorithm') !== CONCAT_KDF) return null;
  const originator = onlyChild(onlyChild(agreement, encryption, 'OriginatorKeyInfo'), signature, 'KeyValue');
  const keyValue = onlyChild(originator, signature11, 'ECKeyValue');
  const oid = attributeOf(onlyChild(keyValue, signature11, 'NamedCurve'), 'URI');
  const curve = privateKey.asymmetricKeyDetails?.namedCurve ?? '';
  const point = decodeBase64(textOf(onlyChild(keyValue, signature11, 'PublicKey')) ?? '!');
  const info = otherInfo(parameters);
  // The sender's curve must be ours: no arithmetic on a curve that somebody else chose.
  if (oid !== `urn:oid:${curves[curve]?.oid}` || !point || !info) return null;
  const wrappingKey = deriveWrappingKey(
    privateKey,
    publicKeyFrom(curve, point),
    hash,
    info,
    wrapAlgorithms[wrap].bytes,
  );
  return unwrapKey(wrap, wrappingKey, wrapped);
}

/** Bit strings of whole bytes, concatenated; a part that is absent is empty (XML Encryption 1.1, 5.4.1). */
function otherInfo(parameters: XmlElement): Buffer | null {
  const parts = ['AlgorithmID', 'PartyUInfo', 'PartyVInfo', 'SuppPubInfo', 'SuppPrivInfo'].map((name) => {
    const value = attributeOf(parameters, name)?.trim() ?? '00';
    return /^00(?:[0-9A-Fa-f]{2})*$/.test(value) ? Buffer.from(value.slice(2), 'hex') : null;
  });
  return parts.every((part) => part !== null) ? Buffer.concat(parts) : null;
}

function cipherValueOf(element: XmlElement): Buffer | null {
  const value = textOf(onlyChild(onlyChild(element, encryption, 'CipherData'), encryption, 'CipherValue'));
  return value === null ? null : decodeBase64(value);
}

function attempt<Value>(work: () => Value | null): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}
