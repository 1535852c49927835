import type { WebContext } from '../http/web-context.ts';

/**
 * Whether a person follows the link, from a page of ours or by its address: not a program that only looks whether it is there, not what
 * stands within a page, and no other site. What fetch metadata leave out is not held against a browser: the id of a login, and the cookie
 * that goes with it, are known to nobody else.
 */
export function isFollowed({ req }: WebContext): boolean {
  const site = req.header('sec-fetch-site') ?? 'none';
  const destination = req.header('sec-fetch-dest') ?? 'document';
  return (
    req.method === 'GET' &&
    (site === 'same-origin' || site === 'none') &&
    (destination === 'document' || destination === 'empty')
  );
}
