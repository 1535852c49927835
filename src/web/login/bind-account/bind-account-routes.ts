import { Hono } from 'hono';
import { Redacted } from '../../../base/redacted.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { follow } from '../follow.ts';
import { waitingIn } from '../leave.ts';
import { readOwnForm } from '../own-form.ts';

/** "Yes, it is mine": the account of an organisation that somebody came with leads to them from now on, and their login goes on. */
export function bindAccountRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.post('/login/:id/account', async (context) => {
    const form = await readOwnForm(web, context);
    if (form instanceof Response) return form;
    const browser = world.bindBrowser(form.secret);
    const standing = await world.login.standing(form.id, browser);
    const path = `/login/${form.id}`;
    if (standing.kind === 'problem') return context.redirect(path, 303);
    const { state, unbound, language } = standing.attempt;
    // Said before, in another tab or by a second press: the login shows where it stands.
    if (state.kind !== 'binding-account' || !unbound) return context.redirect(path, 303);
    const { person, authentication } = state;
    const { issuer, subject, email } = unbound;
    const bound = await world.accountKeys.bindOrganisationAccount({
      by: { person, authority: { kind: 'login', authentication }, language },
      issuer,
      subject: new Redacted(subject),
      email,
    });
    if (bound.kind !== 'bound') {
      const { correlation } = standing.attempt;
      return showProblem(web, context, { problem: { kind: 'changed-elsewhere' }, correlation, path });
    }
    const reply = await world.login.answer(form.id, browser, { kind: 'continue' }, waitingIn(web, context));
    return follow(web, context, form, reply);
  });

  return routes;
}
