import { Hono } from 'hono';
import { parseAttemptId } from '../../../login/index.ts';
import { withForm } from '../../http/form-again.ts';
import { rememberLanguage } from '../../http/page-language.ts';
import { showProblem } from '../../http/show-problem.ts';
import { clientAddress, readBrowser, type Web, type WebEnv } from '../../http/web-context.ts';
import { COUNTRY, follow } from '../follow.ts';
import { readOwnForm } from '../own-form.ts';
import { lastMeansIn, obeyWish } from '../remembered-means.ts';
import { showView } from '../show-view.ts';
import { readAnswer } from './read-answer.ts';

const MAX_QUERY = 60;

/**
 * One login, one address: GET shows where it stands, with what was wrong with the last answer, or leaves for the application (a page in
 * between); POST answers it and leads back to GET (303). The page that leads to a member state has an address of its own.
 */
export function journeyRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/login/:id', async (context) => {
    const id = parseAttemptId(context.req.param('id'));
    if (!id) return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
    const browser = readBrowser(web, context);
    const binding = world.bindBrowser(browser.secret ?? '');
    const language = web.languages.parse(context.req.query('lang'));
    if (language) {
      await world.login.changeLanguage(id, binding, language);
      rememberLanguage(web, context, language);
      return context.redirect(withForm(context, `/login/${id}`), 303);
    }
    const query = (context.req.query('q') ?? '').trim().slice(0, MAX_QUERY);
    const view = await world.login.show(id, binding, lastMeansIn(web, context));
    return showView(web, context, browser, view, { path: `/login/${id}`, query });
  });

  routes.post('/login/:id', async (context) => {
    const form = await readOwnForm(web, context);
    if (form instanceof Response) return form;
    if (form.fields.get('answer') === 'remember' && obeyWish(web, context, form.fields.get('means') ?? ''))
      return context.redirect(`/login/${form.id}`, 303);
    const answer = readAnswer(form.fields, clientAddress(web, context));
    if (!answer) return showProblem(web, context, { problem: { kind: 'request-refused' } });
    // To a page of its own, by GET: a page that answers a form cannot be come back to without sending the form again.
    if (answer.kind === 'choose-country' && COUNTRY.test(answer.country))
      return context.redirect(`/login/${form.id}/country/${answer.country}`, 303);
    const reply = await world.login.answer(form.id, world.bindBrowser(form.secret), answer);
    return follow(web, context, form, reply);
  });

  return routes;
}
