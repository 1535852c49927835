import { createHash, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Brand } from '../../base/brand.ts';
import {
  fitsKey,
  type Hash,
  hashOf,
  signatureAlgorithmOf,
  type XmlSignatureAlgorithm,
} from './algorithms.ts';
import { decodeBase64 } from './base64.ts';
import { canonicalize, isPrefixToken } from './canonicalize.ts';
import { namespaces } from './namespaces.ts';
import { isSignature } from './signature-value.ts';
import { countWork } from './work.ts';
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
/** What honest signers list: a handful, each once. */
const MAX_PREFIXES = 16;
const MAX_PREFIX_LIST = 512;

type Claim = {
  readonly signature: XmlElement;
  readonly path: readonly number[];
  readonly algorithm: XmlSignatureAlgorithm;
  readonly infoPrefixes: readonly string[];
  readonly contentPrefixes: readonly string[];
  readonly hash: Hash;
  readonly digest: Buffer;
  readonly value: Buffer;
};

export type VerifyOptions = {
  /** Also allows the empty reference, which the reference node uses in metadata. */
  readonly wholeDocument?: boolean;
  /** The child of the root that is signed, when it is not the root itself: an entity in a list of metadata. */
  readonly child?: number;
  /** Whether elements of metadata inside may have signatures of their own, which this one covers and nobody looks at. */
  readonly list?: boolean;
};

/**
 * Verifies the one enveloped signature of a document against keys that are trusted already; `KeyInfo` plays no part.
 * The profile is closed (eIDAS SAML Message Format 1.4; SAML core 5.4): one `ds:Signature`, a child of what it signs, one
 * `Reference` to the ID of that.
 */
export function verifyXml(
  { root }: { readonly root: XmlElement },
  keys: readonly KeyObject[],
  options: VerifyOptions = {},
):
  | { readonly kind: 'verified'; readonly xml: VerifiedXml }
  | { readonly kind: 'refused'; readonly reason: SignatureRefusal } {
  const claim = readClaim(root, options);
  if (typeof claim === 'string') return { kind: 'refused', reason: claim };
  const fitting = keys.filter((key) => fitsKey(claim.algorithm, key));
  const canonical = canonicalParts(root, claim, options);
  if (!canonical) return { kind: 'refused', reason: 'canonicalization' };
  const { signedInfo, covered } = canonical;
  // The cheap half first: a message that was changed costs no public key operation.
  const digest = createHash(claim.hash).update(covered).digest();
  if (digest.length !== claim.digest.length || !timingSafeEqual(digest, claim.digest)) {
    return { kind: 'refused', reason: 'digest' };
  }
  const valid = fitting.some((key) => {
    countWork('keyOperations');
    return isSignature(claim.algorithm, key, signedInfo, claim.value);
  });
  return valid ? { kind: 'verified', xml: covered as VerifiedXml } : { kind: 'refused', reason: 'value' };
}

/** Canonical text has to exist: a relative namespace, for one, has none. */
function canonicalParts(
  root: XmlElement,
  claim: Claim,
  { child }: VerifyOptions,
): { readonly signedInfo: Buffer; readonly covered: Buffer } | null {
  try {
    const signedInfo = canonicalize(root, { path: [...claim.path, 0], prefixes: claim.infoPrefixes });
    const covered = canonicalize(root, {
      path: child === undefined ? [] : [child],
      prefixes: claim.contentPrefixes,
      without: claim.signature,
    });
    return { signedInfo, covered };
  } catch {
    return null;
  }
}

function readClaim(root: XmlElement, options: VerifyOptions): Claim | SignatureRefusal {
  const subject = options.child === undefined ? root : root.children[options.child];
  const found = subject && findSignature(subject, options);
  if (typeof found === 'string') return found;
  const signature = found && subject.children[found.index];
  if (!signature) return 'missing';
  const info = signature.children[0];
  const names = signature.children
    .map((each) => (each.namespace === namespaces.signature ? each.name : '?'))
    .join(' ');
  if (!info || !/^SignedInfo SignatureValue(?: KeyInfo)?$/.test(names)) return 'structure';
  if (childNames(info) !== 'CanonicalizationMethod SignatureMethod Reference') return 'structure';
  const [canonicalization, method, reference] = info.children as [XmlElement, XmlElement, XmlElement];
  const declared = new Set<string>();
  for (const each of everyElement(root)) for (const [prefix] of each.declarations) declared.add(prefix);
  const infoPrefixes = exclusivePrefixes(canonicalization, declared);
  if (!infoPrefixes) return 'canonicalization';
  const algorithm = signatureAlgorithmOf(attributeOf(method, 'Algorithm'));
  if (!algorithm || method.children.length > 0) return 'algorithm';
  if (!refersTo(reference, subject, options)) return 'reference';
  const contentPrefixes = readTransforms(reference.children[0], declared);
  if (!contentPrefixes) return 'transform';
  const hash = hashOf(attributeOf(onlyChild(reference, namespaces.signature, 'DigestMethod'), 'Algorithm'));
  if (!hash) return 'algorithm';
  const digest = base64Of(onlyChild(reference, namespaces.signature, 'DigestValue'));
  const value = base64Of(onlyChild(signature, namespaces.signature, 'SignatureValue'));
  if (!digest || !value) return 'structure';
  const path = options.child === undefined ? [found.index] : [options.child, found.index];
  return { signature, path, algorithm, infoPrefixes, contentPrefixes, hash, digest, value };
}

/** The place of the one signature among the children of what it signs. */
function findSignature(
  subject: XmlElement,
  { list = false }: VerifyOptions,
): { readonly index: number } | SignatureRefusal {
  const isSignature = (each: XmlElement) => isNamed(each, namespaces.signature, 'Signature');
  const index = subject.children.findIndex(isSignature);
  let others = subject.children.filter(isSignature).length - (index >= 0 ? 1 : 0);
  for (const parent of everyElement(subject)) {
    const isCovered = parent === subject || (list && parent.namespace === namespaces.metadata);
    if (!isCovered) others += parent.children.filter(isSignature).length;
  }
  if (isSignature(subject) || others > 0) return 'misplaced';
  return index < 0 ? 'missing' : { index };
}

function refersTo(reference: XmlElement, subject: XmlElement, options: VerifyOptions): boolean {
  if (childNames(reference) !== 'Transforms DigestMethod DigestValue') return false;
  const uri = attributeOf(reference, 'URI');
  const id = attributeOf(subject, 'ID');
  const wholeDocument = options.wholeDocument === true && options.child === undefined;
  return (wholeDocument && uri === '') || (id !== null && uri === `#${id}`);
}

/** Exactly: enveloped signature, then exclusive C14N. Gives the prefixes of the latter; `null` when it is anything else. */
function readTransforms(
  transforms: XmlElement | undefined,
  declared: ReadonlySet<string>,
): readonly string[] | null {
  if (!transforms || childNames(transforms) !== 'Transform Transform') return null;
  const [first, second] = transforms.children as [XmlElement, XmlElement];
  if (attributeOf(first, 'Algorithm') !== ENVELOPED || first.children.length > 0) return null;
  return exclusivePrefixes(second, declared);
}

/**
 * The `InclusiveNamespaces` prefixes of an exclusive C14N without comments; `null` when it is another algorithm, or when the list is more
 * than an honest one: few, each once, each a name that the document declares.
 */
function exclusivePrefixes(method: XmlElement, declared: ReadonlySet<string>): readonly string[] | null {
  if (attributeOf(method, 'Algorithm') !== namespaces.exclusiveC14n) return null;
  const [inclusive, ...others] = method.children;
  if (!inclusive) return [];
  if (others.length > 0 || inclusive.children.length > 0) return null;
  if (!isNamed(inclusive, namespaces.exclusiveC14n, 'InclusiveNamespaces')) return null;
  const list = attributeOf(inclusive, 'PrefixList') ?? '';
  if (list.length > MAX_PREFIX_LIST) return null;
  const prefixes = list.split(/\s+/).filter((prefix) => prefix !== '');
  const isKnown = (prefix: string) => prefix === '#default' || prefix === 'xml' || declared.has(prefix);
  const isHonest =
    prefixes.length <= MAX_PREFIXES &&
    new Set(prefixes).size === prefixes.length &&
    prefixes.every((prefix) => isPrefixToken(prefix) && isKnown(prefix));
  return isHonest ? prefixes : null;
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
