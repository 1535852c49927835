import { Hono } from 'hono';
import { parseAttemptId } from '../../../login/index.ts';
import { showProblem } from '../../http/show-problem.ts';
import { readBrowser, type Web, type WebContext, type WebEnv } from '../../http/web-context.ts';
import { COUNTRY, follow } from '../follow.ts';

/** From a login to a member state. */
export function toCountryRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  // The page in between that leads to a member state, with a fresh request each time it is asked for: after "back" and "reload" too.
  routes.get('/login/:id/country/:country', async (context) => {
    const id = parseAttemptId(context.req.param('id'));
    const country = context.req.param('country');
    if (!id || !COUNTRY.test(country))
      return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
    const browser = readBrowser(web, context);
    if (!isOwnNavigation(context)) return context.redirect(`/login/${id}`, 303);
    const secret = browser.secret ?? '';
    const chosen = { answer: 'choose-country', country };
    const reply = await world.login.answer(id, world.bindBrowser(secret), {
      kind: 'choose-country',
      country,
    });
    return follow(web, context, { id, fields: new Map(Object.entries(chosen)) }, reply);
  });
  return routes;
}

/** Whether another site had no hand in it: fetch metadata, where the browser tells them. The id of a login is known to nobody else. */
function isOwnNavigation(context: WebContext): boolean {
  const site = context.req.header('sec-fetch-site');
  return site === undefined || site === 'same-origin' || site === 'none';
}
