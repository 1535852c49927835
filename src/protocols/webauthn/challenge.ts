import { createHmac, type KeyObject } from 'node:crypto';
import type { Challenged } from '../../domain/account-keys/index.ts';

/**
 * The challenge of a login (WebAuthn level 3, 13.4.3): nobody can guess it, nothing is kept for it, and as the proof changes the login, it serves
 * once.
 */
export function challengeFor(key: KeyObject, { attempt, version, browser }: Challenged): string {
  return createHmac('sha256', key).update(`${attempt} ${version} ${browser}`).digest('base64url');
}
