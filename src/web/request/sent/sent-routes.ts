import { Hono } from 'hono';
import { chooseLanguage } from '../../http/choose-language.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { nextPath, readApplicant } from '../applicant.ts';
import { sentPage } from './sent-page.ts';

/** The request is sent. */
export function sentRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/request/sent', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame } = applicant;
    if (view.stage.kind === 'draft') return context.redirect(nextPath(view), 303);
    return chooseLanguage(web, context) ?? context.html(sentPage(frame, view));
  });
  return routes;
}
