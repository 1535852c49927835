import { createHmac, type KeyObject } from 'node:crypto';

/** What a challenge is for: one login, as it stood when its page was shown, in the browser that began it. */
export type Challenged = { readonly attempt: string; readonly version: number; readonly browser: string };

/**
 * The challenge of a login (WebAuthn level 3, 13.4.3): nobody can guess it, nothing is kept for it, and as the proof changes the login, it serves
 * once.
 */
export function challengeFor(key: KeyObject, { attempt, version, browser }: Challenged): string {
  return createHmac('sha256', key).update(`${attempt} ${version} ${browser}`).digest('base64url');
}
