import { Hono } from 'hono';
import { outsideFrame } from '../../http/session/person-pages.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { contextValue } from '../../ui/access/ask-form.ts';
import { deepLinkPage } from './deep-link-page.ts';
import { type LinkedWish, type LinkParameters, readRelationLink, readRightLink } from './read-link.ts';

/** Prepared links that ask for access (ACM "zelfregistratie"): what they ask for stands in the form, behind a login. */
export function deepLinkRoutes(web: Web): Hono<WebEnv> {
  const { accessRequests } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/aanvraag', async (context) => {
    const read = readRightLink(parametersOf(context), await accessRequests.listApplications({}));
    if (read.kind === 'wrong') return context.html(deepLinkPage(outsideFrame(web, context), read.fault), 400);
    return lead(context, read.wish);
  });
  routes.get('/aanvraag_werkrelatie', (context) => {
    const read = readRelationLink(parametersOf(context));
    if (read.kind === 'wrong') return context.html(deepLinkPage(outsideFrame(web, context), read.fault), 400);
    return lead(context, read.wish);
  });
  return routes;
}

function parametersOf(context: WebContext): LinkParameters {
  const one = (name: string): string | null => context.req.query(name)?.trim() || null;
  return { dg: one('dg'), an: one('an'), ec: one('ec'), ctx: one('ctx'), oc: one('oc') };
}

/** To the form, filled in. An organisation is looked up by its code there: who asks sees whom they ask. */
function lead(
  context: WebContext,
  { application, right, context: value, organisation }: LinkedWish,
): Response {
  const query = new URLSearchParams({
    ...(application && { application: application.id }),
    ...(right !== null && { right }),
    ...(right !== null && value !== null && { context: contextValue(right, value) }),
    ...(organisation && { find: organisation.code }),
  });
  return context.redirect(query.size > 0 ? `/account/access/ask?${query}` : '/account/access/ask', 303);
}
