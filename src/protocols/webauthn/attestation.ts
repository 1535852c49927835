import { X509Certificate } from 'node:crypto';
import { decodeAttestationObject } from '@simplewebauthn/server/helpers';

const LONGEST_CHAIN = 6;

/**
 * Whether the maker vouches for an authenticator: the certificate that signed, whose signature was verified with the rest, leads to one of
 * these authorities (WebAuthn level 3, 7.1). A passkey may vouch for itself, or send no certificate: then nobody else does.
 */
export function leadsToAuthority(
  attestationObject: Uint8Array,
  authorities: readonly string[],
  at: Date,
): boolean {
  const sent = decodeAttestationObject(new Uint8Array(attestationObject)).get('attStmt').get('x5c') ?? [];
  if (sent.length === 0 || sent.length > LONGEST_CHAIN) return false;
  const chain = sent.map((each) => new X509Certificate(each));
  const trusted = authorities.map((each) => new X509Certificate(each));
  if (!chain.every((each) => isValid(each, at))) return false;
  const isWhole = chain.every((each, place) => place === 0 || isSignedBy(chain[place - 1], each));
  const last = chain.at(-1);
  return (
    isWhole && trusted.some((each) => isValid(each, at) && (isSame(each, last) || isSignedBy(last, each)))
  );
}

function isValid({ validFromDate, validToDate }: X509Certificate, at: Date): boolean {
  return validFromDate <= at && at <= validToDate;
}

/** Only an authority signs for others: a key that was certified itself signs for nobody. */
function isSignedBy(one: X509Certificate | undefined, authority: X509Certificate): boolean {
  return one?.checkIssued(authority) === true && authority.ca && one.verify(authority.publicKey);
}

function isSame(one: X509Certificate, other: X509Certificate | undefined): boolean {
  return other !== undefined && one.raw.equals(other.raw);
}
