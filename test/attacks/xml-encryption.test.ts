import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import test from 'node:test';
import type { RefusalCode } from '#src/protocols/eidas/refusal-codes.ts';
import { writeAssertion } from '#src/protocols/eidas/service/write-response.ts';
import { encryptElement } from '#src/protocols/saml/encrypt-xml.ts';
import { pointOf } from '#src/protocols/saml/key-agreement.ts';
import { type Craft, craftMessage, swap } from '../support/eidas-craft.ts';
import {
  type Country,
  honestWish,
  makeCountry,
  makeDecryptionKey,
  makePorts,
} from '../support/eidas-peer.ts';
import { assertHonest, assertRefused, read } from './expect.ts';

const ec = await makeCountry('EE');
const rsa: Country = {
  ...(await makeCountry('ES')),
  ours: await makeDecryptionKey({ kind: 'rsa', bits: 3072 }),
};
const legacy: Country = { ...rsa, service: { ...rsa.service, protocolVersions: ['1.3', '1.2'] } };
const silent: Country = { ...rsa, service: { ...rsa.service, protocolVersions: [] } };

const X = 'http://www.w3.org/2001/04/xmlenc#';
const X11 = 'http://www.w3.org/2009/xmlenc11#';
const SHA384 = 'http://www.w3.org/2001/04/xmldsig-more#sha384';
const cipherValue =
  /(<xenc:CipherValue>)([^<]+)(<\/xenc:CipherValue><\/xenc:CipherData><\/xenc:EncryptedData>)/;
const onSealed = (change: (sealed: Buffer) => Buffer) => (xml: string) =>
  xml.replace(
    cipherValue,
    (_, open, value, close) => open + change(Buffer.from(value, 'base64')).toString('base64') + close,
  );
const plainEc = writeAssertion(honestWish(ec));
const encryptedAgain = encryptElement(plainEc, ec.ours.certificate);
const encryptedKey = (xml: string) => /<xenc:EncryptedKey .*?<\/xenc:EncryptedKey>/s.exec(xml)?.[0] ?? '';
const withPoint = (point: Buffer) =>
  swap(/<dsig11:PublicKey>[^<]+/, `<dsig11:PublicKey>${point.toString('base64')}`);
const stranger = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).publicKey;

const attacks: readonly (readonly [title: string, country: Country, craft: Craft, code: RefusalCode])[] = [
  [
    'E01 an assertion in the clear',
    ec,
    { response: (xml) => xml.replace(/<saml:EncryptedAssertion>.*<\/saml:EncryptedAssertion>/s, plainEc) },
    'eidas.not-encrypted',
  ],
  [
    'E01 an assertion in the clear beside the encrypted one',
    ec,
    { response: swap('</samlp:Response>', `${plainEc}</samlp:Response>`) },
    'eidas.not-encrypted',
  ],
  [
    'E01 two encrypted assertions',
    ec,
    {
      response: swap(
        '</samlp:Response>',
        `<saml:EncryptedAssertion>${encryptedAgain}</saml:EncryptedAssertion></samlp:Response>`,
      ),
    },
    'eidas.assertion-count',
  ],
  ['E02 AES-CBC content', ec, { encrypted: swap(`${X11}aes256-gcm`, `${X}aes256-cbc`) }, 'eidas.decryption'],
  [
    'E02 triple DES content',
    ec,
    { encrypted: swap(`${X11}aes256-gcm`, `${X}tripledes-cbc`) },
    'eidas.decryption',
  ],
  [
    'E02 RSA PKCS 1.5 key transport',
    rsa,
    { encrypted: swap(`${X11}rsa-oaep`, `${X}rsa-1_5`) },
    'eidas.decryption',
  ],
  [
    'E02 the older key transport from a peer of 1.4',
    rsa,
    { wish: { encryption: { legacyTransport: true } } },
    'eidas.decryption',
  ],
  [
    'E02 the older key transport from a peer that announces nothing',
    silent,
    { wish: { encryption: { legacyTransport: true } } },
    'eidas.decryption',
  ],
  [
    'E03 another OAEP digest than was used',
    rsa,
    {
      encrypted: swap(
        '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"',
        `<ds:DigestMethod Algorithm="${SHA384}"`,
      ),
    },
    'eidas.decryption',
  ],
  [
    'E03 another mask than was used',
    rsa,
    { encrypted: swap('mgf1sha256', 'mgf1sha512') },
    'eidas.decryption',
  ],
  ['E03 a mask of SHA-1', rsa, { encrypted: swap('mgf1sha256', 'mgf1sha1') }, 'eidas.decryption'],
  ['E03 an unknown mask', rsa, { encrypted: swap('mgf1sha256', 'mgf1md5') }, 'eidas.decryption'],
  [
    'E03 no OAEP digest',
    rsa,
    { encrypted: swap(/<ds:DigestMethod [^>]*><\/ds:DigestMethod>/, '') },
    'eidas.decryption',
  ],
  ['E03 no mask', rsa, { encrypted: swap(/<xenc11:MGF [^>]*><\/xenc11:MGF>/, '') }, 'eidas.decryption'],
  [
    'E04 a shortened tag',
    ec,
    { encrypted: onSealed((sealed) => sealed.subarray(0, -4)) },
    'eidas.decryption',
  ],
  [
    'E04 trailing bytes',
    ec,
    { encrypted: onSealed((sealed) => Buffer.concat([sealed, Buffer.alloc(1)])) },
    'eidas.decryption',
  ],
  [
    'E04 a changed IV',
    ec,
    { encrypted: onSealed((sealed) => Buffer.concat([Buffer.alloc(12), sealed.subarray(12)])) },
    'eidas.decryption',
  ],
  [
    'E04 nothing but IV and tag',
    ec,
    { encrypted: onSealed((sealed) => sealed.subarray(0, 28)) },
    'eidas.decryption',
  ],
  [
    'E04 a changed letter',
    ec,
    {
      encrypted: onSealed((sealed) =>
        Buffer.from(sealed.map((byte, index) => (index === 100 ? byte ^ 1 : byte))),
      ),
    },
    'eidas.decryption',
  ],
  [
    'E04 an algorithm of another key size',
    ec,
    { encrypted: swap(`${X11}aes256-gcm`, `${X11}aes128-gcm`) },
    'eidas.decryption',
  ],
  [
    'E05 a point that is not on the curve',
    ec,
    { encrypted: withPoint(Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)])) },
    'eidas.decryption',
  ],
  ['E05 the point at infinity', ec, { encrypted: withPoint(Buffer.from([0])) }, 'eidas.decryption'],
  [
    "E05 somebody else's ephemeral key",
    ec,
    { encrypted: withPoint(pointOf(createPublicKey(stranger.export({ format: 'pem', type: 'spki' })))) },
    'eidas.decryption',
  ],
  ['E05 another curve', ec, { encrypted: swap('1.2.840.10045.3.1.7', '1.3.132.0.10') }, 'eidas.decryption'],
  [
    'E05 another KDF digest',
    ec,
    {
      encrypted: swap(
        '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"',
        `<ds:DigestMethod Algorithm="${SHA384}"`,
      ),
    },
    'eidas.decryption',
  ],
  ['E05 no party information', ec, { encrypted: swap(/ PartyUInfo="[^"]*"/, '') }, 'eidas.decryption'],
  [
    'E05 party information of odd bits',
    ec,
    { encrypted: swap(/PartyUInfo="00/, 'PartyUInfo="04') },
    'eidas.decryption',
  ],
  [
    'E05 another key derivation',
    ec,
    { encrypted: swap(`${X11}ConcatKDF`, `${X11}pbkdf2`) },
    'eidas.decryption',
  ],
  [
    'E06 no encrypted key',
    ec,
    { encrypted: (xml) => xml.replace(encryptedKey(xml), '<ds:KeyName>x</ds:KeyName>') },
    'eidas.decryption',
  ],
  [
    'E06 more encrypted keys than an honest sender writes',
    ec,
    {
      encrypted: (xml) =>
        xml.replace(encryptedKey(xml), (key) =>
          [1, 2, 3, 4].map((n) => key.replace(/ Id="[^"]+"/, ` Id="_k${n}"`)).join(''),
        ),
    },
    'eidas.decryption',
  ],
  [
    'E06 a key that refers to other data',
    ec,
    {
      wish: { encryption: { placement: 'sibling' } },
      encrypted: swap(/DataReference URI="#[^"]+"/, 'DataReference URI="#_other"'),
    },
    'eidas.decryption',
  ],
  ...(['DataReference URI="#_other"', 'DataReference URI=""', 'KeyReference URI="#_other"'] as const).map(
    (reference): readonly [string, Country, Craft, RefusalCode] => [
      `E06 a key in the KeyInfo of the data that is for others (${reference})`,
      ec,
      {
        encrypted: swap(
          '</xenc:EncryptedKey>',
          `<xenc:ReferenceList><xenc:${reference}/></xenc:ReferenceList></xenc:EncryptedKey>`,
        ),
      },
      'eidas.decryption',
    ],
  ),
  [
    'E06 a pointer to another key',
    ec,
    {
      wish: { encryption: { placement: 'sibling' } },
      encrypted: swap(/RetrievalMethod URI="#[^"]+"/, 'RetrievalMethod URI="#_other"'),
    },
    'eidas.decryption',
  ],
  [
    'E06 an external cipher reference',
    ec,
    {
      encrypted: swap(
        /<xenc:CipherValue>[^<]+<\/xenc:CipherValue>(?=<\/xenc:CipherData><\/xenc:EncryptedData>)/,
        '<xenc:CipherReference URI="http://localhost/x"></xenc:CipherReference>',
      ),
    },
    'eidas.decryption',
  ],
  [
    'E06 encrypted for another recipient',
    ec,
    { wish: { encryptFor: rsa.ours.certificate } },
    'eidas.decryption',
  ],
  [
    'E07 an assertion for another request',
    ec,
    { assertion: swap('_request1', '_request2') },
    'eidas.subject-in-response-to',
  ],
  [
    'E07 an assertion for another connector',
    ec,
    { assertion: swap('https://sluis.example/eidas/metadata', 'https://other.example/metadata') },
    'eidas.audience',
  ],
  ['E08 two roots', ec, { assertion: (xml) => xml + xml }, 'eidas.assertion-xml'],
  ['E08 another element', ec, { assertion: () => '<x xmlns="urn:x"/>' }, 'eidas.assertion-xml'],
  ['E08 a document type', ec, { assertion: (xml) => `<!DOCTYPE a>${xml}` }, 'eidas.assertion-xml'],
  [
    'E08 a processing instruction',
    ec,
    { assertion: swap('</saml:Issuer>', '<?p?></saml:Issuer>') },
    'eidas.assertion-xml',
  ],
  ['E08 a comment in a name', ec, { assertion: swap('Onasis', 'On<!-- -->asis') }, 'eidas.assertion-xml'],
  [
    'E08 an encrypted assertion inside',
    ec,
    {
      assertion: swap(
        '<saml:AuthnStatement',
        `<saml:Advice><saml:EncryptedAssertion>${encryptedAgain}</saml:EncryptedAssertion></saml:Advice><saml:AuthnStatement`,
      ),
    },
    'eidas.assertion-xml',
  ],
  [
    'E08 an assertion inside',
    ec,
    {
      assertion: (xml) =>
        xml.replace('<saml:AuthnStatement', `<saml:Advice>${plainEc}</saml:Advice><saml:AuthnStatement`),
    },
    'eidas.assertion-xml',
  ],
  [
    'X27 the assertion does not follow the schema',
    ec,
    { assertion: swap('<saml:Subject>', '<saml:Unknown/><saml:Subject>') },
    'eidas.assertion-schema',
  ],
  [
    'X27 an identifier that claims to be a gender',
    ec,
    { assertion: swap('eidas:PersonIdentifierType', 'eidas:GenderType') },
    'eidas.assertion-schema',
  ],
  [
    'X27 a type that nobody knows',
    ec,
    { assertion: swap('eidas:PersonIdentifierType', 'eidas:Unknown') },
    'eidas.assertion-schema',
  ],
];

for (const [title, country, craft, code] of attacks) {
  test(`${title} is refused: ${code}`, async () => {
    await assertHonest(country);
    await assertRefused(country, craftMessage(country, craft), code);
  });
}

test('E02 a peer that announces 1.3 at most may use the older key transport', async () => {
  await assertHonest(legacy, { wish: { encryption: { legacyTransport: true } } });
  await assertHonest(legacy, { wish: { encryption: { legacyTransport: true, digest: 'sha512' } } });
});

test('E05 a KA-Nonce is accepted', () =>
  assertHonest(ec, {
    encrypted: swap(
      '<xenc11:KeyDerivationMethod',
      '<xenc:KA-Nonce>AAAA</xenc:KA-Nonce><xenc11:KeyDerivationMethod',
    ),
  }));

test('E06 an encrypted key beside the data is accepted', () =>
  assertHonest(ec, { wish: { encryption: { placement: 'sibling' } } }));

test('E06 a key in the KeyInfo that names these very data is accepted', () =>
  assertHonest(ec, {
    encrypted: (xml) =>
      xml.replace(
        '</xenc:EncryptedKey>',
        `<xenc:ReferenceList><xenc:DataReference URI="#${/EncryptedData [^>]*Id="([^"]+)"/.exec(xml)?.[1]}"/></xenc:ReferenceList></xenc:EncryptedKey>`,
      ),
  }));

test('E06 a key for somebody else before ours is passed over', () =>
  assertHonest(ec, {
    encrypted: (xml) => {
      const foreign = encryptedKey(encryptElement('<x/>', rsa.ours.certificate));
      return xml.replace(encryptedKey(xml), (own) => foreign + own);
    },
  }));

test('a key of before the change still opens what was encrypted for it', async () => {
  const newer = await makeDecryptionKey();
  const connector = { ...makePorts(ec).connector, decryptionKeys: [newer, ec.ours] };
  for (const { certificate } of connector.decryptionKeys) {
    const outcome = await read(ec, craftMessage(ec, { wish: { encryptFor: certificate } }), { connector });
    if (outcome.kind !== 'authenticated') throw new Error(JSON.stringify(outcome));
  }
});
