import { cookieValues, hostCookie } from '../../base/browser-cookie.ts';
import { keepSentForm } from '../http/form-again.ts';
import { setCookie } from '../http/set-cookie.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import type { RequestTold } from './request-told.ts';
import { ownerOfRequestForm } from './whose-form.ts';

/** Pages with a form that is kept for who comes back. A message is written on the page of the request. */
const PAGES = /^\/request\/(?:status|contact|check|email|documents|questions\/[a-z]{3,12})$/;
const KEPT = /^(\/request\/[a-z/]{5,24})\?again=[A-Za-z0-9_-]{22}$/;
/** As long as what was typed is kept. */
const SECONDS = 2 * 60 * 60;

/** The page that shows what a form of this address was typed in; `null` where there is nothing to type. */
function pageOf(path: string): string | null {
  const page = path === '/request/reply' ? '/request/status' : path;
  return PAGES.test(page) ? page : null;
}

/**
 * Keeps a form that came too late, because its session was over or another one had begun in this browser, for the same request in the same
 * browser. Answers with the page that shows it again; `null` when there was nothing to keep.
 */
export async function keepForLater(
  web: Web,
  context: WebContext,
  whose: string,
  typed: Readonly<Record<string, string>>,
): Promise<string | null> {
  const page = pageOf(context.req.path);
  if (page === null) return null;
  const told: RequestTold = { afterLogin: true };
  const owner = ownerOfRequestForm(web, context, whose);
  return keepSentForm(web, owner, { form: page, page, typed, told });
}

/** Remembers in the browser where somebody goes on once they came back; forgets it with `null`. */
export function rememberPlace(web: Web, context: WebContext, place: string | null): void {
  const name = cookieName(web.secure);
  const kept =
    place === null ? { value: '', seconds: 0 } : { value: encodeURIComponent(place), seconds: SECONDS };
  setCookie(web, context, { name, ...kept });
}

/** Whether something that was typed waits in this browser. */
export function hasPlace(web: Web, context: WebContext): boolean {
  return placeIn(web, context) !== null;
}

/** Where somebody who came back goes on: at the form that they had typed in, or where the request stands. */
export function takePlace(web: Web, context: WebContext, otherwise: string): string {
  const place = placeIn(web, context);
  if (place === null) return otherwise;
  rememberPlace(web, context, null);
  return place;
}

function placeIn({ secure }: Web, context: WebContext): string | null {
  const found = cookieValues(cookieName(secure), context.req.header('cookie'));
  const [value] = found;
  if (found.length !== 1 || value === undefined || value.length > 200) return null;
  const place = value.replaceAll('%2F', '/').replace('%3F', '?').replace('%3D', '=');
  const page = KEPT.exec(place)?.[1];
  return page !== undefined && PAGES.test(page) ? place : null;
}

function cookieName(secure: boolean): string {
  return hostCookie('sluis_request_typed', secure);
}
