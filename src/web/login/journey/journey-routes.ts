import { Hono } from 'hono';
import { eidasTile } from '../../../domain/login-means/index.ts';
import { showProblem } from '../../http/show-problem.ts';
import { clientAddress, type Web, type WebEnv } from '../../http/web-context.ts';
import { follow } from '../follow.ts';
import { waitingIn } from '../leave.ts';
import { readOwnForm } from '../own-form.ts';
import { obeyWish } from '../remembered-means.ts';
import { showLogin } from '../show-login.ts';
import { readAnswer } from './read-answer.ts';

/**
 * One login, one address: GET shows where it stands, with what was wrong with the last answer, or leaves for the application (a page in
 * between); POST answers it and leads back to GET (303). Below it stand the pages that tiles lead to, which change nothing, and the page
 * that leads to a member state.
 */
export function journeyRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/login/:id', (context) => showLogin(web, context));
  routes.get('/login/:id/country', (context) => showLogin(web, context, eidasTile));

  routes.post('/login/:id', async (context) => {
    const form = await readOwnForm(web, context);
    if (form instanceof Response) return form;
    if (form.fields.get('answer') === 'remember' && obeyWish(web, context, form.fields.get('means') ?? ''))
      return context.redirect(`/login/${form.id}`, 303);
    const answer = readAnswer(form.fields, clientAddress(web, context));
    if (!answer) return showProblem(web, context, { problem: { kind: 'request-refused' } });
    const binding = world.bindBrowser(form.secret);
    const reply = await world.login.answer(form.id, binding, answer, waitingIn(web, context));
    return follow(web, context, form, reply);
  });

  return routes;
}
