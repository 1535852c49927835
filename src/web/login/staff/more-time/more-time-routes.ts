import { Hono } from 'hono';
import { beginningOf } from '../../../../domain/staff/index.ts';
import { readForm } from '../../../http/read-form.ts';
import { sessionSecret } from '../../../http/session/session-cookie.ts';
import { readStaff } from '../../../http/session/web-session.ts';
import { showProblem } from '../../../http/show-problem.ts';
import { isOwnForm, type Web, type WebEnv } from '../../../http/web-context.ts';

const MAX_FORM_BYTES = 4_096;

/** More time in a session of staff that is about to end. */
export function moreTimeRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  // Asked by the warning before the end: to be here counts as use. Never a login page: it would look like more time.
  routes.post('/staff/more-time', async (context) => {
    const secret = sessionSecret(web, context, 'staff');
    const form = await readForm(context.req.raw, MAX_FORM_BYTES);
    const token = form.kind === 'form' ? (form.fields.get('csrf') ?? '') : '';
    const own = secret !== null && isOwnForm(web, context, { secret, formToken: '' }, token);
    const member = own ? await readStaff(web, context) : null;
    if (!member) return showProblem(web, context, { problem: { kind: 'form' } });
    return context.redirect(beginningOf(member), 303);
  });
  return routes;
}
