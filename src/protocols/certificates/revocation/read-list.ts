import { verify } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { later, MINUTE } from '../../../base/time.ts';
import {
  contentOf,
  type Place,
  placeAt,
  placesIn,
  readOid,
  readTime,
  tags,
  wholeOf,
} from '../../saml/der.ts';
import { countWork } from '../../saml/work.ts';
import { schemeOf } from '../key-strength.ts';
import type { CertificateProfile } from '../read-profile.ts';

/** The lists of Belgian authorities of citizens have some megabytes. */
export const MAX_LIST_BYTES = 16_000_000;
/** Entries that are read before others get their turn: less than a millisecond of them. */
const AT_ONCE = 5_000;
const SKEW = 5 * MINUTE;

const ISSUING_POINT = '2.5.29.28';
const DELTA = '2.5.29.27';

/** A list that its authority signed: who is on it, and until when it holds. */
export type RevocationList = {
  readonly kind: 'list';
  readonly revoked: ReadonlySet<string>;
  readonly until: Date;
};
/** Why a list says nothing about the certificate. */
export type UselessList =
  | 'unreachable'
  | 'too-large'
  | 'malformed'
  | 'other-issuer'
  | 'signature'
  | 'too-old'
  | 'not-yet'
  | 'partial';
export type ReadList = RevocationList | { readonly kind: 'useless'; readonly why: UselessList };

/** How an entry names a certificate. */
export function serialKey(serialNumber: Buffer): string {
  return serialNumber.toString('latin1');
}

/**
 * Reads a list of revoked certificates (RFC 5280, 5): of this issuer, signed by it, in its time, and whole. A list of changes, of some reasons or
 * of several issuers says of nobody that the certificate is good: it is not used. The signature comes before the entries, beside the
 * event loop, and the entries are read in turns.
 */
export async function readList(bytes: Buffer, issuer: CertificateProfile, at: Date): Promise<ReadList> {
  if (bytes.length > MAX_LIST_BYTES) return useless('too-large');
  const parts = partsOf(bytes);
  if (parts === null) return useless('malformed');
  if (!parts.issuerName.equals(issuer.parts.subjectName)) return useless('other-issuer');
  if (!(await isSigned(parts, issuer))) return useless('signature');
  if (parts.thisUpdate > later(at, SKEW)) return useless('not-yet');
  if (parts.nextUpdate <= at) return useless('too-old');
  if (!isWhole(bytes, parts.extensions)) return useless('partial');
  const revoked = await serialsIn(bytes, parts.entries);
  return revoked === null ? useless('malformed') : { kind: 'list', revoked, until: parts.nextUpdate };
}

type Parts = {
  readonly signed: Buffer;
  readonly algorithm: string;
  readonly signature: Buffer;
  readonly issuerName: Buffer;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  readonly entries: Place | null;
  readonly extensions: Place | null;
};

function partsOf(bytes: Buffer): Parts | null {
  const whole = placeAt(bytes, 0, bytes.length);
  if (whole?.tag !== tags.sequence || whole.end !== bytes.length) return null;
  const [body, outer, bits, ...more] = placesIn(bytes, whole) ?? [];
  const inside = body && placesIn(bytes, body);
  if (!inside || !outer || bits?.tag !== tags.bits || more.length > 0) return null;
  const [algorithm, issuerName, thisUpdate, nextUpdate, ...rest] =
    inside[0]?.tag === tags.integer ? inside.slice(1) : inside;
  if (!algorithm || !issuerName || !thisUpdate || !nextUpdate) return null;
  const [from, until] = [readTime(bytes, thisUpdate), readTime(bytes, nextUpdate)];
  const [oid] = placesIn(bytes, algorithm) ?? [];
  // The algorithm that was used is the one that was signed (RFC 5280, 5.1.1.2).
  if (!oid || !wholeOf(bytes, algorithm).equals(wholeOf(bytes, outer))) return null;
  if (from === null || until === null) return null;
  return {
    signed: wholeOf(bytes, body),
    algorithm: readOid(contentOf(bytes, oid)),
    signature: contentOf(bytes, bits).subarray(1),
    issuerName: wholeOf(bytes, issuerName),
    thisUpdate: from,
    nextUpdate: until,
    entries: rest.find((each) => each.tag === tags.sequence) ?? null,
    extensions: rest.find((each) => each.tag === tags.context0) ?? null,
  };
}

function isSigned({ algorithm, signed, signature }: Parts, issuer: CertificateProfile): Promise<boolean> {
  const scheme = schemeOf(algorithm);
  const key = issuer.certificate.publicKey;
  const maySign = issuer.keyUsage === null || issuer.keyUsage.includes('crlSign');
  if (scheme === null || !maySign || key.asymmetricKeyType !== scheme.keyType) return Promise.resolve(false);
  countWork('keyOperations');
  return new Promise((resolve) =>
    verify(scheme.hash, signed, key, signature, (error, isRight) => resolve(error === null && isRight)),
  );
}

/** Whether a list speaks for all certificates of people, and says nothing critical that is not understood here. */
function isWhole(bytes: Buffer, holder: Place | null): boolean {
  if (holder === null) return true;
  const [list] = placesIn(bytes, holder) ?? [];
  const extensions = list && placesIn(bytes, list, 64);
  if (!extensions) return false;
  return extensions.every((each) => {
    const parts = placesIn(bytes, each) ?? [];
    const [oid] = parts;
    if (!oid) return false;
    const name = readOid(contentOf(bytes, oid));
    // Where it lies may be said; of whom alone it speaks may not: that has tags 1 to 5 (RFC 5280, 5.2.5).
    if (name === ISSUING_POINT) return isForEverybody(bytes, parts.at(-1));
    return name !== DELTA && parts[1]?.tag !== tags.boolean;
  });
}

function isForEverybody(bytes: Buffer, value: Place | undefined): boolean {
  const point = value && placeAt(bytes, value.start, value.end);
  const parts = point && placesIn(bytes, point);
  return parts?.every((each) => each.tag === tags.context0) ?? false;
}

/** The serial numbers of all entries; `null` when one is malformed, or says something critical, as that of another issuer does. */
async function serialsIn(bytes: Buffer, entries: Place | null): Promise<ReadonlySet<string> | null> {
  const found = new Set<string>();
  if (entries === null) return found;
  let count = 0;
  for (let at = entries.start; at < entries.end; ) {
    const entry = placeAt(bytes, at, entries.end);
    const parts = entry && placesIn(bytes, entry);
    const [serial, , extensions] = parts ?? [];
    if (!entry || serial?.tag !== tags.integer || (extensions && hasCritical(bytes, extensions))) return null;
    found.add(serialKey(contentOf(bytes, serial)));
    at = entry.end;
    count += 1;
    if (count % AT_ONCE === 0) await setImmediate();
  }
  return found;
}

function hasCritical(bytes: Buffer, extensions: Place): boolean {
  const each = placesIn(bytes, extensions);
  return each?.some((one) => placesIn(bytes, one)?.[1]?.tag === tags.boolean) ?? true;
}

function useless(why: UselessList): ReadList {
  return { kind: 'useless', why };
}
