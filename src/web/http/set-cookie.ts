import { type KeptCookie, serializeCookie } from '../../base/browser-cookie.ts';
import type { Web, WebContext } from './web-context.ts';

/** Gives the browser a cookie beside those that this answer gives it already. */
export function setCookie(
  { secure }: Pick<Web, 'secure'>,
  context: WebContext,
  cookie: Omit<KeptCookie, 'secure'>,
): void {
  context.header('set-cookie', serializeCookie({ ...cookie, secure }), { append: true });
}
