import assert from 'node:assert/strict';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import test from 'node:test';
import type { CountryCode } from '#src/domain/eidas-country/index.ts';
import { readServiceMetadata } from '#src/protocols/eidas/metadata/read-service-metadata.ts';
import type { MetadataRefusal } from '#src/protocols/eidas/metadata/verify-metadata.ts';
import {
  type ServiceSettings,
  writeServiceMetadata,
} from '#src/protocols/eidas/service/write-service-metadata.ts';
import { assuranceUri } from '#src/protocols/eidas/vocabulary.ts';
import { type IssuedCertificate, makeSelfSignedCertificate } from '#src/protocols/saml/certificate.ts';
import type { SigningKey } from '#src/protocols/saml/keys.ts';
import { swap } from '../support/eidas-craft.ts';
import { at, makeDecryptionKey, makeSigningKey } from '../support/eidas-peer.ts';

const EE = 'EE' as CountryCode;
const EC = { kind: 'ec', curve: 'P-256' } as const;
const entityId = 'https://eidas.ee.example/metadata';
const signing = await makeSigningKey();
const newer = await makeSigningKey();
const encryption = await makeDecryptionKey();
const weak = await makeSigningKey({ kind: 'rsa', bits: 2048 }, 'rsa-pss-sha256');
const anchor = await makeSigningKey();
const publicKeyOf = (key: SigningKey) => new X509Certificate(key.certificate).publicKey;
const asKey = (issued: IssuedCertificate): SigningKey => ({
  privateKey: createPrivateKey(issued.privateKeyPem),
  certificate: issued.certificatePem,
  algorithm: 'ecdsa-sha256',
});
const contact = { givenName: 'Help', email: 'help@eidas.ee.example' };
const settings: ServiceSettings = {
  entityId,
  country: 'EE',
  endpoints: { redirect: 'https://eidas.ee.example/sso', post: 'https://eidas.ee.example/sso' },
  assuranceUris: [assuranceUri('high'), assuranceUri('substantial')],
  protocolVersions: ['1.4', '1.3'],
  signingCertificates: [signing.certificate, newer.certificate],
  encryptionCertificates: [encryption.certificate],
  organization: {
    name: 'EE',
    displayName: 'Estonia',
    url: 'https://ee.example',
    technical: contact,
    support: contact,
  },
  validUntil: new Date(at.getTime() + 86_400_000),
};
const frame = { country: EE, trust: [anchor.certificate], at, entityIdHint: entityId };
const write = (over: Partial<ServiceSettings> = {}, key = anchor) =>
  writeServiceMetadata({ ...settings, ...over }, key);

function assertRefused(
  xml: string,
  code: MetadataRefusal,
  over: Partial<Parameters<typeof readServiceMetadata>[1]> = {},
) {
  assert.equal(readServiceMetadata(write(), frame).kind, 'accepted');
  assert.deepEqual(readServiceMetadata(xml, { ...frame, ...over }), { kind: 'refused', code });
}

test('honest metadata says all that is needed to ask and to verify', () => {
  const read = readServiceMetadata(write(), frame);
  assert.equal(read.kind, 'accepted');
  if (read.kind !== 'accepted') return;
  const { metadata } = read;
  assert.equal(metadata.entityId, entityId);
  assert.equal(metadata.endpoints.redirect, 'https://eidas.ee.example/sso');
  assert.equal(metadata.signing.length, 2);
  assert.deepEqual(metadata.assurances, [
    { level: 'high', notified: true },
    { level: 'substantial', notified: true },
  ]);
  assert.deepEqual(metadata.protocolVersions, ['1.4', '1.3']);
  assert.equal(metadata.attributes.length, 8);
  assert.equal(metadata.requesterIdRequired, false);
});

test('metadata signed over the whole document, as the reference node does, is accepted', async () => {
  const { createHash, sign } = await import('node:crypto');
  const { readXml, metadataLimits } = await import('#src/protocols/saml/read-xml.ts');
  const bare = write()
    .replace(/<ds:Signature .*?<\/ds:Signature>/s, '')
    .replace(/ ID="[^"]+"/, '');
  const canonical = readXml(Buffer.from(bare), metadataLimits, (xml) => xml.canonicalize([], []));
  assert.equal(canonical.kind, 'read');
  const digest = createHash('sha256')
    .update(canonical.kind === 'read' ? canonical.result : '')
    .digest('base64');
  const original = /<ds:Signature .*?<\/ds:Signature>/s.exec(write())?.[0] ?? '';
  const info = (/<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(original)?.[0] ?? '')
    .replace(/URI="[^"]+"/, 'URI=""')
    .replace(/<ds:DigestValue>[^<]+/, `<ds:DigestValue>${digest}`);
  const signed = info.replace(
    '<ds:SignedInfo>',
    '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">',
  );
  const value = sign('sha256', Buffer.from(signed), { key: anchor.privateKey, dsaEncoding: 'ieee-p1363' });
  const signature = original
    .replace(/<ds:SignedInfo>.*<\/ds:SignedInfo>/s, () => info)
    .replace(/<ds:SignatureValue>[^<]+/, `<ds:SignatureValue>${value.toString('base64')}`);
  const xml = bare.replace('<md:Extensions>', () => `${signature}<md:Extensions>`);
  assert.equal(readServiceMetadata(xml, frame).kind, 'accepted');
});

test('S19 expired metadata is refused', () =>
  assertRefused(write({ validUntil: at }), 'eidas.metadata-expired'));
test('S19 unsigned metadata is refused', () =>
  assertRefused(write().replace(/<ds:Signature .*?<\/ds:Signature>/s, ''), 'eidas.metadata-unsigned'));
test('S19 metadata that was changed is refused', () =>
  assertRefused(
    swap('https://eidas.ee.example/sso', 'https://evil.example/sso')(write()),
    'eidas.metadata-untrusted',
  ));
test('S19 metadata under another anchor is refused', async () =>
  assertRefused(write({}, await makeSigningKey()), 'eidas.metadata-untrusted'));
test('S19 metadata without any anchor is refused', () =>
  assertRefused(write(), 'eidas.metadata-trust', { trust: [] }));
test('S19 an older copy does not bring back a key that was withdrawn', () => {
  const current = { validUntil: new Date(at.getTime() + 90_000_000), signingKeys: [publicKeyOf(newer)] };
  assertRefused(write(), 'eidas.metadata-rolled-back', { previous: current });
});
test('a copy that ends earlier is taken when it has no key that is not in use already', () => {
  const current = {
    validUntil: new Date(at.getTime() + 90_000_000),
    signingKeys: [publicKeyOf(signing), publicKeyOf(newer)],
  };
  assert.equal(readServiceMetadata(write(), { ...frame, previous: current }).kind, 'accepted');
});
test('S19 metadata of another entity is refused', () =>
  assertRefused(write({ entityId: 'https://other.example/metadata' }), 'eidas.metadata-entity'));
test('S19 an entity without https is refused', () =>
  assertRefused(write({ entityId: 'http://eidas.ee.example/' }), 'eidas.metadata-entity', {
    entityIdHint: 'http://eidas.ee.example/',
  }));
test('S19 metadata of another country is refused', () =>
  assertRefused(write({ country: 'FI' }), 'eidas.metadata-country'));
test('S19 metadata for another country is refused', () =>
  assertRefused(write(), 'eidas.metadata-country', { country: 'FI' as CountryCode }));
test('S19 endpoints without https are refused', () =>
  assertRefused(
    write({ endpoints: { redirect: 'http://eidas.ee.example/', post: 'javascript:alert(1)' } }),
    'eidas.metadata-endpoint',
  ));
test('S19 a body of more than a mebibyte is refused', () =>
  assertRefused(write() + ' '.repeat(1_048_576), 'eidas.metadata-xml'));
test('S19 a document type is refused', () => assertRefused(`<!DOCTYPE x>${write()}`, 'eidas.metadata-xml'));
test('S19 something else than metadata is refused', () => assertRefused('<x/>', 'eidas.metadata-schema'));
test('X19 a weak signing key is refused', () =>
  assertRefused(write({ signingCertificates: [weak.certificate] }), 'eidas.metadata-key'));
test('X19 a weak key beside a strong one is left out, and counted', () => {
  const read = readServiceMetadata(
    write({ signingCertificates: [weak.certificate, newer.certificate] }),
    frame,
  );
  assert.ok(read.kind === 'accepted');
  assert.equal(read.metadata.weakKeys, 1);
  assert.deepEqual(
    read.metadata.signing.map((each) => each.fingerprint256),
    [new X509Certificate(newer.certificate).fingerprint256],
  );
});
test('S20 dozens of keys are refused', () =>
  assertRefused(write({ signingCertificates: Array(21).fill(signing.certificate) }), 'eidas.metadata-key'));
test('S20 a key for two uses is refused', () =>
  assertRefused(write({ encryptionCertificates: [signing.certificate] }), 'eidas.metadata-key'));
test('S20 metadata without a key to sign with is refused', () =>
  assertRefused(write({ signingCertificates: [] }), 'eidas.metadata-key'));
test('S20 a key whose certificate has expired counts no longer', async () => {
  const old = await makeSelfSignedCertificate({
    subject: 'CN=old',
    keyType: EC,
    years: 1,
    at: new Date('2024-01-01'),
  });
  assertRefused(write({ signingCertificates: [old.certificatePem] }), 'eidas.metadata-key');
  const read = readServiceMetadata(
    write({ signingCertificates: [old.certificatePem, newer.certificate] }),
    frame,
  );
  assert.equal(read.kind === 'accepted' && read.metadata.signing.length, 1);
});

const root = await makeSelfSignedCertificate({
  subject: 'CN=root,C=EE',
  keyType: EC,
  years: 9,
  at,
  ca: true,
});
const middle = await makeSelfSignedCertificate({
  subject: 'CN=middle,C=EE',
  keyType: EC,
  years: 5,
  at,
  ca: true,
  issuer: root,
});
const leaf = await makeSelfSignedCertificate({
  subject: 'CN=leaf,C=EE',
  keyType: EC,
  years: 2,
  at,
  issuer: middle,
});
const body = (pem: string) => pem.replace(/-----[^-]+-----|\s/g, '');
const withChain = (xml: string, ...more: IssuedCertificate[]) =>
  swap(
    '</ds:X509Data></ds:KeyInfo></ds:Signature>',
    `${more.map((each) => `<ds:X509Certificate>${body(each.certificatePem)}</ds:X509Certificate>`).join('')}</ds:X509Data></ds:KeyInfo></ds:Signature>`,
  )(xml);

test('X22 a chain to the anchor is accepted', () => {
  const xml = withChain(write({}, asKey(leaf)), middle);
  assert.equal(readServiceMetadata(xml, { ...frame, trust: [root.certificatePem] }).kind, 'accepted');
});
test('X22 a chain with a link missing is refused', () =>
  assertRefused(write({}, asKey(leaf)), 'eidas.metadata-untrusted', { trust: [root.certificatePem] }));
test('X22 an issuer of the same name that did not sign is refused', async () => {
  const impostor = await makeSelfSignedCertificate({
    subject: 'CN=middle,C=EE',
    keyType: EC,
    years: 5,
    at,
    ca: true,
  });
  const forged = await makeSelfSignedCertificate({
    subject: 'CN=leaf,C=EE',
    keyType: EC,
    years: 2,
    at,
    issuer: impostor,
  });
  const trust = { trust: [root.certificatePem] };
  assertRefused(withChain(write({}, asKey(forged)), middle), 'eidas.metadata-untrusted', trust);
  assertRefused(withChain(write({}, asKey(forged)), impostor), 'eidas.metadata-untrusted', trust);
});
test('X22 a certificate that may not sign others does not', async () => {
  const end = await makeSelfSignedCertificate({
    subject: 'CN=end,C=EE',
    keyType: EC,
    years: 5,
    at,
    issuer: root,
  });
  const below = await makeSelfSignedCertificate({
    subject: 'CN=below,C=EE',
    keyType: EC,
    years: 2,
    at,
    issuer: end,
  });
  assertRefused(withChain(write({}, asKey(below)), end), 'eidas.metadata-untrusted', {
    trust: [root.certificatePem],
  });
});
test('X22 an expired link is refused', () =>
  assertRefused(
    withChain(write({ validUntil: new Date('2029-06-02') }, asKey(leaf)), middle),
    'eidas.metadata-untrusted',
    {
      trust: [root.certificatePem],
      at: new Date('2029-06-01'),
    },
  ));
