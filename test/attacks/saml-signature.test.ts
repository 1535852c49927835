import {
  constants,
  createHmac,
  createPrivateKey,
  generateKeyPairSync,
  sign,
  X509Certificate,
} from 'node:crypto';
import test from 'node:test';
import type { RefusalCode } from '#src/protocols/eidas/refusal-codes.ts';
import { makeSelfSignedCertificate } from '#src/protocols/saml/certificate.ts';
import { type Craft, craftMessage, craftXml, encodeMessage, swap } from '../support/eidas-craft.ts';
import { at, makeCountry, makeSigningKey } from '../support/eidas-peer.ts';
import { assertAttackRefused, assertHonest, assertRefused } from './expect.ts';
import { signatureWrappings } from './wrappings.ts';

const country = await makeCountry('EE');
const DSIG = 'http://www.w3.org/2000/09/xmldsig#';
const signatureOf = (xml: string) => /<ds:Signature .*?<\/ds:Signature>/s.exec(xml)?.[0] ?? '';
const strip = (xml: string) => xml.replace(signatureOf(xml), '');

/** Declares what a list of prefixes may name, where no signature sees it. */
const declaring = (xml: string) =>
  xml
    .replace('<samlp:Response', `<samlp:Response ${declare(0, 9)}`)
    .replace('<ds:Signature ', `<ds:Signature ${declare(9, 20)} `);
const declare = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `xmlns:n${from + n}="urn:n"`).join(' ');
const withPrefixList = (where: 'CanonicalizationMethod' | 'Transform', list: string) =>
  swap(
    `<ds:${where} Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">`,
    `<ds:${where} Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"><c:InclusiveNamespaces xmlns:c="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="${list}"/>`,
  );

const attacks: readonly (readonly [title: string, craft: Craft, code: RefusalCode])[] = [
  ['X01 the signature is taken away', { after: strip }, 'eidas.signature-missing'],
  [
    'X02 only a deeper element is signed',
    {
      after: (xml) =>
        swap(
          '</samlp:Status>',
          `<samlp:StatusDetail>${signatureOf(xml)}</samlp:StatusDetail></samlp:Status>`,
        )(strip(xml)),
    },
    'eidas.signature-misplaced',
  ],
  [
    'X05 a second signature carries an object',
    {
      after: (xml) =>
        swap(
          '</samlp:Status>',
          `<samlp:StatusDetail><ds:Signature xmlns:ds="${DSIG}"/></samlp:StatusDetail></samlp:Status>`,
        )(xml),
    },
    'eidas.schema',
  ],
  [
    'X09 two SignedInfo elements',
    {
      after: (xml) =>
        swap(
          '</ds:SignedInfo>',
          `</ds:SignedInfo>${/<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(xml)?.[0]}`,
        )(xml),
    },
    'eidas.schema',
  ],
  [
    'X09 an Object beside SignedInfo',
    { after: swap('</ds:Signature>', '<ds:Object>x</ds:Object></ds:Signature>') },
    'eidas.signature-structure',
  ],
  [
    'X15 the empty reference',
    { after: swap(/Reference URI="#[^"]+"/, 'Reference URI=""') },
    'eidas.signature-reference',
  ],
  [
    'X15 an external reference',
    { after: swap(/Reference URI="#[^"]+"/, 'Reference URI="http://localhost/x"') },
    'eidas.signature-reference',
  ],
  ['X15 no reference', { after: swap(/<ds:Reference .*<\/ds:Reference>/s, '') }, 'eidas.schema'],
  [
    'X15 two references',
    {
      after: (xml) =>
        swap(
          '</ds:SignedInfo>',
          `${/<ds:Reference .*<\/ds:Reference>/s.exec(xml)?.[0]}</ds:SignedInfo>`,
        )(xml),
    },
    'eidas.signature-structure',
  ],
  [
    'X16 an XSLT transform',
    {
      after: swap(
        '</ds:Transforms>',
        '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/></ds:Transforms>',
      ),
    },
    'eidas.signature-transform',
  ],
  ['X16 an XPath transform', { after: swap(/enveloped-signature/, 'xpath') }, 'eidas.signature-transform'],
  [
    'X17 inclusive canonicalisation',
    {
      after: swap(
        '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"',
        '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/TR/2001/REC-xml-c14n-20010315"',
      ),
    },
    'eidas.signature-canonicalization',
  ],
  [
    'X17 canonicalisation with comments',
    {
      after: swap(
        '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"',
        '<ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#WithComments"',
      ),
    },
    'eidas.signature-canonicalization',
  ],
  ...(['CanonicalizationMethod', 'Transform'] as const).flatMap((where) =>
    Object.entries({
      'names one prefix twice': 'saml saml',
      'names a prefix that nobody declares': 'nobody',
      'holds something that is no prefix': 'a:b',
      'names thousands of prefixes': Array(9000).fill('z').join(' '),
      'names more prefixes than an honest one': Array.from({ length: 17 }, (_, n) => `n${n}`).join(' '),
    }).map(([what, list]): readonly [string, Craft, RefusalCode] => [
      `X17 a prefix list of ${where} that ${what}`,
      { after: (xml) => withPrefixList(where, list)(declaring(xml)) },
      where === 'Transform' ? 'eidas.signature-transform' : 'eidas.signature-canonicalization',
    ]),
  ),
  ...[
    'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    `${DSIG}rsa-sha1`,
    `${DSIG}dsa-sha1`,
    'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256',
    'urn:unknown',
    '',
  ].map((uri): readonly [string, Craft, RefusalCode] => [
    `X18 signature algorithm ${uri || 'of no name'}`,
    { after: swap('http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256', uri) },
    'eidas.signature-algorithm',
  ]),
  [
    'X18 a SHA-1 digest',
    { after: swap('http://www.w3.org/2001/04/xmlenc#sha256', `${DSIG}sha1`) },
    'eidas.signature-algorithm',
  ],
  [
    'X19 an algorithm of another kind of key',
    {
      after: swap(
        'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
        'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
      ),
    },
    'eidas.signature-value',
  ],
  [
    'X20 a signature of zeros',
    { after: swap(/<ds:SignatureValue>[^<]+/, `<ds:SignatureValue>${Buffer.alloc(64).toString('base64')}`) },
    'eidas.signature-value',
  ],
  [
    'X20 a signature in DER',
    {
      after: swap(
        /<ds:SignatureValue>[^<]+/,
        `<ds:SignatureValue>${Buffer.from(`3044022${'0'.repeat(1)}${'11'.repeat(32)}0220${'11'.repeat(32)}`, 'hex').toString('base64')}`,
      ),
    },
    'eidas.signature-value',
  ],
  [
    'X20 an empty signature',
    { after: swap(/<ds:SignatureValue>[^<]+/, '<ds:SignatureValue>') },
    'eidas.signature-value',
  ],
];

for (const [title, craft, code] of attacks) {
  test(`${title} is refused: ${code}`, () => assertAttackRefused(country, craft, code));
}

for (const [name, wrap] of Object.entries(signatureWrappings)) {
  test(`X03 ${name} is refused`, async () => {
    await assertHonest(country);
    const { xml, code } = wrap(craftXml(country));
    await assertRefused(country, encodeMessage(xml), code);
  });
}

test('X18 an HMAC keyed with the public certificate is refused', async () => {
  const hmac = createHmac('sha256', country.signing.certificate).update('x').digest('base64');
  const change = (xml: string) =>
    swap(
      /<ds:SignatureValue>[^<]+/,
      `<ds:SignatureValue>${hmac}`,
    )(
      swap(
        'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
        'http://www.w3.org/2001/04/xmldsig-more#hmac-sha256',
      )(xml),
    );
  await assertAttackRefused(country, { after: change }, 'eidas.signature-algorithm');
});

test('X19 a service whose key is an RSA key of 2048 bits is not believed', async () => {
  const signing = await makeSigningKey({ kind: 'rsa', bits: 2048 }, 'rsa-pss-sha256');
  const { publicKey } = new X509Certificate(signing.certificate);
  const weak = { ...country, service: { ...country.service, signingKeys: [publicKey] } };
  await assertHonest(country);
  await assertRefused(weak, encodeMessage(craftXml(weak, { signing })), 'eidas.signature-value');
});

test("X21 an attacker's own certificate in KeyInfo is not believed", async () => {
  const signing = await makeSigningKey();
  await assertAttackRefused(country, { signing }, 'eidas.signature-value');
});

test('X21 a certificate with the same name but another key is not believed', async () => {
  const issued = await makeSelfSignedCertificate({
    subject: 'CN=signing,C=EE',
    keyType: { kind: 'ec', curve: 'P-256' },
    years: 1,
    at,
  });
  const signing = { ...country.signing, privateKey: createPrivateKey(issued.privateKeyPem) };
  await assertAttackRefused(country, { signing }, 'eidas.signature-value');
});

const rsa = await makeSigningKey({ kind: 'rsa', bits: 3072 }, 'rsa-pss-sha256');
const rsaService = {
  ...country,
  signing: rsa,
  service: { ...country.service, signingKeys: [new X509Certificate(rsa.certificate).publicKey] },
};
/** Signs the same SignedInfo again, in a way of one's own. */
const resignBy = (signature: (signed: Buffer) => Buffer) => (xml: string) => {
  const info = /<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(xml)?.[0] ?? '';
  const text = info.replace(
    '<ds:SignedInfo>',
    '<ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">',
  );
  const value = signature(Buffer.from(text)).toString('base64');
  return xml.replace(/<ds:SignatureValue>[^<]+/, `<ds:SignatureValue>${value}`);
};
const resign = (how: { saltLength?: number; hash?: string; pkcs1?: boolean }) =>
  resignBy((signed) => {
    const padding = how.pkcs1 ? constants.RSA_PKCS1_PADDING : constants.RSA_PKCS1_PSS_PADDING;
    const salt = how.pkcs1 ? {} : { saltLength: how.saltLength ?? 32 };
    return sign(how.hash ?? 'sha256', signed, { key: rsa.privateKey, padding, ...salt });
  });

test('X19 RSA-PSS with the salt that the specification asks is accepted', () =>
  assertHonest(rsaService, { after: resign({ saltLength: 32 }) }));

for (const [title, how] of [
  ['another salt length', { saltLength: 20 }],
  ['no salt', { saltLength: 0 }],
  ['another hash', { hash: 'sha512', saltLength: 32 }],
  ['PKCS 1.5 padding under the name of PSS', { pkcs1: true }],
] as const) {
  test(`X19 RSA-PSS with ${title} is refused`, () =>
    assertAttackRefused(rsaService, { after: resign(how) }, 'eidas.signature-value'));
}

test('X19 a key on a curve that is not allowed is not believed', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'secp256k1' });
  const odd = { ...country, service: { ...country.service, signingKeys: [publicKey] } };
  await assertHonest(country);
  const after = resignBy((signed) => sign('sha256', signed, { key: privateKey, dsaEncoding: 'ieee-p1363' }));
  await assertRefused(odd, craftMessage(odd, { after }), 'eidas.signature-value');
});
