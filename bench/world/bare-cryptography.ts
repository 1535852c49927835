import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import type { OidcApplication } from '../../src/domain/application/index.ts';
import {
  deriveWrappingKey,
  pointOf,
  publicKeyFrom,
  unwrapKey,
  wrapKey,
} from '../../src/protocols/saml/key-agreement.ts';
import { ownCpu } from '../processes/measured.ts';
import type { World } from './open-world.ts';

const CURVE = 'prime256v1';
const SIGNED_INFO_BYTES = 700;
const ID_TOKEN_BYTES = 1200;
const REQUEST_BYTES = 1600;

/**
 * The cryptography of one known-link login and nothing around it, with the algorithms and keys of this world: sign the request
 * to the member state, verify the signature of its answer, decrypt the assertion, sign the ID token.
 */
export function bareCryptography(world: World, algorithm: OidcApplication['idTokenAlgorithm']): () => void {
  const ec = { dsaEncoding: 'ieee-p1363' } as const;
  const connector = world.keys.eidas.signing.privateKey;
  const state = world.country.signing.privateKey;
  const signer = createPublicKey(state);
  const ours = world.keys.eidas.decryption.at(-1)?.privateKey;
  const token = world.keys.oidc.find((key) => key.algorithm === algorithm && key.current);
  if (!ours || !token) throw new Error('the keys of the bench are not there');
  const idTokenKey = createPrivateKey({ key: token.privateJwk, format: 'jwk' });
  const request = randomBytes(REQUEST_BYTES);
  const answer = Buffer.from(
    world.country.answer({ request: '_bench', identifier: 'DE/BE/bench' }),
    'base64',
  );
  const signedInfo = randomBytes(SIGNED_INFO_BYTES);
  const signature = sign('sha256', signedInfo, { key: state, ...ec });
  const idToken = randomBytes(ID_TOKEN_BYTES);
  const contentKey = randomBytes(32);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', contentKey, iv);
  const sealed = Buffer.concat([cipher.update(answer.subarray(0, answer.length / 2)), cipher.final()]);
  const tag = cipher.getAuthTag();
  const sender = generateKeyPairSync('ec', { namedCurve: CURVE });
  const point = pointOf(sender.publicKey);
  const info = Buffer.alloc(10);
  const wrapped = wrapKey(
    'kw-aes256',
    deriveWrappingKey(sender.privateKey, createPublicKey(ours), 'sha256', info, 32),
    contentKey,
  );
  return () => {
    sign('sha256', request, { key: connector, ...ec });
    createHash('sha256').update(answer).digest();
    if (!verify('sha256', signedInfo, { key: signer, ...ec }, signature)) throw new Error('not signed');
    const wrapping = deriveWrappingKey(ours, publicKeyFrom(CURVE, point), 'sha256', info, 32);
    const decipher = createDecipheriv('aes-256-gcm', unwrapKey('kw-aes256', wrapping, wrapped), iv);
    decipher.setAuthTag(tag);
    decipher.update(sealed);
    decipher.final();
    sign('sha256', idToken, algorithm === 'ES256' ? { key: idTokenKey, ...ec } : idTokenKey);
  };
}

/** CPU of one run of `work` in milliseconds, over so many runs. */
export function cpuOf(work: () => void, runs: number): number {
  const before = ownCpu();
  for (let run = 0; run < runs; run += 1) work();
  return (ownCpu() - before) / runs;
}
