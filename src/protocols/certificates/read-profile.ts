import { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AuthorityInfoAccessSyntax,
  BasicConstraints,
  CertificatePolicies,
  CRLDistributionPoints,
  ExtendedKeyUsage,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_cRLDistributionPoints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_pe_authorityInfoAccess,
  KeyUsage,
  type KeyUsageType,
  Name,
} from '@peculiar/asn1-x509';
import { countWork } from '../saml/work.ts';
import { type CertificateParts, readParts } from './certificate-parts.ts';

/** A certificate of an RSA-8192 authority has 3 kB; a larger one is nobody's card. */
export const MAX_CERTIFICATE_BYTES = 8192;

const OCSP_ACCESS = '1.3.6.1.5.5.7.48.1';
/** Critical extensions that are looked at here, and those that restrict nothing that matters: alternative names and key identifiers. */
const known: readonly string[] = [
  id_ce_basicConstraints,
  id_ce_keyUsage,
  id_ce_extKeyUsage,
  id_ce_certificatePolicies,
  id_ce_cRLDistributionPoints,
  '2.5.29.14',
  '2.5.29.17',
  '2.5.29.18',
  '2.5.29.35',
];

/** What a certificate says, as far as logins need it (RFC 5280, 4). */
export type CertificateProfile = {
  readonly certificate: X509Certificate;
  readonly parts: CertificateParts;
  readonly isAuthority: boolean;
  /** Most certificates of authorities below it; `null` when it says none. */
  readonly pathLength: number | null;
  /** `null` without the extension. */
  readonly keyUsage: readonly KeyUsageType[] | null;
  /** Purposes by object identifier; `null` without the extension. */
  readonly purposes: readonly string[] | null;
  readonly policies: readonly string[];
  /** Whether it has a critical extension that is not looked at here, or constrains names: then it must not be used (RFC 5280, 4.2). */
  readonly hasUnknownCritical: boolean;
  /** Where its status can be asked, and where the list lies: addresses as they are written, unread. */
  readonly responders: readonly string[];
  readonly lists: readonly string[];
};

/** Reads DER; `null` when it is no well-formed certificate, an oversized one, or one with an extension twice. */
export function readProfile(der: Uint8Array): CertificateProfile | null {
  if (der.length > MAX_CERTIFICATE_BYTES) return null;
  try {
    countWork('certificates');
    const certificate = new X509Certificate(der);
    // What follows the certificate would be read by one parser and passed over by the other.
    return certificate.raw.length === der.length ? profileOf(certificate) : null;
  } catch {
    return null;
  }
}

/** The profile of a certificate that Node has read. Throws where it is not well-formed further in. */
function profileOf(certificate: X509Certificate): CertificateProfile | null {
  const parts = readParts(certificate.raw);
  if (parts === null) return null;
  const { extensions } = parts;
  const read = <T>(oid: string, type: new () => T): T | null => {
    const found = extensions.get(oid);
    return found ? AsnConvert.parse(found.value, type) : null;
  };
  const basic = read(id_ce_basicConstraints, BasicConstraints);
  const purposes = read(id_ce_extKeyUsage, ExtendedKeyUsage);
  return {
    certificate,
    parts,
    isAuthority: basic?.cA ?? false,
    pathLength: basic?.pathLenConstraint ?? null,
    keyUsage: read(id_ce_keyUsage, KeyUsage)?.toJSON() ?? null,
    purposes: purposes && [...purposes],
    policies: [...(read(id_ce_certificatePolicies, CertificatePolicies) ?? [])].map(
      (each) => each.policyIdentifier,
    ),
    hasUnknownCritical:
      extensions.has(id_ce_nameConstraints) ||
      [...extensions].some(([oid, { isCritical }]) => isCritical && !known.includes(oid)),
    responders: [...(read(id_pe_authorityInfoAccess, AuthorityInfoAccessSyntax) ?? [])]
      .filter((each) => each.accessMethod === OCSP_ACCESS)
      .map((each) => each.accessLocation.uniformResourceIdentifier ?? '')
      .filter((each) => each !== ''),
    lists: [...(read(id_ce_cRLDistributionPoints, CRLDistributionPoints) ?? [])]
      // A list of only some reasons, or of another issuer, does not say that a certificate is good.
      .filter((each) => each.reasons === undefined && each.cRLIssuer === undefined)
      .flatMap((each) => each.distributionPoint?.fullName ?? [])
      .map((each) => each.uniformResourceIdentifier ?? '')
      .filter((each) => each !== ''),
  };
}

/** The values in the subject of a certificate, each with the object identifier of its attribute. */
export function subjectOf({ parts }: CertificateProfile): readonly SubjectValue[] {
  return [...AsnConvert.parse(parts.subjectName, Name)].flatMap((part) =>
    [...part].map(({ type, value }) => ({ attribute: type, text: value.toString() })),
  );
}

export type SubjectValue = { readonly attribute: string; readonly text: string };
