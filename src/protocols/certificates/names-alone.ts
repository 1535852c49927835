import { X509Certificate } from 'node:crypto';
import { placeAt, placesIn, tags, wholeOf, writeDer } from '../saml/der.ts';

/** Extensions with key usage alone, and in it digital signature alone: such a certificate issued nothing (RFC 5280, 4.2.1.3). */
const ISSUES_NOTHING = Buffer.from('a3123010300e0603551d0f0101ff040403020780', 'hex');

/**
 * The certificates of authorities, changed so that they issue nothing; those that cannot be read are left out. A server of Node tells browsers the
 * names of whom it trusts, and hands out what a browser sent besides its own certificate only while OpenSSL has not found the chain good by
 * itself. Given these, it tells the names and trusts nobody: the reception judges alone. Their names and keys stay, so that OpenSSL
 * comes upon no wrong signature, which Node would take for the failure of whatever connection it reads next.
 */
export function namesAlone(authorities: readonly string[]): readonly string[] {
  return authorities.map(withoutPower).filter((each) => each !== null);
}

function withoutPower(pem: string): string | null {
  try {
    const bytes = new X509Certificate(pem).raw;
    const whole = placeAt(bytes, 0, bytes.length);
    const [body, ...signature] = (whole && placesIn(bytes, whole)) ?? [];
    const parts = body && placesIn(bytes, body);
    if (!parts) return null;
    const kept = parts.filter(({ tag }) => tag !== tags.context3).map((each) => wholeOf(bytes, each));
    const changed = writeDer(tags.sequence, Buffer.concat([...kept, ISSUES_NOTHING]));
    const rest = signature.map((each) => wholeOf(bytes, each));
    return new X509Certificate(writeDer(tags.sequence, Buffer.concat([changed, ...rest]))).toString();
  } catch {
    // No certificate, or one of version 1, which can have no extensions.
    return null;
  }
}
