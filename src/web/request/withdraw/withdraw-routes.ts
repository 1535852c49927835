import { Hono } from 'hono';
import { DAY } from '../../../base/time.ts';
import { chooseLanguage } from '../../http/choose-language.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { readApplicant, readApplicantForm } from '../applicant.ts';
import { withdrawPage } from './withdraw-page.ts';

/** Withdrawing a request. */
export function withdrawRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const { replyDays, documentMilliseconds } = world.casework;
  const periods = { days: replyDays, documentDays: Math.round(documentMilliseconds / DAY) };
  const routes = new Hono<WebEnv>();

  routes.get('/request/withdraw', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame } = applicant;
    if (!view.mayWithdraw) return context.redirect('/request/status?done=not-now', 303);
    return chooseLanguage(web, context) ?? context.html(withdrawPage(frame, view, periods));
  });

  routes.post('/request/withdraw', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { kind } = await world.requests.withdrawRequest({ case: form.case });
    return context.redirect(`/request/status?done=${kind}`, 303);
  });
  return routes;
}
