import { randomBytes } from 'node:crypto';
import { browserCookie, deviceCookie, readBrowserSecret } from '../../../base/browser-cookie.ts';
import type { Device } from '../../../domain/account/index.ts';
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

/** The browser in which a login begins, with the device that it is: its cookie is kept for another year. */
export function beginningBrowser(
  web: Web,
  context: WebContext,
): { readonly browser: BrowserBinding; readonly device: Device } {
  const { name, seconds } = deviceCookie(web.secure);
  const sent = readBrowserSecret({ name }, context.req.header('cookie'));
  const { device, cookie } = web.world.devices.deviceOf(sent, context.req.header('user-agent'));
  setCookie(web, context, { name, value: cookie, seconds });
  return { browser: ownBrowser(web, context).binding, device };
}
