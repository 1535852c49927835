import assert from 'node:assert/strict';
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import test from 'node:test';
import { curves } from './algorithms.ts';
import { deriveWrappingKey, pointOf, publicKeyFrom, unwrapKey, wrapKey } from './key-agreement.ts';

const lengthPrefixed = (text: string) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, Buffer.from(text)]);
};

test('key agreement and ConcatKDF give the key of RFC 7518, appendix C', () => {
  const alice = {
    kty: 'EC',
    crv: 'P-256',
    x: 'gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0',
    y: 'SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps',
    d: '0_NxaRPUMQoAJt50Gz8YiTr8gRTwyEaCumd-MToTmIo',
  };
  const bob = {
    kty: 'EC',
    crv: 'P-256',
    x: 'weNJy2HscCSM6AEDTDg04biOvhFhyyWvOHQfeF_PxMQ',
    y: 'e8lnCO-AlStT-NJVX-crhB7QRYhiix03illJOVAOyck',
  };
  const bits = Buffer.from([0, 0, 0, 128]);
  const info = Buffer.concat([
    lengthPrefixed('A128GCM'),
    lengthPrefixed('Alice'),
    lengthPrefixed('Bob'),
    bits,
  ]);
  const key = deriveWrappingKey(
    createPrivateKey({ key: alice, format: 'jwk' }),
    createPublicKey({ key: bob, format: 'jwk' }),
    'sha256',
    info,
    16,
  );
  assert.equal(key.toString('base64url'), 'VqqN6vgjbSBcIijNcacQGg');
});

test('key wrap gives the value of RFC 3394, 4.1 and 4.6', () => {
  const data = Buffer.from('00112233445566778899AABBCCDDEEFF', 'hex');
  const short = wrapKey('kw-aes128', Buffer.from('000102030405060708090A0B0C0D0E0F', 'hex'), data);
  assert.equal(short.toString('hex').toUpperCase(), '1FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE5');
  const long = Buffer.from('000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F', 'hex');
  const whole = Buffer.concat([data, Buffer.from('000102030405060708090A0B0C0D0E0F', 'hex')]);
  assert.equal(
    wrapKey('kw-aes256', long, whole).toString('hex').toUpperCase(),
    '28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21',
  );
});

test('a wrapped key that was changed is refused', () => {
  const wrapping = Buffer.alloc(32, 1);
  const wrapped = wrapKey('kw-aes256', wrapping, Buffer.alloc(32, 2));
  assert.deepEqual(unwrapKey('kw-aes256', wrapping, wrapped), Buffer.alloc(32, 2));
  wrapped[3] = (wrapped[3] ?? 0) ^ 1;
  assert.throws(() => unwrapKey('kw-aes256', wrapping, wrapped));
});

for (const namedCurve of Object.keys(curves)) {
  test(`two parties agree on ${namedCurve}, through the point alone`, () => {
    const one = generateKeyPairSync('ec', { namedCurve });
    const other = generateKeyPairSync('ec', { namedCurve });
    const sent = publicKeyFrom(namedCurve, pointOf(one.publicKey));
    const info = Buffer.from('info');
    assert.deepEqual(
      deriveWrappingKey(other.privateKey, sent, 'sha384', info, 32),
      deriveWrappingKey(one.privateKey, other.publicKey, 'sha384', info, 32),
    );
  });

  test(`a point that is not on ${namedCurve} is refused`, () => {
    const size = 2 * (curves[namedCurve]?.bytes ?? 0);
    assert.throws(() => publicKeyFrom(namedCurve, Buffer.concat([Buffer.from([4]), Buffer.alloc(size, 3)])));
    assert.throws(() => publicKeyFrom(namedCurve, Buffer.from([0])));
    assert.throws(() =>
      publicKeyFrom(namedCurve, Buffer.concat([Buffer.from([2]), Buffer.alloc(size / 2, 3)])),
    );
  });
}
