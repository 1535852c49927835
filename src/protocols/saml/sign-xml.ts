import { createHash, sign } from 'node:crypto';
import { digestUris, signatureAlgorithms, signingOptions } from './algorithms.ts';
import { certificateBody, type SigningKey } from './keys.ts';
import { namespaces } from './namespaces.ts';
import { metadataLimits, readXml } from './read-xml.ts';
import { element, leaf, type Markup, nothing, trusted } from './write-xml.ts';

const ENVELOPED = `${namespaces.signature}enveloped-signature`;

/**
 * Signs a document: `write` gives it twice, without the signature and with it in its place (a child of the root).
 * `id` is the root's ID. Exclusive C14N, digest of the same strength as the signature (XML Signature 1.1).
 */
export function signXml(write: (signature: Markup) => Markup, id: string, key: SigningKey): string {
  const { uri, hash } = signatureAlgorithms[key.algorithm];
  const read = readXml(Buffer.from(write(nothing)), metadataLimits, (xml) => xml.canonicalize([], []));
  if (read.kind === 'refused') throw new Error(`we wrote XML that our own reader refuses: ${read.reason}`);
  const digest = createHash(hash).update(read.result).digest('base64');
  const signedInfo = (declaration: Readonly<Record<string, string>>) =>
    element('ds:SignedInfo', declaration, [
      element('ds:CanonicalizationMethod', { Algorithm: namespaces.exclusiveC14n }),
      element('ds:SignatureMethod', { Algorithm: uri }),
      element('ds:Reference', { URI: `#${id}` }, [
        element('ds:Transforms', {}, [
          element('ds:Transform', { Algorithm: ENVELOPED }),
          element('ds:Transform', { Algorithm: namespaces.exclusiveC14n }),
        ]),
        element('ds:DigestMethod', { Algorithm: digestUris[hash] }),
        leaf('ds:DigestValue', {}, digest),
      ]),
    ]);
  // Written in canonical form already: with its own namespace declaration this text is what gets signed.
  const signedText = signedInfo({ 'xmlns:ds': namespaces.signature });
  const value = sign(hash, Buffer.from(signedText), signingOptions(key.algorithm, key.privateKey));
  const signature = element('ds:Signature', { 'xmlns:ds': namespaces.signature }, [
    signedInfo({}),
    leaf('ds:SignatureValue', {}, value.toString('base64')),
    element('ds:KeyInfo', {}, [
      element('ds:X509Data', {}, [leaf('ds:X509Certificate', {}, certificateBody(key.certificate))]),
    ]),
  ]);
  return write(trusted(signature));
}
