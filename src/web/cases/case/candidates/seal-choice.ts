import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from 'node:crypto';
import type { ManualSearch } from '../../../../domain/candidates/index.ts';
import type { CaseId } from '../../../../domain/casework/index.ts';

/** Which candidate of a case was chosen, and the search by hand that found it, if one did. */
export type Choice = { readonly number: string; readonly search: ManualSearch | null };

const NONCE = 12;
const TAG = 16;
const LONGEST = 1000;

/**
 * Encrypts which candidate an agent chose: it goes into an address, where neither a national number nor a name may stand. Means
 * something in the pages of this case alone.
 */
export function sealChoice(key: KeyObject | Uint8Array, id: CaseId, { number, search }: Choice): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', ownKey(key, id), nonce);
  const fields =
    search === null ? [number] : [number, search.familyName, search.givenNames, search.birthDate];
  const sealed = Buffer.concat([
    nonce,
    cipher.update(fields.join('\n'), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return sealed.toString('base64url');
}

/** Reads a choice; `null` for whatever was not made for this case. */
export function openChoice(key: KeyObject | Uint8Array, id: CaseId, sealed: string): Choice | null {
  const bytes = Buffer.from(sealed.slice(0, LONGEST), 'base64url');
  if (bytes.length <= NONCE + TAG) return null;
  const cipher = createDecipheriv('aes-256-gcm', ownKey(key, id), bytes.subarray(0, NONCE), {
    authTagLength: TAG,
  });
  cipher.setAuthTag(bytes.subarray(-TAG));
  try {
    const text = Buffer.concat([cipher.update(bytes.subarray(NONCE, -TAG)), cipher.final()]).toString('utf8');
    const [number = '', familyName, givenNames = '', birthDate = ''] = text.split('\n');
    return { number, search: familyName === undefined ? null : { familyName, givenNames, birthDate } };
  } catch {
    return null;
  }
}

function ownKey(key: KeyObject | Uint8Array, id: CaseId): Buffer {
  return createHmac('sha256', key).update(`choice of a candidate\n${id}`).digest();
}
