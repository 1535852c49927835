import assert from 'node:assert/strict';
import { createHash, sign } from 'node:crypto';
import test from 'node:test';
import { metadataLimits, readXml } from '#src/protocols/saml/read-xml.ts';
import { read } from '../attacks/expect.ts';
import { type Craft, craftXml, encodeMessage } from '../support/eidas-craft.ts';
import { type Country, makeCountry } from '../support/eidas-peer.ts';

// What a member state's node may write differently without meaning anything else: all of it is accepted.

const country = await makeCountry('EE');
/** Indents everything but the signature, whose own text is signed. */
const indent = (xml: string) => {
  const [before = '', signature = '', after = ''] = xml.split(/(<ds:Signature .*<\/ds:Signature>)/s);
  const spread = (part: string) => selfClosing(part).replace(/></g, '>\n    <');
  return signature === '' ? spread(xml) : `${spread(before)}${signature}\n    ${spread(after)}`;
};
const wrapLines = (xml: string, end: string) =>
  xml.replace(
    />([A-Za-z0-9+/=]{80,})</g,
    (_, value: string) => `>${end}${value.replace(/.{76}/g, (line) => line + end)}${end}<`,
  );
const prefixes = (from: string, to: string) => (xml: string) =>
  xml
    .replaceAll(`<${from}:`, `<${to}:`)
    .replaceAll(`</${from}:`, `</${to}:`)
    .replaceAll(`xmlns:${from}=`, `xmlns:${to}=`);
const selfClosing = (xml: string) => xml.replace(/<([\w:]+)((?: [^<>]*)?)><\/\1>/g, '<$1$2/>');
const singleQuotes = (xml: string) => xml.replace(/="([^"']*)"/g, "='$1'");
const reverseAttributes = (xml: string) =>
  xml.replace(/<([\w:]+)((?: [\w:]+="[^"]*")+)/g, (_, name: string, list: string) => {
    const attributes = list.match(/ [\w:]+="[^"]*"/g) ?? [];
    return `<${name}${attributes.reverse().join('')}`;
  });

const XS = 'http://www.w3.org/2001/XMLSchema';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const NATURAL = 'http://eidas.europa.eu/attributes/naturalperson';
const declaring = (prefix: string, namespace: string) => (xml: string) =>
  xml.replace(/^<([\w:]+)/, `<$1 xmlns:${prefix}="${namespace}"`);
const without = (prefix: string) => (xml: string) => xml.replace(new RegExp(` xmlns:${prefix}="[^"]+"`), '');
const retype = (prefix: string, type: string) => (xml: string) =>
  declaring(prefix, XS)(xml).replace(/"eidas:\w+Type"/g, `"${prefix}:${type}"`);

const variations: Readonly<Record<string, Craft>> = {
  'an indented response': { response: indent },
  'an indented assertion': { assertion: indent },
  'base64 in lines': { encrypted: (xml) => wrapLines(xml, '\n') },
  'base64 in lines with carriage returns, as Java writes them': {
    encrypted: (xml) => wrapLines(xml, '&#xD;\n'),
  },
  'base64 of the signature in lines': {
    after: (xml) =>
      xml.replace(/<ds:SignatureValue>.*?<\/ds:X509Certificate>/s, (part) => wrapLines(part, '&#13;\n')),
  },
  'other prefixes for SAML': {
    response: (xml) => prefixes('samlp', 'saml2p')(prefixes('saml', 'saml2')(xml)),
  },
  'other prefixes in the assertion': { assertion: (xml) => prefixes('saml', 's')(xml) },
  'another prefix for encryption': { encrypted: prefixes('xenc', 'e') },
  'empty elements written short': { response: selfClosing, assertion: selfClosing },
  'single quotes': { response: singleQuotes, assertion: singleQuotes, after: singleQuotes },
  'attributes in another order': {
    response: reverseAttributes,
    assertion: reverseAttributes,
    after: reverseAttributes,
  },
  'an XML declaration': { after: (xml) => `<?xml version="1.0" encoding="UTF-8"?>\n${xml}` },
  'an XML declaration before the assertion': {
    assertion: (xml) => `<?xml version="1.0" encoding="utf-8" standalone="no"?>${xml}`,
  },
  'character references': {
    response: (xml) => xml.replace('sluis.example/eidas/acs', 'sluis.example&#x2F;eidas&#47;acs'),
  },
  'namespaces declared that nobody uses': {
    response: (xml) => xml.replace('Version=', 'xmlns:unused="urn:x" Version='),
  },
  'namespaces declared where they are used': {
    assertion: (xml) =>
      xml
        .replace(/ xmlns:xsi="[^"]+"/, '')
        .replaceAll(' xsi:type=', ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type='),
  },
  'attribute values without a type': { assertion: (xml) => xml.replace(/ xsi:type="[^"]+"/g, '') },
  'a type written with another prefix': {
    assertion: (xml) =>
      xml
        .replaceAll('"eidas:', '"n:')
        .replace('xmlns:xsi', 'xmlns:n="http://eidas.europa.eu/attributes/naturalperson" xmlns:xsi'),
  },
  'the string type of XML Schema': { assertion: retype('xs', 'string') },
  'the string type with another prefix': { assertion: retype('xsd', 'string') },
  'the date type of XML Schema': {
    assertion: (xml) => declaring('xs', XS)(xml).replace('"eidas:DateOfBirthType"', '"xs:date"'),
  },
  'any type at all': { assertion: retype('xs', 'anyType') },
  'white space around the audience': {
    assertion: (xml) => xml.replace(/(<saml:Audience>)([^<]+)/, '$1\n      $2\n    '),
  },
  'white space around the level': {
    assertion: (xml) => xml.replace(/(<saml:AuthnContextClassRef>)([^<]+)/, '$1\n      $2\n    '),
  },
  'white space around addresses': {
    response: (xml) => xml.replace(/ Destination="([^"]+)"/, ' Destination=" $1 "'),
    assertion: (xml) => xml.replace(/ Recipient="([^"]+)"/, ' Recipient=" $1 "'),
  },
  'an assertion that leans on what its response declares and signs': {
    assertion: (xml) => without('saml')(xml),
  },
  'an assertion that leans on prefixes that are declared further out': {
    response: (xml) => declaring('eidas', NATURAL)(declaring('xsi', XSI)(xml)),
    assertion: (xml) => ['saml', 'xsi', 'eidas'].reduce((text, prefix) => without(prefix)(text), xml),
  },
  'an assertion in the default namespace of its response': {
    response: (xml) =>
      xml.replace('xmlns:saml="', 'xmlns="').replaceAll('<saml:', '<').replaceAll('</saml:', '</'),
    assertion: (xml) => without('saml')(xml).replaceAll('<saml:', '<').replaceAll('</saml:', '</'),
  },
  'white space after the message': { after: (xml) => `${xml}\n\n` },
  'a Consent and a StatusMessage': {
    response: (xml) =>
      xml
        .replace('Version=', 'Consent="urn:oasis:names:tc:SAML:2.0:consent:unspecified" Version=')
        .replace('</samlp:Status>', '<samlp:StatusMessage>fine</samlp:StatusMessage></samlp:Status>'),
  },
  'an Issuer with its format': {
    response: (xml) =>
      xml.replace('<saml:Issuer>', '<saml:Issuer Format="urn:oasis:names:tc:SAML:2.0:nameid-format:entity">'),
  },
  'the Latin name after the other': {
    assertion: (xml) =>
      xml.replace(
        /(<saml:AttributeValue[^>]*>Onasis<\/saml:AttributeValue>)(<saml:AttributeValue[^>]*>Ωνάσης<\/saml:AttributeValue>)/,
        '$2$1',
      ),
  },
  'the Latin name marked as such': {
    assertion: (xml) => xml.replace('>Onasis<', ' eidas:LatinScript="true">Onasis<'),
  },
  'a sector attribute that nobody asked for': {
    assertion: (xml) =>
      xml.replace(
        '</saml:AttributeStatement>',
        '<saml:Attribute Name="http://e-justice.europa.eu/attributes/naturalperson/eJusticeNaturalPersonRole" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"><saml:AttributeValue>VIP1</saml:AttributeValue></saml:Attribute></saml:AttributeStatement>',
      ),
  },
  'an address beside the confirmation': {
    assertion: (xml) =>
      xml.replace('<saml:SubjectConfirmationData', '<saml:SubjectConfirmationData Address="192.0.2.1"'),
  },
  'a session index': {
    assertion: (xml) => xml.replace('<saml:AuthnStatement', '<saml:AuthnStatement SessionIndex="_s"'),
  },
};

for (const [title, craft] of Object.entries(variations)) {
  test(`${title} is accepted`, async () => {
    const xml = craftXml(country, craft);
    const outcome = await read(country, encodeMessage(xml));
    assert.equal(outcome.kind, 'authenticated', JSON.stringify(outcome));
    if (outcome.kind !== 'authenticated') return;
    assert.equal(outcome.identity.familyName.latin, 'Onasis');
    assert.equal(outcome.identity.familyName.original, 'Ωνάσης');
    assert.equal(outcome.identity.birthDate, '1976-05-04');
  });
}

test('an indented signature with another prefix, and prefixes kept by the canonicalisation, is accepted', async () => {
  const xml = signLoosely(country, ['samlp', 'xenc']);
  const outcome = await read(country, encodeMessage(xml));
  assert.equal(outcome.kind, 'authenticated', JSON.stringify(outcome));
});

/** Signs with `InclusiveNamespaces` in both places and white space everywhere: what hand-made and older nodes write. */
function signLoosely(from: Country, kept: readonly string[]): string {
  const unsigned = craftXml(from).replace(/<ds:Signature .*?<\/ds:Signature>/s, '');
  const id = / ID="([^"]+)"/.exec(unsigned)?.[1];
  const canonical = (xml: string, path: readonly number[]) => {
    const read = readXml(Buffer.from(xml), metadataLimits, (opened) => opened.canonicalize(path, kept));
    assert.equal(read.kind, 'read');
    return read.kind === 'read' ? read.result.toString() : '';
  };
  const inclusive = `<c:InclusiveNamespaces xmlns:c="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="${kept.join(' ')}"/>`;
  const method = (name: string) =>
    `<sig:${name} Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#">${inclusive}</sig:${name}>`;
  const digest = createHash('sha512').update(canonical(unsigned, [])).digest('base64');
  const info = `<sig:SignedInfo>
      ${method('CanonicalizationMethod')}
      <sig:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512"/>
      <sig:Reference URI="#${id}"><sig:Transforms>
        <sig:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>
        ${method('Transform')}
      </sig:Transforms><sig:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha512"/>
      <sig:DigestValue>${digest}</sig:DigestValue></sig:Reference>
    </sig:SignedInfo>`;
  const put = (value: string) =>
    unsigned.replace(
      '</saml:Issuer>',
      () =>
        `</saml:Issuer><sig:Signature xmlns:sig="http://www.w3.org/2000/09/xmldsig#">${info}<sig:SignatureValue>${value}</sig:SignatureValue></sig:Signature>`,
    );
  const signed = canonical(put(''), [1, 0]);
  assert.match(signed, /^<sig:SignedInfo xmlns:samlp="/);
  const value = sign('sha512', Buffer.from(signed), {
    key: from.signing.privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return put(value.toString('base64'));
}

test('what a message declares without signing it gives the assertion inside no other meaning', async () => {
  const leaning: Craft = {
    response: declaring('eidas', NATURAL),
    assertion: without('eidas'),
  };
  const honest = await read(country, encodeMessage(craftXml(country, leaning)));
  assert.equal(honest.kind, 'authenticated', JSON.stringify(honest));
  const turned = craftXml(country, { ...leaning, after: (xml) => xml.replace(NATURAL, 'urn:other') });
  assert.match(turned, /xmlns:eidas="urn:other"/);
  const outcome = await read(country, encodeMessage(turned));
  assert.ok(honest.kind === 'authenticated' && outcome.kind === 'authenticated');
  assert.deepEqual(outcome.identity, honest.identity);
});
