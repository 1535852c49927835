import { randomBytes } from 'node:crypto';
import { browserCookie } from '../../../base/browser-cookie.ts';
import type { BrowserBinding } from '../../../login/index.ts';
import { setCookie } from '../set-cookie.ts';
import { readBrowser, type Web, type WebContext } from '../web-context.ts';

/** The secret of this browser, and what is kept of it; one that comes for the first time gets its cookie. */
export function ownBrowser(
  web: Web,
  context: WebContext,
): { readonly secret: string; readonly binding: BrowserBinding } {
  const known = readBrowser(web, context).secret;
  const secret = known ?? randomBytes(32).toString('base64url');
  if (known === null) setCookie(web, context, { name: browserCookie(web.secure).name, value: secret });
  return { secret, binding: web.world.bindBrowser(secret) };
}
