import test from 'node:test';
import type { RefusalCode } from '#src/protocols/eidas/refusal-codes.ts';
import { type Craft, craftXml, encodeMessage, swap } from '../support/eidas-craft.ts';
import { makeCountry } from '../support/eidas-peer.ts';
import { assertAttackRefused, assertRefused } from './expect.ts';

const country = await makeCountry('EE');
const inExtensions = (inner: string) =>
  swap('<samlp:Status>', `<samlp:Extensions>${inner}</samlp:Extensions><samlp:Status>`);
const declarations = (count: number) =>
  Array.from({ length: count }, (_, n) => `xmlns:n${n}="urn:${n}"`).join(' ');

const attacks: readonly (readonly [title: string, craft: Craft, code: RefusalCode])[] = [
  [
    'X04 a forged assertion is put beside the signed content',
    {
      after: swap(
        '<samlp:Status>',
        '<samlp:Extensions><x xmlns="urn:x">forged</x></samlp:Extensions><samlp:Status>',
      ),
    },
    'eidas.signature-digest',
  ],
  [
    'X06 a processing instruction in a value',
    { after: swap('</saml:Issuer>', '<?p x?></saml:Issuer>') },
    'eidas.forbidden-markup',
  ],
  [
    'X07 a comment in a value',
    { after: swap('</saml:Issuer>', '<!----></saml:Issuer>') },
    'eidas.forbidden-markup',
  ],
  [
    'X08 CDATA in a value',
    { after: swap('</saml:Issuer>', '<![CDATA[]]></saml:Issuer>') },
    'eidas.forbidden-markup',
  ],
  [
    'X08 an entity in a value',
    { after: swap('</saml:Issuer>', '&nbsp;</saml:Issuer>') },
    'eidas.forbidden-markup',
  ],
  ['X08 an element inside a value', { after: swap('</saml:Issuer>', '<b/></saml:Issuer>') }, 'eidas.schema'],
  [
    'X10 a comment in DigestValue',
    { after: swap('<ds:DigestValue>', '<ds:DigestValue><!-- -->') },
    'eidas.forbidden-markup',
  ],
  [
    'X11 content is added after signing',
    { after: swap('InResponseTo=', 'Consent="urn:x" InResponseTo=') },
    'eidas.signature-digest',
  ],
  [
    'X12 a document type',
    { after: (xml) => `<!DOCTYPE r [<!ATTLIST r x ID "a">]>${xml}` },
    'eidas.forbidden-markup',
  ],
  [
    'X13 one attribute twice',
    { after: swap('Version="2.0"', 'Version="2.0" Version="2.0"') },
    'eidas.not-well-formed',
  ],
  [
    'X13 an undeclared prefix',
    { after: swap('<saml:Issuer>', '<saml:Issuer q:x="">') },
    'eidas.not-well-formed',
  ],
  [
    'X13 a redeclared prefix',
    { after: swap('<saml:Issuer>', '<saml:Issuer xmlns:saml="urn:other">') },
    'eidas.schema',
  ],
  [
    'X14 a relative namespace that canonicalisation stumbles over',
    {
      after: swap(
        '<samlp:Status>',
        '<samlp:Extensions><x xmlns="relative"/></samlp:Extensions><samlp:Status>',
      ),
    },
    'eidas.signature-canonicalization',
  ],
  [
    'X23 an external entity',
    { after: (xml) => `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml}` },
    'eidas.forbidden-markup',
  ],
  [
    'X23 inclusion',
    {
      after: swap(
        '<samlp:Status>',
        '<samlp:Extensions><i:include xmlns:i="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/></samlp:Extensions><samlp:Status>',
      ),
    },
    'eidas.forbidden-markup',
  ],
  [
    'X23 a schema location',
    {
      after: swap(
        'Version=',
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x http://localhost/x.xsd" Version=',
      ),
    },
    'eidas.forbidden-markup',
  ],
  [
    'X24 thousands of elements deep',
    {
      after: swap(
        '<samlp:Status>',
        `<samlp:Extensions>${'<a>'.repeat(9000)}${'</a>'.repeat(9000)}</samlp:Extensions><samlp:Status>`,
      ),
    },
    'eidas.too-complex',
  ],
  [
    'X24 too deep',
    {
      after: swap(
        '<samlp:Status>',
        `<samlp:Extensions>${'<a>'.repeat(60)}${'</a>'.repeat(60)}</samlp:Extensions><samlp:Status>`,
      ),
    },
    'eidas.too-complex',
  ],
  [
    'X24 ten thousand attributes',
    { after: swap('Version=', `${Array.from({ length: 9000 }, (_, n) => `a${n}=""`).join(' ')} Version=`) },
    'eidas.too-complex',
  ],
  [
    'X24 sixty attributes',
    { after: swap('Version=', `${Array.from({ length: 60 }, (_, n) => `a${n}=""`).join(' ')} Version=`) },
    'eidas.too-complex',
  ],
  [
    'X24 a huge message',
    { after: swap('Version=', `a="${'x'.repeat(131072)}" Version=`) },
    'eidas.message-too-large',
  ],
  [
    'X24 thousands of references',
    {
      after: swap(
        '<samlp:Status>',
        `<samlp:Extensions><a xmlns="urn:x">${'&amp;'.repeat(9000)}</a></samlp:Extensions><samlp:Status>`,
      ),
    },
    'eidas.too-complex',
  ],
  [
    'X24 hundreds of namespace declarations',
    { after: swap('Version=', `${declarations(400)} Version=`) },
    'eidas.too-complex',
  ],
  [
    'X24 more namespace declarations in one element than anybody needs',
    { after: swap('Version=', `${declarations(21)} Version=`) },
    'eidas.too-complex',
  ],
  [
    'X24 namespace declarations in many elements',
    { after: inExtensions(`<x xmlns="urn:x" ${declarations(15)}/>`.repeat(20)) },
    'eidas.too-complex',
  ],
  [
    'X24 a namespace of thousands of characters',
    { after: inExtensions(`<x xmlns="urn:${'x'.repeat(9000)}"/>`) },
    'eidas.too-complex',
  ],
  [
    'X24 a name of thousands of characters',
    { after: inExtensions(`<x${'x'.repeat(9000)} xmlns="urn:x"/>`) },
    'eidas.too-complex',
  ],
  [
    'X24 an attribute name of thousands of characters',
    { after: inExtensions(`<x xmlns="urn:x" x${'x'.repeat(9000)}=""/>`) },
    'eidas.too-complex',
  ],
  [
    'X24 a tag full of signs of equality',
    { after: inExtensions(`<x xmlns="urn:x" a="${'='.repeat(200)}"/>`) },
    'eidas.too-complex',
  ],
  ['X25 a byte order mark', { after: (xml) => `\uFEFF${xml}` }, 'eidas.encoding'],
  ['X25 a NUL', { after: swap('</saml:Issuer>', '\0</saml:Issuer>') }, 'eidas.encoding'],
  [
    'X25 another declared encoding',
    { after: (xml) => `<?xml version="1.0" encoding="UTF-7"?>${xml}` },
    'eidas.forbidden-markup',
  ],
  ['X25 a control sign', { after: swap('</saml:Issuer>', '\u0001</saml:Issuer>') }, 'eidas.not-well-formed'],
  [
    'X26 one id twice',
    {
      after: (xml) =>
        swap(
          '<samlp:Status>',
          `<samlp:Extensions><x xmlns="urn:x" ID="${/ ID="([^"]+)"/.exec(xml)?.[1]}"/></samlp:Extensions><samlp:Status>`,
        )(xml),
    },
    'eidas.duplicate-id',
  ],
  [
    'X26 one id twice in another spelling',
    {
      after: (xml) =>
        swap(
          '<samlp:Status>',
          `<samlp:Extensions><x xmlns="urn:x" id="${/ ID="([^"]+)"/.exec(xml)?.[1]}"/></samlp:Extensions><samlp:Status>`,
        )(xml),
    },
    'eidas.duplicate-id',
  ],
  ['X26 an id that is no name', { after: swap(/ ID="[^"]+"/, ` ID="a' or '1'='1"`) }, 'eidas.duplicate-id'],
  [
    'X27 an unknown element, signed',
    { response: swap('<samlp:Status>', '<samlp:Unknown/><samlp:Status>') },
    'eidas.schema',
  ],
  [
    'X27 another order, signed',
    { response: (xml) => swap('<samlp:Status>', '<saml:Issuer>x</saml:Issuer><samlp:Status>')(xml) },
    'eidas.schema',
  ],
  [
    'X29 markup signs in an attribute',
    { after: swap('Version="2.0"', 'Version="2.0" Consent="<!--"') },
    'eidas.forbidden-markup',
  ],
];

for (const [title, craft, code] of attacks) {
  test(`${title} is refused: ${code}`, () => assertAttackRefused(country, craft, code));
}

test('X25 texts that are not UTF-8 are refused', async () => {
  const xml = craftXml(country);
  await assertRefused(country, encodeMessage(Buffer.from(`\uFEFF${xml}`, 'utf16le')), 'eidas.encoding');
  const overlong = Buffer.concat([
    Buffer.from(xml.slice(0, 60)),
    Buffer.from([0xc0, 0xaf]),
    Buffer.from(xml.slice(60)),
  ]);
  await assertRefused(country, encodeMessage(overlong), 'eidas.encoding');
  const surrogate = Buffer.concat([
    Buffer.from(xml.slice(0, 60)),
    Buffer.from([0xed, 0xa0, 0x80]),
    Buffer.from(xml.slice(60)),
  ]);
  await assertRefused(country, encodeMessage(surrogate), 'eidas.encoding');
});

test('a message that is not strict base64 is refused', async () => {
  const message = encodeMessage(craftXml(country));
  for (const broken of [
    '',
    '!',
    `${message}!`,
    `${message.slice(0, 40)}-_${message.slice(42)}`,
    message.replace(/.$/, ''),
  ]) {
    if (broken !== message) await assertRefused(country, broken, 'eidas.base64');
  }
});
