import { Hono } from 'hono';
import { parseApplicationId } from '../../../domain/application/index.ts';
import { keepSentForm, readFormAgain } from '../../http/form-again.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { formOwner, type OpenedOrganisation, openedOrganisation } from '../open-organisation.ts';
import { givingErrors } from '../right-refusals.ts';
import { donePage } from './done-page.ts';
import type { GivingOutcome } from './give-prepared.ts';
import { pathOfStep } from './giving-form.ts';

const DONE = '/give-access/done';

/** Leads to the page that tells what became of it; a reload tells it again, and does nothing. */
export async function showOutcome(
  web: Web,
  context: WebContext,
  opened: OpenedOrganisation,
  told: GivingOutcome,
): Promise<Response> {
  const path = opened.at(DONE);
  const kept = { form: path, page: path, typed: {}, told };
  return context.redirect(await keepSentForm<GivingOutcome>(web, formOwner(web, context, opened), kept), 303);
}

/** The page that tells what became of it. */
export function doneRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`/organisation/:organisation${DONE}`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const owner = formOwner(web, context, opened);
    const kept = await readFormAgain<GivingOutcome>(web, context, owner, context.req.path);
    if (kept === null) return context.redirect(pathOfStep(opened, ''), 303);
    const id = parseApplicationId(kept.told.application);
    const application = id && (await web.world.userRights.findApplication({ application: id }));
    const table = givingErrors(application ? [application] : []);
    const people = kept.told.people.map(({ errors, ...person }) => ({
      ...person,
      refusals: sayErrors(opened.frame.words, errors, table).map(({ text }) => text),
    }));
    return context.html(donePage(opened.frame, people));
  });
  return routes;
}
