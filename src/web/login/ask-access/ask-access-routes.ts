import { Hono } from 'hono';
import { nearestLanguage } from '../../../base/language.ts';
import { parseOrganisationId } from '../../../domain/organisation/index.ts';
import { parseAttemptId, spokenIn } from '../../../login/index.ts';
import { ownerOfBrowser, showFormAgain } from '../../http/form-again.ts';
import { type AskTold, readAsked } from '../../http/read-asked.ts';
import { readBrowser, type Web, type WebEnv } from '../../http/web-context.ts';
import { nameOfAsk } from '../asking.ts';
import { follow } from '../follow.ts';
import { waitingIn } from '../leave.ts';
import { readOwnForm } from '../own-form.ts';

/** A reason of five hundred characters of any script, with the contexts of many rights. */
const MAX_FORM_BYTES = 16_000;

/** From a login of somebody who may act for nobody: asking for access, and going on once it is there. */
export function askAccessRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.post('/login/:id/ask', async (context) => {
    const form = await readOwnForm(web, context, { limit: MAX_FORM_BYTES, repeated: ['contexts'] });
    if (form instanceof Response) return form;
    const path = `/login/${form.id}`;
    const view = await world.login.show(form.id, world.bindBrowser(form.secret));
    if (view.kind === 'problem' || view.page.kind !== 'no-capacity') return context.redirect(path, 303);
    const organisation = form.fields.get('organisation') ?? '';
    const asked = await world.accessRequests.askAccess({
      person: view.page.person,
      language: nearestLanguage(spokenIn(view.attempt)),
      organisation: parseOrganisationId(organisation),
      application: view.application.id,
      typed: readAsked(form, world.clock()),
    });
    const owner = ownerOfBrowser(web, context);
    if (asked.kind === 'asked' || asked.kind === 'already' || owner === null)
      return context.redirect(path, 303);
    const errors: AskTold['errors'] =
      asked.kind === 'wrong' ? asked.errors : [{ field: 'reason', code: 'too-many' }];
    return showFormAgain<AskTold>(web, context, owner, {
      form: nameOfAsk(form.id),
      page: `${path}?organisation=${encodeURIComponent(organisation)}`,
      typed: Object.fromEntries(form.fields),
      lists: Object.fromEntries(form.lists),
      told: { errors },
    });
  });

  routes.get('/login/:id/look', async (context) => {
    const id = parseAttemptId(context.req.param('id') ?? '');
    const path = `/login/${context.req.param('id') ?? ''}`;
    const { secret } = readBrowser(web, context);
    if (!id || secret === null) return context.redirect(path, 303);
    const browser = world.bindBrowser(secret);
    const view = await world.login.show(id, browser);
    const isOpen = view.kind === 'page' && view.page.kind === 'no-capacity' && view.page.mayGoOn;
    if (!isOpen) return context.redirect(path, 303);
    const reply = await world.login.answer(id, browser, { kind: 'continue' }, waitingIn(web, context));
    return follow(web, context, { id, fields: new Map() }, reply);
  });

  return routes;
}
