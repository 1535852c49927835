import { hostCookie, readBrowserSecret, type SecretCookie } from '../../../base/browser-cookie.ts';
import type { WebSessionKind } from '../../../login/index.ts';
import { setCookie } from '../set-cookie.ts';
import type { Web, WebContext } from '../web-context.ts';

const names: Readonly<Record<WebSessionKind, string>> = {
  staff: 'sluis_staff',
  applicant: 'sluis_request',
  account: 'sluis_account',
  organisation: 'sluis_organisation',
};

/** The cookie of a session on our own pages. */
export function sessionCookie({ secure }: Web, kind: WebSessionKind): SecretCookie {
  return { name: hostCookie(names[kind], secure), secure };
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
  const { name } = sessionCookie(web, kind);
  setCookie(web, context, secret === null ? { name, value: '', seconds: 0 } : { name, value: secret });
}
