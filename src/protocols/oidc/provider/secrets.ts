import { hash, timingSafeEqual } from 'node:crypto';
import type { OidcApplication } from '../../../domain/application/index.ts';

/** Whether this is the secret of the application; takes the same time whatever was presented. */
export function isSecretOf(application: OidcApplication, presented: string): boolean {
  if (application.secret === null) return false;
  return timingSafeEqual(sha256(application.secret.reveal()), sha256(presented));
}

/** What an `Authorization: Basic` header presents, form-decoded (RFC 6749 2.3.1); `null` when it is not a sound one. */
export function basicCredentials(
  header: string | undefined,
): { readonly id: string; readonly secret: string } | null {
  const encoded = /^Basic ([A-Za-z0-9+/]{4,4000}={0,2})$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) return null;
  try {
    return { id: formDecoded(text.slice(0, colon)), secret: formDecoded(text.slice(colon + 1)) };
  } catch {
    // A stray `%`: not encoded as it must be.
    return null;
  }
}

function formDecoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}

function sha256(text: string): Buffer {
  return hash('sha256', text, 'buffer');
}
