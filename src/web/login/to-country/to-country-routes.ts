import { Hono } from 'hono';
import { parseAttemptId } from '../../../login/index.ts';
import { showProblem } from '../../http/show-problem.ts';
import { readBrowser, type Web, type WebEnv } from '../../http/web-context.ts';
import { follow } from '../follow.ts';
import { isFollowed } from '../is-followed.ts';

/** What can stand in the address; whether there is such a country, the login knows. */
const COUNTRY = /^[A-Z]{2}$/;
const MARK = /^[\w-]{1,20}$/;

/** From a login to a member state: a link, because a tile is one, and so for a person who follows it and for nobody else. */
export function toCountryRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/login/:id/country/:country', async (context) => {
    const id = parseAttemptId(context.req.param('id'));
    const country = context.req.param('country');
    if (!id || !COUNTRY.test(country))
      return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
    const { secret } = readBrowser(web, context);
    if (secret === null || !isFollowed(context)) return context.redirect(`/login/${id}`, 303);
    const mark = context.req.query('after') ?? '';
    const reply = await world.login.answer(id, world.bindBrowser(secret), {
      kind: 'choose-country',
      country,
      after: MARK.test(mark) ? mark : null,
    });
    return follow(web, context, { id, fields: new Map() }, reply);
  });
  return routes;
}
