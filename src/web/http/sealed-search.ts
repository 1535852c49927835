import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;
const LONGEST = 100;

/** What an agent searched for, and the same in a form that may stand in an address. */
export type SealedSearch = { readonly words: string; readonly sealed: string };

/**
 * Names and references never stand in an address: addresses end up in logs and in the history of browsers. What was searched
 * for goes into the address encrypted instead, so that going back, sorting and saved lists work as with any other filter.
 */
export type SearchSeal = {
  seal(words: string): SealedSearch | null;
  /** `null` for whatever was not made here. */
  open(sealed: string): SealedSearch | null;
};

/** Opens the seal; `key` is the one of forms, the same in every process. */
export function openSearchSeal(key: KeyObject | Uint8Array): SearchSeal {
  const own = createHmac('sha256', key).update('search of cases\n').digest();
  return {
    seal(words) {
      const wanted = [...words.replace(/[\p{Cc}\s]+/gu, ' ').trim()].slice(0, LONGEST).join('');
      if (wanted === '') return null;
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', own, nonce);
      const sealed = Buffer.concat([
        nonce,
        cipher.update(wanted, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return { words: wanted, sealed: sealed.toString('base64url') };
    },
    open(sealed) {
      const bytes = Buffer.from(sealed.slice(0, 1000), 'base64url');
      if (bytes.length <= NONCE + TAG) return null;
      const cipher = createDecipheriv('aes-256-gcm', own, bytes.subarray(0, NONCE), { authTagLength: TAG });
      cipher.setAuthTag(bytes.subarray(-TAG));
      try {
        const words = Buffer.concat([cipher.update(bytes.subarray(NONCE, -TAG)), cipher.final()]);
        return { words: words.toString('utf8'), sealed };
      } catch {
        return null;
      }
    },
  };
}
