import type { KeyObject, X509Certificate } from 'node:crypto';
import { findTrusted, isTrusted } from '../../saml/check-chain.ts';
import { namespaces } from '../../saml/namespaces.ts';
import { readCertificate } from '../../saml/read-certificate.ts';
import { everyElement, isNamed, onlyChild, type XmlElement } from '../../saml/xml-tree.ts';

/** More certificates than a chain has are not looked at. */
const MAX_OFFERED = 6;

/** Whose signature counts: what was agreed with a country by hand. */
export type TrustFrame = {
  /** Trust anchors. */
  readonly anchors: readonly X509Certificate[];
  /** SHA-256 fingerprints of the only certificates that may sign; any under the anchors when there are none. */
  readonly signers: readonly string[];
  readonly at: Date;
};

/** The keys that may have signed an element: of the anchors, and of the certificates that its signature offers as far as they are trusted. */
export function trustedSigners(
  signed: XmlElement,
  { anchors, signers, at }: TrustFrame,
): readonly KeyObject[] {
  const signature = onlyChild(signed, namespaces.signature, 'Signature');
  const offered = signature ? certificatesIn(signature, MAX_OFFERED) : [];
  const isPinned = (certificate: X509Certificate) =>
    signers.length === 0 || signers.includes(certificate.fingerprint256);
  const direct = anchors.filter((anchor) => isPinned(anchor) && isTrusted(anchor, [], anchors, at));
  const chained = findTrusted(offered, anchors, at).filter(isPinned);
  return [...direct, ...chained].map((certificate) => certificate.publicKey);
}

/** The certificates that an element holds, at most so many of them. */
export function certificatesIn(element: XmlElement, most: number): readonly X509Certificate[] {
  return everyElement(element)
    .filter((each) => isNamed(each, namespaces.signature, 'X509Certificate'))
    .slice(0, most)
    .map((each) => readCertificate(each.text))
    .filter((each) => each !== null);
}
