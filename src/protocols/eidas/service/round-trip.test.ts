import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, X509Certificate } from 'node:crypto';
import test from 'node:test';
import fc from 'fast-check';
import { type Craft, craftMessage } from '../../../../test/support/eidas-craft.ts';
import {
  type Country,
  makeCountry,
  makeDecryptionKey,
  makePorts,
  makeSigningKey,
} from '../../../../test/support/eidas-peer.ts';
import { fitsKey, signatureAlgorithms, type XmlSignatureAlgorithm } from '../../saml/algorithms.ts';
import {
  type ContentAlgorithm,
  contentAlgorithms,
  type WrapAlgorithm,
  wrapAlgorithms,
} from '../../saml/encryption-algorithms.ts';
import type { DecryptionKey, SigningKey } from '../../saml/keys.ts';
import { naturalAttributes } from '../response/attributes.ts';
import { readResponse } from '../response/read-response.ts';

const base = await makeCountry('EE');
const curves = ['P-256', 'P-384', 'P-521'] as const;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const algorithms = Object.keys(signatureAlgorithms) as XmlSignatureAlgorithm[];
const hashes = ['sha256', 'sha384', 'sha512'] as const;

/** WebCrypto has no brainpool curves; OpenSSL's own command makes their certificates. */
function brainpool(curve: string): Omit<SigningKey, 'algorithm'> {
  const pem = execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      `ec_paramgen_curve:${curve}`,
      '-nodes',
      '-subj',
      '/CN=brainpool',
      '-keyout',
      '-',
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  return { privateKey: createPrivateKey(pem), certificate: /-----BEGIN CERT[\s\S]*/.exec(pem)?.[0] ?? '' };
}

const brainpools = hasOpenssl ? ['brainpoolP256r1', 'brainpoolP384r1', 'brainpoolP512r1'].map(brainpool) : [];
const signers: Omit<SigningKey, 'algorithm'>[] = [
  await makeSigningKey({ kind: 'rsa', bits: 3072 }, 'rsa-pss-sha256'),
  ...brainpools,
];
const receivers: DecryptionKey[] = [await makeDecryptionKey({ kind: 'rsa', bits: 3072 }), ...brainpools];
for (const curve of curves) {
  signers.push(await makeSigningKey({ kind: 'ec', curve }));
  receivers.push(await makeDecryptionKey({ kind: 'ec', curve }));
}

const anySigning = fc
  .tuple(fc.constantFrom(...signers), fc.constantFrom(...algorithms))
  .filter(([key, algorithm]) => fitsKey(algorithm, key.privateKey))
  .map(([key, algorithm]): SigningKey => ({ ...key, algorithm }));
const anyEncryption = fc.record({
  content: fc.constantFrom(...(Object.keys(contentAlgorithms) as ContentAlgorithm[])),
  digest: fc.constantFrom(...hashes),
  mgf: fc.constantFrom(...hashes),
  wrap: fc.constantFrom(...(Object.keys(wrapAlgorithms) as WrapAlgorithm[])),
  placement: fc.constantFrom('inside' as const, 'sibling' as const),
});
const anyName = fc
  .string({ unit: fc.constantFrom(...'abcdéñøßŁžİ’- &<>"\''), minLength: 1, maxLength: 60 })
  .filter((name) => name.trim() !== '');

function countryWith(signing: SigningKey, ours: DecryptionKey): Country {
  const { publicKey } = new X509Certificate(signing.certificate);
  return { ...base, signing, ours, service: { ...base.service, signingKeys: [publicKey] } };
}

test('whatever allowed algorithms a service chooses, the name arrives as it was sent', async () => {
  const property = fc.asyncProperty(
    anySigning,
    fc.constantFrom(...receivers),
    anyEncryption,
    anyName,
    async (signing, ours, encryption, name) => {
      const country = countryWith(signing, ours);
      const craft: Craft = { wish: { signing, encryption, encryptFor: ours.certificate } };
      const message = craftMessage(country, {
        ...craft,
        wish: {
          ...craft.wish,
          attributes: [
            { name: naturalAttributes.personIdentifier.name, values: [{ value: 'EE/BE/1' }] },
            { name: naturalAttributes.familyName.name, values: [{ value: name }] },
            { name: naturalAttributes.givenNames.name, values: [{ value: name }] },
            { name: naturalAttributes.birthDate.name, values: [{ value: '1980-02-29' }] },
          ],
        },
      });
      const outcome = await readResponse({ message, relayState: null }, makePorts(country));
      assert.equal(outcome.kind, 'authenticated', JSON.stringify(outcome));
      assert.equal(outcome.kind === 'authenticated' && outcome.identity.familyName.latin, name.trim());
    },
  );
  await fc.assert(property, { numRuns: 60 });
});

test('whatever byte is changed, a response is never accepted as something else', async () => {
  const honest = Buffer.from(craftMessage(base), 'base64');
  const property = fc.asyncProperty(
    fc.nat(honest.length - 1),
    fc.integer({ min: 1, max: 255 }),
    async (place, change) => {
      const changed = Buffer.from(honest);
      changed[place] = (changed[place] ?? 0) ^ change;
      const outcome = await readResponse(
        { message: changed.toString('base64'), relayState: null },
        makePorts(base),
      );
      // What no signature covers may change: white space in the signature and the certificate that it offers as a hint.
      if (outcome.kind === 'authenticated') assert.equal(outcome.identity.familyName.latin, 'Onasis');
      else assert.equal(outcome.kind, 'refused');
    },
  );
  await fc.assert(property, { numRuns: 300 });
});

test('whatever text arrives, the answer is a refusal and nothing is thrown', async () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '/',
    'samlp:Response',
    ' xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"',
    '&#x0;',
    '&amp;',
    ']]>',
    'a',
    '"',
    '=',
    ' ID="x"',
    '\u0085',
    '😀',
  );
  const property = fc.asyncProperty(fc.array(pieces, { maxLength: 30 }), async (parts) => {
    const message = Buffer.from(parts.join('')).toString('base64');
    const outcome = await readResponse({ message, relayState: null }, makePorts(base));
    assert.equal(outcome.kind, 'refused');
  });
  await fc.assert(property, { numRuns: 300 });
});
