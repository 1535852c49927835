import { Hono } from 'hono';
import { setSessionCookie } from '../../http/session/session-cookie.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { nextPath, readApplicantForm } from '../applicant.ts';

/** A new request after one that is over. */
export function askAgainRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  // Leads from a request that is over to the one that follows it: begun here, or under way already.
  routes.post('/request/again', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const asked = await world.requests.askAgain({ case: form.case, proof: form.proof });
    switch (asked.kind) {
      case 'needs-eid':
        return context.redirect('/request/login', 303);
      case 'not-now':
        return context.redirect('/request/status?done=not-now', 303);
      case 'opened': {
        const { login } = form;
        const session = { case: asked.case, provenBy: 'eid', ...(login && { login }) } as const;
        const secret = await world.applicants.open(session, form.secret);
        setSessionCookie(web, context, 'applicant', secret);
        const view = await world.requests.viewRequest({ case: asked.case, proof: 'eid' });
        return context.redirect(view ? nextPath(view) : '/request', 303);
      }
    }
  });
  return routes;
}
