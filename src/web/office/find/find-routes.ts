import { Hono } from 'hono';
import { actingOf } from '../../http/session/staff-context.ts';
import { readStaffForm } from '../../http/session/web-session.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { FIND, showAgain } from '../office-form.ts';

/** Finds a case by the reference that somebody brings. Its form stands on the start. */
export function findRoutes(web: Web): Hono<WebEnv> {
  const { counter } = web.world;
  const routes = new Hono<WebEnv>();

  // Where a reload, or another language, of an answer to this form leads.
  routes.get('/office/find', (context) => context.redirect('/office', 303));

  routes.post('/office/find', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const reference = form.fields.get('reference') ?? '';
    const one = await counter.findByReference({ by: actingOf(context), reference });
    if (one) return context.redirect(`/office/case/${one.id}`, 303);
    const code = reference.trim() === '' ? 'empty' : 'unknown';
    return showAgain(web, context, FIND, {
      page: '/office',
      typed: { reference },
      errors: [{ field: 'reference', code }],
    });
  });
  return routes;
}
