import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { PasskeyOptions } from '../../src/domain/account-keys/index.ts';

const hash = (data: string | Uint8Array) => createHash('sha256').update(data).digest();

/** Flags of authenticator data (WebAuthn level 3, 6.1). */
const UP = 0x01;
const UV = 0x04;
const BE = 0x08;
const BS = 0x10;
const AT = 0x40;

/** What an authenticator may be made to do otherwise than an honest one. */
export type Mischief = {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly isVerified?: boolean;
  readonly isPresent?: boolean;
  readonly counter?: number;
  readonly userHandle?: string;
  readonly hasBogusSignature?: boolean;
  readonly isSynced?: boolean;
  readonly isBackedUp?: boolean;
};

/** Whom a maker vouches with: a key, and the certificates from it up to below its authority. */
export type Maker = { readonly key: KeyObject; readonly chain: readonly Uint8Array[] };

/** What a browser hands on of what it is asked for. */
export type Wanted = {
  readonly challenge: string;
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
};

/** An authenticator of software, with one passkey; what it says can be bent at each use. */
export function softAuthenticator(
  origin: string,
  {
    isSynced = false,
    isBackedUp = false,
    aaguid = Buffer.alloc(16),
    maker = null as Maker | null,
    counts = true,
  } = {},
) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  let kept = { rpId: '', userHandle: '', counter: counts ? 1 : 0 };
  const authenticatorData = (mischief: Mischief, attested: Uint8Array = Buffer.alloc(0)) => {
    const flags =
      (mischief.isPresent === false ? 0 : UP) |
      (mischief.isVerified === false ? 0 : UV) |
      ((mischief.isSynced ?? isSynced) ? BE : 0) |
      ((mischief.isBackedUp ?? isBackedUp) ? BS : 0) |
      (attested.length > 0 ? AT : 0);
    const head = Buffer.alloc(5);
    head.writeUInt8(flags);
    head.writeUInt32BE(mischief.counter ?? kept.counter, 1);
    return Buffer.concat([hash(mischief.rpId ?? kept.rpId), head, attested]);
  };
  const clientData = (type: string, challenge: string, mischief: Mischief) =>
    Buffer.from(
      JSON.stringify({
        type: mischief.type ?? type,
        challenge: mischief.challenge ?? challenge,
        origin: mischief.origin ?? origin,
        crossOrigin: false,
      }),
    );
  const credential = (response: object) =>
    JSON.stringify({
      id: id.toString('base64url'),
      rawId: id.toString('base64url'),
      type: 'public-key',
      response,
      clientExtensionResults: {},
    });
  return {
    id: id.toString('base64url'),
    /** Makes the passkey; the JSON that a browser would send. */
    make(options: PasskeyOptions, mischief: Mischief = {}): string {
      const { challenge, rp, user } = options as Wanted;
      kept = { ...kept, rpId: rp.id, userHandle: user.id };
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      const cose = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
          [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
        ]),
      );
      const attested = Buffer.concat([aaguid, Buffer.from([0, id.length]), id, cose]);
      const authData = authenticatorData(mischief, attested);
      const client = clientData('webauthn.create', challenge, mischief);
      const statement = new Map<string, unknown>();
      if (maker !== null) {
        statement.set('alg', -7);
        const signed = Buffer.concat([authData, hash(client)]);
        statement.set('sig', new Uint8Array(sign('sha256', signed, maker.key)));
        statement.set(
          'x5c',
          maker.chain.map((each) => new Uint8Array(each)),
        );
      }
      const attestationObject = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', maker === null ? 'none' : 'packed'],
          ['attStmt', statement],
          ['authData', new Uint8Array(authData)],
        ]) as never,
      );
      return credential({
        clientDataJSON: client.toString('base64url'),
        attestationObject: Buffer.from(attestationObject).toString('base64url'),
        transports: ['internal', 'hybrid'],
      });
    },
    /** Uses it, and counts; the JSON that a browser would send. */
    use(options: PasskeyOptions, mischief: Mischief = {}): string {
      const { challenge } = options as Pick<Wanted, 'challenge'>;
      if (counts) kept = { ...kept, counter: kept.counter + 1 };
      const authData = authenticatorData(mischief);
      const client = clientData('webauthn.get', challenge, mischief);
      const key = mischief.hasBogusSignature
        ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
        : privateKey;
      return credential({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', Buffer.concat([authData, hash(client)]), key).toString('base64url'),
        userHandle: mischief.userHandle ?? kept.userHandle,
      });
    },
  };
}
