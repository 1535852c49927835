import { readBrowserSecret, type SecretCookie, serializeBrowserCookie } from '../../base/browser-cookie.ts';
import type { WebSessionKind } from '../../login/index.ts';
import type { Web, WebContext } from './web-context.ts';

const names: Readonly<Record<WebSessionKind, string>> = { staff: 'sluis_staff', applicant: 'sluis_request' };

/** The cookie of a session on our own pages. */
export function sessionCookie({ secure }: Web, kind: WebSessionKind): SecretCookie {
  return { name: `${secure ? '__Host-' : ''}${names[kind]}`, secure };
}

/** The secret of a session in the request; `null` without one. */
export function sessionSecret(web: Web, context: WebContext, kind: WebSessionKind): string | null {
  return readBrowserSecret(sessionCookie(web, kind), context.req.header('cookie'));
}

/** Gives the browser the secret of its session, or takes it away with `null`. */
export function setSessionCookie(
  web: Web,
  context: WebContext,
  kind: WebSessionKind,
  secret: string | null,
): void {
  const value = serializeBrowserCookie(sessionCookie(web, kind), secret ?? '');
  context.header('set-cookie', secret === null ? `${value}; Max-Age=0` : value, { append: true });
}
