import { createHash, type KeyObject, timingSafeEqual, verify } from 'node:crypto';
import type { Brand } from '../../base/brand.ts';
import {
  fitsKey,
  type Hash,
  hashOf,
  signatureAlgorithmOf,
  signatureAlgorithms,
  signingOptions,
  type XmlSignatureAlgorithm,
} from './algorithms.ts';
import { decodeBase64 } from './base64.ts';
import { namespaces } from './namespaces.ts';
import type { OpenXml } from './read-xml.ts';
import { attributeOf, everyElement, isNamed, onlyChild, textOf, type XmlElement } from './xml-tree.ts';

/** The canonical bytes that a valid signature covered. Whoever needs a signed value reads it from here and nowhere else. */
export type VerifiedXml = Brand<Buffer, 'VerifiedXml'>;

export type SignatureRefusal =
  | 'missing'
  | 'misplaced'
  | 'structure'
  | 'canonicalization'
  | 'algorithm'
  | 'reference'
  | 'transform'
  | 'digest'
  | 'value';

const ENVELOPED = `${namespaces.signature}enveloped-signature`;

type Claim = {
  readonly index: number;
  readonly algorithm: XmlSignatureAlgorithm;
  readonly infoPrefixes: readonly string[];
  readonly contentPrefixes: readonly string[];
  readonly hash: Hash;
  readonly digest: Buffer;
  readonly value: Buffer;
};

/**
 * Verifies the one enveloped signature of a document against keys that are trusted already; `KeyInfo` plays no part.
 * The profile is closed (eIDAS SAML Message Format 1.4; SAML core 5.4): one `ds:Signature`, a child of the root, one
 * `Reference` to the root's ID. `wholeDocument` also allows the empty reference, which the reference node uses in metadata.
 */
export function verifyXml(
  xml: OpenXml,
  keys: readonly KeyObject[],
  options: { readonly wholeDocument?: boolean } = {},
):
  | { readonly kind: 'verified'; readonly xml: VerifiedXml }
  | { readonly kind: 'refused'; readonly reason: SignatureRefusal } {
  const claim = readClaim(xml.root, options.wholeDocument ?? false);
  if (typeof claim === 'string') return { kind: 'refused', reason: claim };
  const fitting = keys.filter((key) => fitsKey(claim.algorithm, key));
  const canonical = canonicalize(xml, claim);
  if (!canonical) return { kind: 'refused', reason: 'canonicalization' };
  const { signedInfo, covered } = canonical;
  // The cheap half first: a message that was changed costs no public key operation.
  const digest = createHash(claim.hash).update(covered).digest();
  if (digest.length !== claim.digest.length || !timingSafeEqual(digest, claim.digest)) {
    return { kind: 'refused', reason: 'digest' };
  }
  const { hash } = signatureAlgorithms[claim.algorithm];
  const valid = fitting.some((key) =>
    verify(hash, signedInfo, signingOptions(claim.algorithm, key), claim.value),
  );
  return valid ? { kind: 'verified', xml: covered as VerifiedXml } : { kind: 'refused', reason: 'value' };
}

/** Canonical text has to exist and be more than nothing: a relative namespace, for one, makes libxml2 give up. */
function canonicalize(
  xml: OpenXml,
  claim: Claim,
): { readonly signedInfo: Buffer; readonly covered: Buffer } | null {
  try {
    const signedInfo = xml.canonicalize([claim.index, 0], claim.infoPrefixes);
    const covered = xml.canonicalizeWithout(claim.index, claim.contentPrefixes);
    return signedInfo.length > 0 && covered.length > 0 ? { signedInfo, covered } : null;
  } catch {
    return null;
  }
}

function readClaim(root: XmlElement, wholeDocument: boolean): Claim | SignatureRefusal {
  const all = [...everyElement(root)].filter((each) => isNamed(each, namespaces.signature, 'Signature'));
  if (all.length === 0) return 'missing';
  const index = root.children.findIndex((each) => isNamed(each, namespaces.signature, 'Signature'));
  const signature = root.children[index];
  if (all.length > 1 || !signature) return 'misplaced';
  const info = signature.children[0];
  const names = signature.children
    .map((each) => (each.namespace === namespaces.signature ? each.name : '?'))
    .join(' ');
  if (!info || !/^SignedInfo SignatureValue(?: KeyInfo)?$/.test(names)) return 'structure';
  if (childNames(info) !== 'CanonicalizationMethod SignatureMethod Reference') return 'structure';
  const [canonicalization, method, reference] = info.children as [XmlElement, XmlElement, XmlElement];
  const infoPrefixes = exclusivePrefixes(canonicalization);
  if (!infoPrefixes) return 'canonicalization';
  const algorithm = signatureAlgorithmOf(attributeOf(method, 'Algorithm'));
  if (!algorithm || method.children.length > 0) return 'algorithm';
  if (!refersToRoot(reference, root, wholeDocument)) return 'reference';
  const contentPrefixes = readTransforms(reference.children[0]);
  if (!contentPrefixes) return 'transform';
  const hash = hashOf(attributeOf(onlyChild(reference, namespaces.signature, 'DigestMethod'), 'Algorithm'));
  if (!hash) return 'algorithm';
  const digest = base64Of(onlyChild(reference, namespaces.signature, 'DigestValue'));
  const value = base64Of(onlyChild(signature, namespaces.signature, 'SignatureValue'));
  if (!digest || !value) return 'structure';
  return { index, algorithm, infoPrefixes, contentPrefixes, hash, digest, value };
}

function refersToRoot(reference: XmlElement, root: XmlElement, wholeDocument: boolean): boolean {
  if (childNames(reference) !== 'Transforms DigestMethod DigestValue') return false;
  const uri = attributeOf(reference, 'URI');
  const id = attributeOf(root, 'ID');
  return (wholeDocument && uri === '') || (id !== null && uri === `#${id}`);
}

/** Exactly: enveloped signature, then exclusive C14N. Gives the prefixes of the latter; `null` when it is anything else. */
function readTransforms(transforms: XmlElement | undefined): readonly string[] | null {
  if (!transforms || childNames(transforms) !== 'Transform Transform') return null;
  const [first, second] = transforms.children as [XmlElement, XmlElement];
  if (attributeOf(first, 'Algorithm') !== ENVELOPED || first.children.length > 0) return null;
  return exclusivePrefixes(second);
}

/** The `InclusiveNamespaces` prefixes of an exclusive C14N without comments; `null` when it is another algorithm. */
function exclusivePrefixes(method: XmlElement): readonly string[] | null {
  if (attributeOf(method, 'Algorithm') !== namespaces.exclusiveC14n) return null;
  const [inclusive, ...others] = method.children;
  if (!inclusive) return [];
  if (others.length > 0 || !isNamed(inclusive, namespaces.exclusiveC14n, 'InclusiveNamespaces')) return null;
  return (attributeOf(inclusive, 'PrefixList') ?? '').split(/\s+/).filter((prefix) => prefix !== '');
}

function childNames(element: XmlElement): string {
  return element.children
    .map((each) => (each.namespace === namespaces.signature ? each.name : '?'))
    .join(' ');
}

function base64Of(element: XmlElement | null): Buffer | null {
  const text = textOf(element);
  return text === null ? null : decodeBase64(text);
}
