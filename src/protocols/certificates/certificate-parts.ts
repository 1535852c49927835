import { contentOf, type Place, placeAt, placesIn, readOid, tags, wholeOf } from '../saml/der.ts';

/** Parts of a certificate, byte for byte: what is hashed and compared is never written anew (RFC 5280, 4.1). */
export type CertificateParts = {
  /** Its sign with it. */
  readonly serialNumber: Buffer;
  readonly issuerName: Buffer;
  readonly subjectName: Buffer;
  /** The key itself, without its algorithm. */
  readonly subjectKey: Buffer;
  /** By object identifier: the one that was used, and the one that was signed. */
  readonly signatureAlgorithm: string;
  readonly signedAlgorithm: string;
  readonly extensions: ReadonlyMap<string, CertificateExtension>;
};
export type CertificateExtension = { readonly isCritical: boolean; readonly value: Buffer };

const MOST_EXTENSIONS = 64;

/**
 * Walks through the DER of a certificate. A library that reads all of it takes a millisecond and a half, which is more than everything else
 * that is done with a card. `null` where a part does not stand in its place, or an extension stands there twice.
 */
export function readParts(der: Buffer): CertificateParts | null {
  const whole = placeAt(der, 0, der.length);
  const [body, used, , ...none] = (whole && placesIn(der, whole)) ?? [];
  const inside = body && placesIn(der, body);
  if (!inside || !used || none.length > 0) return null;
  // The version is left out of a certificate of version 1 alone.
  const [serial, signed, issuer, , subject, key, ...more] =
    inside[0]?.tag === tags.context0 ? inside.slice(1) : inside;
  if (!serial || !signed || !issuer || !subject || !key) return null;
  const signatureAlgorithm = algorithmIn(der, used);
  const signedAlgorithm = algorithmIn(der, signed);
  const [, bits] = placesIn(der, key) ?? [];
  const extensions = extensionsIn(
    der,
    more.find(({ tag }) => tag === tags.context3),
  );
  if (signatureAlgorithm === null || signedAlgorithm === null || extensions === null) return null;
  if (bits?.tag !== tags.bits) return null;
  return {
    serialNumber: contentOf(der, serial),
    issuerName: wholeOf(der, issuer),
    subjectName: wholeOf(der, subject),
    // The first byte says how many bits of the last one are none.
    subjectKey: contentOf(der, bits).subarray(1),
    signatureAlgorithm,
    signedAlgorithm,
    extensions,
  };
}

function algorithmIn(der: Buffer, place: Place): string | null {
  const [oid] = placesIn(der, place) ?? [];
  return oid?.tag === tags.oid ? readOid(contentOf(der, oid)) : null;
}

function extensionsIn(der: Buffer, holder: Place | undefined): CertificateParts['extensions'] | null {
  const found = new Map<string, CertificateExtension>();
  if (holder === undefined) return found;
  const [list, ...none] = placesIn(der, holder) ?? [];
  const all = list?.tag === tags.sequence && none.length === 0 ? placesIn(der, list, MOST_EXTENSIONS) : null;
  for (const each of all ?? []) {
    const [oid, ...rest] = placesIn(der, each) ?? [];
    const value = rest.at(-1);
    const flag = rest.length === 2 ? rest[0] : null;
    if (oid?.tag !== tags.oid || value?.tag !== tags.octets || rest.length > 2) return null;
    if (flag && flag.tag !== tags.boolean) return null;
    const name = readOid(contentOf(der, oid));
    if (found.has(name)) return null;
    const isCritical = flag != null && contentOf(der, flag)[0] !== 0;
    found.set(name, { isCritical, value: contentOf(der, value) });
  }
  return all === null ? null : found;
}
