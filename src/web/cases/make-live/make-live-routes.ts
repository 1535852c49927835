import { Hono } from 'hono';
import { actingOf } from '../../http/session/staff-context.ts';
import { readStaffForm } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { showDeskRefusal } from '../refusals.ts';
import { templateIn, templatePath } from '../which-template.ts';

/** `/cases/templates/:key/:language/live`: puts a draft of a text to use. Its form stands on the page of the text. */
export function makeLiveRoutes(web: Web): Hono<WebEnv> {
  const { templates } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/cases/templates/:key/:language/live', (context) => {
    const which = templateIn(context);
    return context.redirect(which ? templatePath(which) : '/cases/templates', 303);
  });

  routes.post('/cases/templates/:key/:language/live', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const which = templateIn(context);
    if (!which) return showProblem(web, context, { problem: { kind: 'not-found' } });
    const version = Number(form.fields.get('version') ?? '');
    const made = Number.isSafeInteger(version)
      ? await templates.makeLive({ by: actingOf(context), ...which, version })
      : ({ kind: 'not-a-draft' } as const);
    if (made.kind === 'not-allowed') return showDeskRefusal(web, context, { kind: 'not-allowed' });
    return context.redirect(`${templatePath(which)}?done=${made.kind}`, 303);
  });
  return routes;
}
