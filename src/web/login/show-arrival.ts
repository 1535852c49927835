import type { Arrival } from '../../login/index.ts';
import { readBrowser, type Web, type WebContext } from '../http/web-context.ts';
import { showView } from './show-view.ts';

/** Where a proof led, in the browser that brought it: what comes next is shown here, and a finished login leaves from here. */
export function showArrival(web: Web, context: WebContext, arrival: Arrival): Response | Promise<Response> {
  if (arrival.kind === 'moved') return context.redirect(`/login/${arrival.attempt.id}`, 303);
  // One request less on everybody's way.
  const path = arrival.view.kind === 'page' ? `/login/${arrival.view.attempt.id}` : context.req.path;
  return showView(web, context, readBrowser(web, context), arrival.view, { path });
}

/** The same for a proof that came by a form, or in an address: what comes next has one of its own, so that a reload sends nothing once more. */
export function followArrival(web: Web, context: WebContext, arrival: Arrival): Response | Promise<Response> {
  const isPage = arrival.kind !== 'moved' && arrival.view.kind === 'page';
  if (!isPage || arrival.view.page.kind === 'finished') return showArrival(web, context, arrival);
  return context.redirect(`/login/${arrival.view.attempt.id}`, 303);
}
