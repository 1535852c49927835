import { X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AuthorityInfoAccessSyntax,
  BasicConstraints,
  Certificate,
  CertificatePolicies,
  CRLDistributionPoints,
  ExtendedKeyUsage,
  type Extension,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_cRLDistributionPoints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_pe_authorityInfoAccess,
  KeyUsage,
  type KeyUsageType,
  type Name,
} from '@peculiar/asn1-x509';
import { countWork } from '../saml/work.ts';

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
  /** Subject, issuer and serial number as they are written: what an OCSP request asks about (RFC 6960, 4.1.1). */
  readonly parsed: Certificate;
  readonly signatureAlgorithm: string;
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
  const parsed = AsnConvert.parse(certificate.raw, Certificate);
  const extensions = new Map<string, Extension>();
  for (const each of parsed.tbsCertificate.extensions ?? []) {
    if (extensions.has(each.extnID)) return null;
    extensions.set(each.extnID, each);
  }
  const read = <T>(oid: string, type: new () => T): T | null => {
    const found = extensions.get(oid);
    return found ? AsnConvert.parse(found.extnValue.buffer, type) : null;
  };
  const basic = read(id_ce_basicConstraints, BasicConstraints);
  const purposes = read(id_ce_extKeyUsage, ExtendedKeyUsage);
  return {
    certificate,
    parsed,
    signatureAlgorithm: parsed.signatureAlgorithm.algorithm,
    isAuthority: basic?.cA ?? false,
    pathLength: basic?.pathLenConstraint ?? null,
    keyUsage: read(id_ce_keyUsage, KeyUsage)?.toJSON() ?? null,
    purposes: purposes && [...purposes],
    policies: [...(read(id_ce_certificatePolicies, CertificatePolicies) ?? [])].map(
      (each) => each.policyIdentifier,
    ),
    hasUnknownCritical:
      extensions.has(id_ce_nameConstraints) ||
      [...extensions].some(([oid, { critical }]) => critical && !known.includes(oid)),
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

/** The values of one attribute of a name, by object identifier. */
export function valuesIn(name: Name, attribute: string): readonly string[] {
  return [...name].flatMap((part) =>
    [...part].filter((each) => each.type === attribute).map((each) => each.value.toString()),
  );
}
