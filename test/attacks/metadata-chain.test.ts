// @peculiar/x509 resolves its parts through tsyringe, which needs this polyfill to be there first.
import 'reflect-metadata';
import assert from 'node:assert/strict';
import { createPrivateKey, webcrypto, X509Certificate } from 'node:crypto';
import test from 'node:test';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { CountryCode } from '#src/domain/eidas-country/index.ts';
import { readServiceMetadata } from '#src/protocols/eidas/metadata/read-service-metadata.ts';
import { writeServiceMetadata } from '#src/protocols/eidas/service/write-service-metadata.ts';
import { assuranceUri } from '#src/protocols/eidas/vocabulary.ts';
import type { SigningKey } from '#src/protocols/saml/keys.ts';
import { workOf } from '#src/protocols/saml/work.ts';
import { swap } from '../support/eidas-craft.ts';
import { at, makeSigningKey } from '../support/eidas-peer.ts';

// Who may sign a country's metadata, beside its anchors: only a certificate for that use, in a chain that is as the profile says.

const { subtle } = webcrypto;
const DAY = 86_400_000;
const purposes = {
  server: '1.3.6.1.5.5.7.3.1',
  client: '1.3.6.1.5.5.7.3.2',
  code: '1.3.6.1.5.5.7.3.3',
  mail: '1.3.6.1.5.5.7.3.4',
  time: '1.3.6.1.5.5.7.3.8',
  ocsp: '1.3.6.1.5.5.7.3.9',
  documents: '1.3.6.1.5.5.7.3.36',
  any: '2.5.29.37.0',
};

type Made = { readonly keys: webcrypto.CryptoKeyPair; readonly name: string; readonly pem: string };
type Wish = {
  readonly name: string;
  readonly issuer?: Made;
  readonly ca?: boolean;
  readonly pathLength?: number;
  readonly usage?: number | null;
  readonly purposes?: readonly string[];
  readonly extra?: readonly Extension[];
  readonly hash?: 'SHA-1' | 'SHA-256' | 'SHA-384';
  readonly rsa?: { readonly bits: number; readonly scheme: 'RSA-PSS' | 'RSASSA-PKCS1-v1_5' };
  readonly years?: number;
};

async function make(wish: Wish): Promise<Made> {
  const generated = wish.rsa
    ? {
        name: wish.rsa.scheme,
        modulusLength: wish.rsa.bits,
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: wish.hash ?? 'SHA-256',
      }
    : { name: 'ECDSA', namedCurve: 'P-256' };
  const keys = (await subtle.generateKey(generated, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
  const signer = wish.issuer?.keys ?? keys;
  const hash = wish.hash ?? 'SHA-256';
  const scheme = signer.privateKey.algorithm.name;
  const usage = wish.usage ?? (wish.ca ? KeyUsageFlags.keyCertSign : KeyUsageFlags.digitalSignature);
  const certificate = await X509CertificateGenerator.create({
    subject: `CN=${wish.name},C=EE`,
    issuer: `CN=${wish.issuer?.name ?? wish.name},C=EE`,
    publicKey: keys.publicKey,
    signingKey: signer.privateKey,
    signingAlgorithm: { name: scheme, hash, ...(scheme === 'RSA-PSS' ? { saltLength: 32 } : {}) },
    notBefore: new Date(at.getTime() - DAY),
    notAfter: new Date(at.getTime() + (wish.years ?? 1) * 365 * DAY),
    extensions: [
      new BasicConstraintsExtension(wish.ca ?? false, wish.pathLength, true),
      ...(wish.usage === null ? [] : [new KeyUsagesExtension(usage, true)]),
      ...(wish.purposes ? [new ExtendedKeyUsageExtension([...wish.purposes])] : []),
      ...(wish.extra ?? []),
    ],
  });
  return { keys, name: wish.name, pem: certificate.toString('pem') };
}

async function asKey(made: Made): Promise<SigningKey> {
  const pkcs8 = Buffer.from(await subtle.exportKey('pkcs8', made.keys.privateKey));
  const isEc = made.keys.privateKey.algorithm.name === 'ECDSA';
  return {
    privateKey: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }),
    certificate: made.pem,
    algorithm: isEc ? 'ecdsa-sha256' : 'rsa-pss-sha256',
  };
}

const service = await makeSigningKey();
const contact = { givenName: 'Help', email: 'help@eidas.ee.example' };
const body = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '');

function write(key: SigningKey, chain: readonly Made[] = []): string {
  const xml = writeServiceMetadata(
    {
      entityId: 'https://eidas.ee.example/metadata',
      country: 'EE',
      endpoints: { redirect: 'https://eidas.ee.example/sso', post: null },
      assuranceUris: [assuranceUri('high')],
      protocolVersions: ['1.4'],
      signingCertificates: [service.certificate],
      encryptionCertificates: [],
      organization: {
        name: 'EE',
        displayName: 'EE',
        url: 'https://ee.example',
        technical: contact,
        support: contact,
      },
      validUntil: new Date(at.getTime() + DAY),
    },
    key,
  );
  if (chain.length === 0) return xml;
  const more = chain.map((each) => `<ds:X509Certificate>${body(each.pem)}</ds:X509Certificate>`).join('');
  return swap(
    '</ds:X509Data></ds:KeyInfo></ds:Signature>',
    `${more}</ds:X509Data></ds:KeyInfo></ds:Signature>`,
  )(xml);
}

async function read(
  leaf: Made,
  chain: readonly Made[] = [],
  over: { signers?: string[]; anchor?: Made } = {},
) {
  const trust = [(over.anchor ?? root).pem];
  return readServiceMetadata(write(await asKey(leaf), chain), {
    country: 'EE' as CountryCode,
    trust,
    at,
    ...(over.signers ? { signers: over.signers } : {}),
  });
}

const accepted = async (...args: Parameters<typeof read>) => {
  const outcome = await read(...args);
  assert.equal(outcome.kind, 'accepted', JSON.stringify(outcome));
};
const refused = async (...args: Parameters<typeof read>) =>
  assert.deepEqual(await read(...args), { kind: 'refused', code: 'eidas.metadata-untrusted' });

const root = await make({ name: 'root', ca: true, years: 9 });
const honest = await make({ name: 'signer', issuer: root });

test('X22 certificates for seals are accepted, and those of servers and other things are refused', async () => {
  for (const allowed of [
    {},
    { usage: null },
    { usage: KeyUsageFlags.nonRepudiation },
    { purposes: [purposes.documents] },
    { purposes: [purposes.mail, purposes.client] },
    { purposes: [purposes.any] },
  ])
    await accepted(await make({ name: 'signer', issuer: root, ...allowed }));
  for (const wrong of [
    { purposes: [purposes.server] },
    { purposes: [purposes.server, purposes.client] },
    { purposes: [purposes.client] },
    { purposes: [purposes.code] },
    { purposes: [purposes.time] },
    { purposes: [purposes.ocsp] },
    { purposes: [purposes.documents, purposes.server] },
    { purposes: ['1.2.3.4'] },
    { usage: KeyUsageFlags.keyEncipherment },
    { usage: KeyUsageFlags.keyAgreement },
    { usage: KeyUsageFlags.keyCertSign },
  ])
    await refused(await make({ name: 'signer', issuer: root, ...wrong }));
});

test('X22 a certificate that was signed with another algorithm than the profile allows is refused', async () => {
  await accepted(await make({ name: 'signer', issuer: root, hash: 'SHA-384' }));
  await refused(await make({ name: 'signer', issuer: root, hash: 'SHA-1' }));
  const pss = await make({ name: 'rsa', ca: true, rsa: { bits: 3072, scheme: 'RSA-PSS' } });
  await accepted(await make({ name: 'signer', issuer: pss }), [], { anchor: pss });
  const sha1 = await make({ name: 'sha1', ca: true, rsa: { bits: 3072, scheme: 'RSA-PSS' }, hash: 'SHA-1' });
  await refused(await make({ name: 'signer', issuer: sha1, hash: 'SHA-1' }), [], { anchor: sha1 });
  const older = await make({ name: 'older', ca: true, rsa: { bits: 3072, scheme: 'RSASSA-PKCS1-v1_5' } });
  await refused(await make({ name: 'signer', issuer: older }), [], { anchor: older });
  const middle = await make({ name: 'middle', ca: true, issuer: root, hash: 'SHA-1' });
  await refused(await make({ name: 'signer', issuer: middle }), [middle]);
});

test('X22 a weak key anywhere in the chain is refused', async () => {
  const weak = { bits: 2048, scheme: 'RSA-PSS' } as const;
  const middle = await make({ name: 'middle', ca: true, issuer: root, rsa: weak });
  await refused(await make({ name: 'signer', issuer: middle }), [middle]);
  const anchor = await make({ name: 'weak root', ca: true, rsa: weak });
  await refused(await make({ name: 'signer', issuer: anchor }), [], { anchor });
  await accepted(honest);
});

test('X22 an issuer that may not issue, or not so deep, is not followed', async () => {
  const through = async (wish: Partial<Wish>) => {
    const middle = await make({ name: 'middle', ca: true, issuer: root, ...wish });
    return [await make({ name: 'signer', issuer: middle }), [middle]] as const;
  };
  await accepted(...(await through({})));
  await accepted(...(await through({ pathLength: 0 })));
  await refused(...(await through({ ca: false, usage: KeyUsageFlags.keyCertSign })));
  await refused(...(await through({ usage: KeyUsageFlags.digitalSignature })));
  await refused(...(await through({ usage: null })));
  await refused(...(await through({ purposes: [purposes.server] })));
  const narrow = await make({ name: 'narrow', ca: true, issuer: root, pathLength: 0 });
  const below = await make({ name: 'below', ca: true, issuer: narrow });
  await refused(await make({ name: 'signer', issuer: below }), [below, narrow]);
});

test('X22 a critical extension that is not understood ends the chain, anywhere in it', async () => {
  const unknown = new Extension('1.3.6.1.4.1.99999.1', true, Buffer.from('0500', 'hex'));
  const known = new Extension('1.3.6.1.4.1.99999.1', false, Buffer.from('0500', 'hex'));
  const policies = new Extension('2.5.29.32', true, Buffer.from('300630040602' + '2a03', 'hex'));
  await accepted(await make({ name: 'signer', issuer: root, extra: [known] }));
  await accepted(await make({ name: 'signer', issuer: root, extra: [policies] }));
  await refused(await make({ name: 'signer', issuer: root, extra: [unknown] }));
  const middle = await make({ name: 'middle', ca: true, issuer: root, extra: [unknown] });
  await refused(await make({ name: 'signer', issuer: middle }), [middle]);
});

test('X22 an issuer with name constraints is not followed, critical or not', async () => {
  // permittedSubtrees: dNSName "example".
  const constraints = Buffer.from('300da00b3009820765 78616d706c65'.replaceAll(' ', ''), 'hex');
  for (const critical of [true, false]) {
    const extra = [new Extension('2.5.29.30', critical, constraints)];
    const middle = await make({ name: 'middle', ca: true, issuer: root, extra });
    await refused(await make({ name: 'signer', issuer: middle }), [middle]);
    const anchor = await make({ name: 'constrained', ca: true, extra });
    await refused(await make({ name: 'signer', issuer: anchor }), [], { anchor });
  }
});

test('X22 where signers are pinned, no other certificate under the anchor counts, nor the anchor itself', async () => {
  const { fingerprint256 } = new X509Certificate(honest.pem);
  await accepted(honest, [], { signers: [fingerprint256] });
  await refused(await make({ name: 'signer', issuer: root }), [], { signers: [fingerprint256] });
  await accepted(root);
  await refused(root, [], { signers: [fingerprint256] });
});

test('X22 certificates that have all issued each other cost nothing: no stranger’s key verifies anything', async () => {
  const stranger = await make({ name: 'root', ca: true });
  const ring: Made[] = [];
  for (let n = 0; n < 10; n += 1)
    ring.push({ ...(await make({ name: 'root', ca: true, issuer: stranger })), keys: stranger.keys });
  const leaf = await make({ name: 'leaf', issuer: stranger });
  await refused(leaf, ring);
  const xml = write(await asKey(leaf), ring);
  const { keyOperations, certificates } = await workOf(() =>
    readServiceMetadata(xml, { country: 'EE' as CountryCode, trust: [root.pem], at }),
  );
  // Each of the six that are looked at bears the anchor's name as issuer: the anchor's key denies it, and the signature of the whole.
  assert.equal(keyOperations, 7);
  assert.equal(certificates, 7);
});
