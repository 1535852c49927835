import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPublicKey,
  createSecretKey,
  diffieHellman,
  type KeyObject,
} from 'node:crypto';
import { curves, type Hash } from './algorithms.ts';
import { tags, writeDer } from './der.ts';
import { type WrapAlgorithm, wrapAlgorithms } from './encryption-algorithms.ts';

const WRAP_IV = Buffer.alloc(8, 0xa6);

/** The uncompressed point of an elliptic curve public key. */
export function pointOf(key: KeyObject): Buffer {
  const curve = curves[key.asymmetricKeyDetails?.namedCurve ?? ''];
  if (!curve) throw new Error('curve is not allowed');
  return key.export({ type: 'spki', format: 'der' }).subarray(-(2 * curve.bytes + 1));
}

/** The public key of an uncompressed point on a named curve; throws when the point is not on it, or is infinity. */
export function publicKeyFrom(curveName: string, point: Buffer): KeyObject {
  const curve = curves[curveName];
  if (!curve || point[0] !== 4 || point.length !== 2 * curve.bytes + 1)
    throw new Error('not an uncompressed point');
  const algorithm = writeDer(tags.sequence, Buffer.from(`06072a8648ce3d0201${curve.der}`, 'hex'));
  const bits = writeDer(tags.bits, Buffer.concat([Buffer.alloc(1), point]));
  const spki = writeDer(tags.sequence, Buffer.concat([algorithm, bits])).toString('base64');
  // As text: Node looks at bytes as at everything else that they could be, at twice the cost.
  return createPublicKey(`-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----`);
}

/**
 * The key that wraps the content key: ECDH-ES (XML Encryption 1.1, 5.6.1) with ConcatKDF (NIST SP 800-56A, 5.8.1).
 * `info` is the concatenation of AlgorithmID, PartyUInfo, PartyVInfo and what follows them.
 */
export function deriveWrappingKey(
  privateKey: KeyObject,
  publicKey: KeyObject,
  hash: Hash,
  info: Buffer,
  length: number,
): Buffer {
  const shared = diffieHellman({ privateKey, publicKey });
  const parts: Buffer[] = [];
  for (let counter = 1, done = 0; done < length; counter += 1) {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const part = createHash(hash).update(count).update(shared).update(info).digest();
    parts.push(part);
    done += part.length;
  }
  return Buffer.concat(parts).subarray(0, length);
}

/** AES key wrap (RFC 3394). */
export function wrapKey(algorithm: WrapAlgorithm, wrappingKey: Buffer, contentKey: Buffer): Buffer {
  const cipher = createCipheriv(wrapAlgorithms[algorithm].cipher, wrappingKey, WRAP_IV);
  return Buffer.concat([cipher.update(contentKey), cipher.final()]);
}

/** The reverse of `wrapKey`; throws when the integrity value is wrong. */
export function unwrapKey(algorithm: WrapAlgorithm, wrappingKey: Buffer, wrapped: Buffer): Buffer {
  const decipher = createDecipheriv(wrapAlgorithms[algorithm].cipher, createSecretKey(wrappingKey), WRAP_IV);
  return Buffer.concat([decipher.update(wrapped), decipher.final()]);
}
