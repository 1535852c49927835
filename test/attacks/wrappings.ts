import type { RefusalCode } from '#src/protocols/eidas/refusal-codes.ts';

type Wrapped = { readonly xml: string; readonly code: RefusalCode };

const signatureOf = (xml: string) => /<ds:Signature .*?<\/ds:Signature>/s.exec(xml)?.[0] ?? '';
const withoutSignature = (xml: string) => xml.replace(signatureOf(xml), '');
/** The attacker's copy: another id, and content of its own. */
const forgedFrom = (xml: string) =>
  withoutSignature(xml)
    .replace(/ ID="[^"]+"/, ' ID="_forged"')
    .replace(/ Id="_/g, ' Id="_f')
    .replace(/"#_/g, '"#_f')
    .replace('Version="2.0"', 'Consent="urn:forged" Version="2.0"');
const inExtensions = (inner: string) =>
  `<samlp:Extensions><w xmlns="urn:w">${inner}</w></samlp:Extensions><samlp:Status>`;

/** The shapes of signature wrapping that SAML Raider makes (XSW1 to XSW8), and what stops each of them first. */
export const signatureWrappings: Readonly<Record<string, (xml: string) => Wrapped>> = {
  'XSW1: the original inside the signature of a forged response': (xml) => ({
    xml: forgedFrom(xml).replace(
      '</saml:Issuer>',
      `</saml:Issuer>${signatureOf(xml).replace('</ds:Signature>', `<ds:Object>${withoutSignature(xml)}</ds:Object></ds:Signature>`)}`,
    ),
    code: 'eidas.signature-structure',
  }),
  'XSW2: the original beside its detached signature': (xml) => ({
    xml: forgedFrom(xml)
      .replace('</saml:Issuer>', `</saml:Issuer>${signatureOf(xml)}`)
      .replace('<samlp:Status>', inExtensions(withoutSignature(xml))),
    code: 'eidas.signature-reference',
  }),
  'XSW3: the original as it is before forged content': (xml) => ({
    xml: forgedFrom(xml).replace('<samlp:Status>', inExtensions(xml)),
    code: 'eidas.signature-misplaced',
  }),
  'XSW4: the forged response around the original': (xml) => ({
    xml: forgedFrom(xml).replace('</samlp:Response>', () => `${xml}</samlp:Response>`),
    code: 'eidas.schema',
  }),
  'XSW5: the id is taken over, the original comes at the end': (xml) => ({
    xml: xml
      .replace('Version="2.0"', 'Consent="urn:forged" Version="2.0"')
      .replace('<samlp:Status>', inExtensions(withoutSignature(xml))),
    code: 'eidas.duplicate-id',
  }),
  'XSW6: the original inside an Object of the signature, with the same id': (xml) => ({
    xml: xml.replace('</ds:Signature>', `<ds:Object>${withoutSignature(xml)}</ds:Object></ds:Signature>`),
    code: 'eidas.duplicate-id',
  }),
  'XSW7: a forged assertion in Extensions': (xml) => ({
    xml: xml.replace(
      '<samlp:Status>',
      inExtensions('<saml:Advice><saml:AssertionIDRef>_x</saml:AssertionIDRef></saml:Advice>'),
    ),
    code: 'eidas.signature-digest',
  }),
  'XSW8: the signed content inside an Object, forged content outside': (xml) => ({
    xml: xml
      .replace('</ds:Signature>', '<ds:Object><saml:Advice/></ds:Object></ds:Signature>')
      .replace('Version="2.0"', 'Consent="urn:forged" Version="2.0"'),
    code: 'eidas.signature-structure',
  }),
};
