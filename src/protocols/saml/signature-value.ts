import { constants, type KeyObject, sign, verify } from 'node:crypto';
import { curves, signatureAlgorithms, type XmlSignatureAlgorithm } from './algorithms.ts';
import { onlyDer, readDer, tags, writeDer } from './der.ts';

// ECDSA: Node would write the pair by itself (`dsaEncoding`), but looks at a key with options as at everything else that it could be, by
// errors that it throws and catches: that costs as much as the signature.

/** Signs as XML Signature says: PSS with a salt as long as the digest; of ECDSA the pair of numbers, side by side (XML Signature 1.1, 6.4.3). */
export function signBytes(algorithm: XmlSignatureAlgorithm, key: KeyObject, bytes: Buffer): Buffer {
  const { hash, keyType } = signatureAlgorithms[algorithm];
  if (keyType === 'rsa') return sign(hash, bytes, withPss(key));
  const [r, s] = readDer(onlyDer(sign(hash, bytes, key), tags.sequence) ?? Buffer.alloc(0)) ?? [];
  return Buffer.concat([r, s].map((each) => padded(each?.content ?? Buffer.alloc(0), coordinateOf(key))));
}

/** Whether the value is the key's signature of these bytes. The key must fit the algorithm. */
export function isSignature(
  algorithm: XmlSignatureAlgorithm,
  key: KeyObject,
  bytes: Buffer,
  value: Buffer,
): boolean {
  const { hash, keyType } = signatureAlgorithms[algorithm];
  if (keyType === 'rsa') return verify(hash, bytes, withPss(key), value);
  const length = coordinateOf(key);
  if (value.length !== 2 * length) return false;
  const pair = [value.subarray(0, length), value.subarray(length)].map(integer);
  return verify(hash, bytes, key, writeDer(tags.sequence, Buffer.concat(pair)));
}

function withPss(key: KeyObject) {
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}

function coordinateOf(key: KeyObject): number {
  const curve = curves[key.asymmetricKeyDetails?.namedCurve ?? ''];
  if (!curve) throw new Error('curve is not allowed');
  return curve.bytes;
}

/** A number of a signature as DER has it: without zeros in front, but one where its first bit is set. */
function integer(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const number = first < 0 ? bytes.subarray(-1) : bytes.subarray(first);
  const isHigh = (number[0] ?? 0) >= 0x80;
  return writeDer(tags.integer, isHigh ? Buffer.concat([Buffer.alloc(1), number]) : number);
}

function padded(number: Buffer, length: number): Buffer {
  const digits = number.subarray(-length);
  return Buffer.concat([Buffer.alloc(length - digits.length), digits]);
}
