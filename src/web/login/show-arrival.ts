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
