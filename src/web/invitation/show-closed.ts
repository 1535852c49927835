import { browserFrame } from '../http/session/browser-frame.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { type ClosedInvitation, closedPage } from './closed-page.ts';

/** Answers that an invitation opens nothing (any more). To give up its login is nothing wrong. */
export function showClosed(
  web: Web,
  context: WebContext,
  why: ClosedInvitation,
): Response | Promise<Response> {
  const page = closedPage(browserFrame(web, context), why, web.world.settings.contact);
  if (why === 'stopped') return context.html(page);
  return context.html(page, why === 'unknown' ? 404 : 410);
}
