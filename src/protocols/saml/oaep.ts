import {
  constants,
  createHash,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Hashes of OAEP and of its mask; `sha1` only as the mask, and the digest, of `rsa-oaep-mgf1p`. */
export type OaepHashes = { readonly digest: string; readonly mask: string; readonly label?: Buffer };

/**
 * RSAES-OAEP (RFC 8017, 7.1.1). OpenSSL does it when both hashes are the same; Node cannot name two different ones, so
 * that case is padded here.
 */
export function encryptOaep(key: KeyObject, message: Buffer, hashes: OaepHashes): Buffer {
  const label = hashes.label ?? Buffer.alloc(0);
  if (hashes.digest === hashes.mask) {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    return publicEncrypt({ key, padding, oaepHash: hashes.digest, oaepLabel: label }, message);
  }
  const length = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  const labelHash = createHash(hashes.digest).update(label).digest();
  const filler = Buffer.alloc(length - message.length - 2 * labelHash.length - 2);
  const block = Buffer.concat([labelHash, filler, Buffer.from([1]), message]);
  const seed = randomBytes(labelHash.length);
  const maskedBlock = xor(block, mask(hashes.mask, seed, block.length));
  const maskedSeed = xor(seed, mask(hashes.mask, maskedBlock, seed.length));
  const padded = Buffer.concat([Buffer.from([0]), maskedSeed, maskedBlock]);
  return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, padded);
}

/** The reverse of `encryptOaep`; throws the same error whatever is wrong, after the same amount of work. */
export function decryptOaep(key: KeyObject, encrypted: Buffer, hashes: OaepHashes): Buffer {
  const label = hashes.label ?? Buffer.alloc(0);
  if (hashes.digest === hashes.mask) {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    return privateDecrypt({ key, padding, oaepHash: hashes.digest, oaepLabel: label }, encrypted);
  }
  const padded = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, encrypted);
  const labelHash = createHash(hashes.digest).update(label).digest();
  const size = labelHash.length;
  const maskedBlock = padded.subarray(1 + size);
  const seed = xor(padded.subarray(1, 1 + size), mask(hashes.mask, maskedBlock, size));
  const block = xor(maskedBlock, mask(hashes.mask, seed, maskedBlock.length));
  // No branch on secret bytes until all of them were looked at: `bad` gathers faults, `start` the place after the 01.
  let bad = (padded[0] ?? 1) | Number(!timingSafeEqual(block.subarray(0, size), labelHash));
  let searching = 1;
  let start = 0;
  for (let index = size; index < block.length; index += 1) {
    const byte = block[index] ?? 0;
    const isOne = Number(byte === 1);
    start |= -(searching & isOne) & (index + 1);
    bad |= searching & (1 - isOne) & Number(byte !== 0);
    searching &= 1 - isOne;
  }
  if ((bad | searching) !== 0) throw new Error('decryption failed');
  return block.subarray(start);
}

/** MGF1 (RFC 8017, B.2.1). */
function mask(hash: string, seed: Buffer, length: number): Buffer {
  const parts: Buffer[] = [];
  for (let counter = 0, done = 0; done < length; counter += 1) {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const part = createHash(hash).update(seed).update(count).digest();
    parts.push(part);
    done += part.length;
  }
  return Buffer.concat(parts).subarray(0, length);
}

function xor(left: Buffer, right: Buffer): Buffer {
  return Buffer.from(left.map((byte, index) => byte ^ (right[index] ?? 0)));
}
