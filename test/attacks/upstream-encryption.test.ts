import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { after, afterEach, before, describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { CompactEncrypt } from 'jose';
import { kindOf, openUpstreamScene, type UpstreamScene } from '../support/upstream-client.ts';

const row = { encryption: { keys: ['RSA-OAEP-256'], contents: ['A256GCM'] } } as const;

describe('an encrypted ID token', () => {
  let scene: UpstreamScene;
  before(async () => {
    scene = await openUpstreamScene();
  });
  afterEach(() => scene.startAnew());
  after(() => scene.close());

  const encrypted = async (claims: Record<string, unknown>) =>
    scene.provider.encrypt(await scene.provider.signed(claims));

  /** The encrypted token is accepted, and what is made otherwise refused. */
  async function refuses(
    code: string,
    token: (claims: Record<string, unknown>) => Promise<string>,
  ): Promise<void> {
    scene.startAnew();
    scene.provider.state.twist.token = encrypted;
    assert.equal(kindOf(await scene.logIn({ row })), 'proven');
    scene.provider.state.twist.token = token;
    assert.equal(kindOf(await scene.logIn({ row })), `refused ${code}`);
  }

  test('is opened; in clear it is refused where it was to be encrypted, and encrypted where it was not', async () => {
    await refuses('upstream.not-encrypted', (claims) => scene.provider.signed(claims));
    scene.startAnew();
    assert.equal(kindOf(await scene.logIn()), 'proven');
    scene.provider.state.twist.token = encrypted;
    assert.equal(kindOf(await scene.logIn()), 'refused upstream.encryption');
  });

  test('says nothing without a signature within: anybody can encrypt for us (O05)', async () => {
    await refuses('upstream.token-form', (claims) => scene.provider.encrypt(JSON.stringify(claims)));
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    await refuses('upstream.algorithm', (claims) =>
      scene.provider.encrypt(`${none}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`),
    );
  });

  test('is opened by the algorithms that were agreed and by no other (O11)', async () => {
    const header = { enc: 'A256GCM', kid: 'sluis-enc' };
    await refuses('upstream.encryption', async (claims) =>
      scene.provider.encrypt(await scene.provider.signed(claims), { ...header, alg: 'RSA-OAEP' }),
    );
    await refuses('upstream.encryption', async (claims) =>
      scene.provider.encrypt(await scene.provider.signed(claims), {
        ...header,
        alg: 'RSA-OAEP-256',
        enc: 'A128CBC-HS256',
      }),
    );
  });

  test('is opened by no password, however long that would take (O11)', async () => {
    await refuses('upstream.encryption', async (claims) => {
      const header = { alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 2_000_000_000, p2s: 'c2FsdHNhbHQ' };
      const [, ...rest] = (await encrypted(claims)).split('.');
      return [Buffer.from(JSON.stringify(header)).toString('base64url'), ...rest].join('.');
    });
  });

  test('is not unpacked: a small one would become a large one (O11)', async () => {
    await refuses('upstream.encryption', async (claims) => {
      const [header = '', ...rest] = (await encrypted(claims)).split('.');
      const zipped = { ...JSON.parse(Buffer.from(header, 'base64url').toString()), zip: 'DEF' };
      assert.ok(deflateRawSync(Buffer.alloc(100_000_000)).length < 100_000);
      return [Buffer.from(JSON.stringify(zipped)).toString('base64url'), ...rest].join('.');
    });
  });

  test('is not opened with a key of somebody else, after a change, or with its tag cut off (O05)', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
    await refuses('upstream.encryption', async (claims) =>
      new CompactEncrypt(new TextEncoder().encode(await scene.provider.signed(claims)))
        .setProtectedHeader({ alg: 'RSA-OAEP-256', enc: 'A256GCM', kid: 'sluis-enc' })
        .encrypt(other.publicKey),
    );
    await refuses('upstream.encryption', async (claims) => (await encrypted(claims)).slice(0, -6));
    await refuses('upstream.encryption', async (claims) => {
      const [header, key, iv, , tag] = (await encrypted(claims)).split('.');
      return [header, key, iv, createHash('sha256').update('other').digest('base64url'), tag].join('.');
    });
  });

  test('tells nobody why it was not opened', async () => {
    const codes = new Set<string>();
    for (const cut of [1, 10, 20]) {
      scene.startAnew();
      scene.provider.state.twist.token = async (claims) => (await encrypted(claims)).slice(0, -cut);
      codes.add(kindOf(await scene.logIn({ row })));
    }
    assert.deepEqual([...codes], ['refused upstream.encryption']);
  });
});
