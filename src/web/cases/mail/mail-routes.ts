import { Hono } from 'hono';
import { actingOf } from '../../http/session/staff-context.ts';
import { staffPage } from '../../http/session/staff-page.ts';
import { readStaffForm } from '../../http/session/web-session.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { mailPage } from './mail-page.ts';

const MAILS_SHOWN = 200;

/** `/cases/mail`: mail that does not arrive by itself. */
export function mailRoutes(web: Web): Hono<WebEnv> {
  const { mailDesk } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get('/cases/mail', async (context) => {
    const [counts, mails] = await Promise.all([
      mailDesk.countMails(),
      mailDesk.listTroubled({ by: actingOf(context), limit: MAILS_SHOWN }),
    ]);
    const done = (['retried', 'notNow'] as const).find((each) => each === context.req.query('done')) ?? null;
    return context.html(mailPage(staffPage(web, context), { counts, mails, done }));
  });

  routes.get('/cases/mail/retry', (context) => context.redirect('/cases/mail', 303));
  routes.post('/cases/mail/retry', async (context) => {
    const form = await readStaffForm(web, context);
    if (form instanceof Response) return form;
    const answer = await mailDesk.retryMail({ by: actingOf(context), id: form.fields.get('id') ?? '' });
    return context.redirect(`/cases/mail?done=${answer.kind === 'retried' ? 'retried' : 'notNow'}`, 303);
  });
  return routes;
}
