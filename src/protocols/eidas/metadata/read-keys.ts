import type { X509Certificate } from 'node:crypto';
import { isStrongKey } from '../../saml/algorithms.ts';
import { isCertificateValid } from '../../saml/check-chain.ts';
import { namespaces } from '../../saml/namespaces.ts';
import { attributeOf, childrenNamed, type XmlElement } from '../../saml/xml-tree.ts';
import { certificatesIn } from './trusted-signers.ts';

/** Two of each use while keys change; twenty are a mistake. */
const MAX_DESCRIPTORS = 20;
const MAX_CERTIFICATES = 5;

/** The certificates of a role, by use. */
export type RoleKeys = {
  readonly signing: readonly X509Certificate[];
  readonly encryption: readonly X509Certificate[];
  /** How many were left out because their keys are too weak. */
  readonly weakKeys: number;
};

/**
 * The certificates of a role that are strong and valid at this moment. A weak one is left out: it would verify nothing anyway, and the
 * strong one beside it is what the country changes to. `null` when one has no use, serves two, or none may sign.
 */
export function readKeys(role: XmlElement, at: Date): RoleKeys | null {
  const descriptors = childrenNamed(role, namespaces.metadata, 'KeyDescriptor');
  if (descriptors.length > MAX_DESCRIPTORS) return null;
  const found = { signing: [] as X509Certificate[], encryption: [] as X509Certificate[] };
  let weakKeys = 0;
  for (const descriptor of descriptors) {
    const use = attributeOf(descriptor, 'use');
    const certificates = certificatesIn(descriptor, MAX_CERTIFICATES);
    if ((use !== 'signing' && use !== 'encryption') || certificates.length === 0) return null;
    const strong = certificates.filter((certificate) => isStrongKey(certificate.publicKey));
    weakKeys += certificates.length - strong.length;
    found[use].push(...strong);
  }
  const encryptionKeys = found.encryption.map((certificate) => certificate.publicKey);
  const isShared = found.signing
    .map((certificate) => certificate.publicKey)
    .some((key) => encryptionKeys.some((other) => key.equals(other)));
  const signing = found.signing.filter((certificate) => isCertificateValid(certificate, at));
  const encryption = found.encryption.filter((certificate) => isCertificateValid(certificate, at));
  return isShared || signing.length === 0 ? null : { signing, encryption, weakKeys };
}
