import assert from 'node:assert/strict';
import { constants, generateKeyPairSync, publicEncrypt } from 'node:crypto';
import test from 'node:test';
import { decryptOaep, encryptOaep } from './oaep.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
const message = Buffer.from('a content key of 32 bytes exactly');
const hashes = ['sha1', 'sha256', 'sha384', 'sha512'];

for (const digest of hashes) {
  for (const mask of hashes) {
    test(`OAEP with digest ${digest} and mask ${mask} opens to what was sealed, and to nothing with other hashes`, () => {
      const sealed = encryptOaep(publicKey, message, { digest, mask });
      assert.deepEqual(decryptOaep(privateKey, sealed, { digest, mask }), message);
      const otherMask = mask === 'sha256' ? 'sha512' : 'sha256';
      assert.throws(() => decryptOaep(privateKey, sealed, { digest, mask: otherMask }));
      const label = Buffer.from('label');
      assert.throws(() => decryptOaep(privateKey, sealed, { digest, mask, label }));
      assert.deepEqual(
        decryptOaep(privateKey, encryptOaep(publicKey, message, { digest, mask, label }), {
          digest,
          mask,
          label,
        }),
        message,
      );
    });
  }
}

test('a block that is not padded at all is refused', () => {
  const block = Buffer.alloc(384, 1);
  block[0] = 0;
  const sealed = publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, block);
  assert.throws(() => decryptOaep(privateKey, sealed, { digest: 'sha256', mask: 'sha512' }));
});

test('messages of every length come back', () => {
  for (const length of [0, 1, 16, 24, 32, 64, 254]) {
    const bytes = Buffer.alloc(length, 7);
    assert.deepEqual(
      decryptOaep(privateKey, encryptOaep(publicKey, bytes, { digest: 'sha512', mask: 'sha256' }), {
        digest: 'sha512',
        mask: 'sha256',
      }),
      bytes,
    );
  }
});
