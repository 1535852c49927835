import { hash } from 'node:crypto';
import { digestUris, signatureAlgorithms } from './algorithms.ts';
import { certificateBody, type SigningKey } from './keys.ts';
import { namespaces } from './namespaces.ts';
import { metadataLimits, readXml } from './read-xml.ts';
import { signBytes } from './signature-value.ts';
import { element, leaf, type Markup, nothing, trusted } from './write-xml.ts';

/** XML 1.0, 2.2. */
const UNWRITABLE = /(?![\t\n\r\x7f-\x9f])\p{Cc}|[\ufffe\uffff]/u;
const ENVELOPED = `${namespaces.signature}enveloped-signature`;

/**
 * Signs a document: `write` gives it twice, without the signature and with it in its place (a child of the root).
 * `id` is the root's ID. Exclusive C14N, digest of the same strength as the signature (XML Signature 1.1).
 */
export function signXml(write: (signature: Markup) => Markup, id: string, key: SigningKey): string {
  const read = readXml(Buffer.from(write(nothing)), metadataLimits, (xml) => xml.canonicalize([], []));
  if (read.kind === 'refused') throw new Error(`we wrote XML that our own reader refuses: ${read.reason}`);
  return signCovered(write, id, key, read.result);
}

/**
 * The same for a document that `write` gives in canonical form: attributes in their order, each prefix declared where it is used first,
 * and nowhere else. Nothing has to be read to sign it; that it is so is a test of whoever writes it.
 */
export function signCanonicalXml(write: (signature: Markup) => Markup, id: string, key: SigningKey): string {
  const written = write(nothing);
  if (UNWRITABLE.test(written)) throw new Error('we wrote a character that XML cannot hold');
  return signCovered(write, id, key, written);
}

function signCovered(
  write: (signature: Markup) => Markup,
  id: string,
  key: SigningKey,
  covered: string | Buffer,
): string {
  const { uri, hash: name } = signatureAlgorithms[key.algorithm];
  const digest = hash(name, covered, 'base64');
  const signedInfo = (declaration: Readonly<Record<string, string>>) =>
    element('ds:SignedInfo', declaration, [
      element('ds:CanonicalizationMethod', { Algorithm: namespaces.exclusiveC14n }),
      element('ds:SignatureMethod', { Algorithm: uri }),
      element('ds:Reference', { URI: `#${id}` }, [
        element('ds:Transforms', {}, [
          element('ds:Transform', { Algorithm: ENVELOPED }),
          element('ds:Transform', { Algorithm: namespaces.exclusiveC14n }),
        ]),
        element('ds:DigestMethod', { Algorithm: digestUris[name] }),
        leaf('ds:DigestValue', {}, digest),
      ]),
    ]);
  // Written in canonical form already: with its own namespace declaration this text is what gets signed.
  const signedText = signedInfo({ 'xmlns:ds': namespaces.signature });
  const value = signBytes(key.algorithm, key.privateKey, Buffer.from(signedText));
  const signature = element('ds:Signature', { 'xmlns:ds': namespaces.signature }, [
    signedInfo({}),
    leaf('ds:SignatureValue', {}, value.toString('base64')),
    element('ds:KeyInfo', {}, [
      element('ds:X509Data', {}, [leaf('ds:X509Certificate', {}, certificateBody(key.certificate))]),
    ]),
  ]);
  return write(trusted(signature));
}
