import type { Brand } from '../../base/brand.ts';

/** An address of the pages of one's own account, where a login may lead: `/account…`, never another site. */
export type AccountPath = Brand<string, 'AccountPath'>;

export const accountHome = '/account' as AccountPath;

const LONGEST = 300;
const PATH = /^\/account(?:\/[A-Za-z0-9_-]+)*(?:\?[A-Za-z0-9_.~%&=-]*)?$/;

/** Reads where somebody wants to go after logging in; `null` for whatever is no page of an account. */
export function parseAccountPath(text: string): AccountPath | null {
  return text.length <= LONGEST && PATH.test(text) ? (text as AccountPath) : null;
}
