import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { isUuid } from '../../../base/uuid.ts';
import { actingOf, staffOf } from '../../http/session/staff-context.ts';
import { readStaffForm } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { showAgain, stateOf } from '../office-form.ts';
import { newCaseErrors } from './new-case-errors.ts';
import { newCasePage } from './new-case-page.ts';

const NEW = 'office new';

/** Opens a case from the document in the officer's hands. */
export function newCaseRoutes(web: Web): Hono<WebEnv> {
  const { counter } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/office/new', async (context) => {
    const form = await stateOf(web, context, NEW, newCaseErrors);
    const { once = '' } = form.typed;
    return context.html(newCasePage(form, staffOf(context), isUuid(once) ? once : randomUUID()));
  });

  routes.post('/office/new', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const { csrf: _, ...typed } = Object.fromEntries(form.fields);
    const opened = await counter.openAtCounter({ by: actingOf(context), typed });
    if (opened.kind === 'opened') return context.redirect(`/office/case/${opened.case.id}?done=opened`, 303);
    if (opened.kind !== 'wrong') return showProblem(web, context, { problem: { kind: 'not-found' } });
    return showAgain(web, context, NEW, { page: '/office/new', typed, errors: opened.errors });
  });
  return routes;
}
