import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** The token in every form: keyed hash of the secret in the browser's cookie. Nothing is kept; other sites know neither. */
export function formToken(key: KeyObject | Uint8Array, browserSecret: string): string {
  return createHmac('sha256', key).update('form-token\n').update(browserSecret).digest('base64url');
}

/** Names who was shown a form, without telling who that is. Whoever logs in once more is known by it, anybody else is not. */
export function whoseForm(key: KeyObject | Uint8Array, who: string): string {
  return createHmac('sha256', key).update('whose form\n').update(who).digest('base64url').slice(0, 22);
}

/** Whether a form carries the token of this browser. Compared in constant time. */
export function isFormToken(key: KeyObject | Uint8Array, browserSecret: string, token: string): boolean {
  const expected = Buffer.from(formToken(key, browserSecret));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
