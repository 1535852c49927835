import { Hono } from 'hono';
import { DAY } from '../../../base/time.ts';
import { chooseLanguage } from '../../http/choose-language.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { alreadySentPage } from '../already-sent-page.ts';
import { nextPath, readApplicant, readApplicantForm } from '../applicant.ts';
import { askOnceMore, formOfPage } from '../form-of-request.ts';
import { checkErrors } from './check-errors.ts';
import { checkPage } from './check-page.ts';

/** The last look at all answers, and sending them. */
export function checkRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const documentDays = Math.round(world.casework.documentMilliseconds / DAY);
  const routes = new Hono<WebEnv>();

  routes.get('/request/check', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame } = applicant;
    if (view.stage.kind !== 'draft')
      return chooseLanguage(web, context) ?? context.html(alreadySentPage(frame, view));
    if (nextPath(view) !== '/request/check') return context.redirect(nextPath(view), 303);
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    const again = await formOfPage(web, context, applicant);
    const { errors = [], changed = false } = again?.told ?? {};
    return context.html(
      checkPage(frame, { view, documentDays, errors: sayErrors(frame.words, errors, checkErrors), changed }),
    );
  });

  routes.post('/request/check', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { view, typed } = form;
    const sent = await world.requests.submitRequest({
      case: form.case,
      typed,
      version: Number(typed.version),
    });
    switch (sent.kind) {
      case 'wrong':
        return askOnceMore(web, context, form, {
          page: '/request/check',
          typed,
          told: { errors: sent.errors },
        });
      case 'changed':
        return askOnceMore(web, context, form, { page: '/request/check', typed, told: { changed: true } });
      case 'incomplete':
        return context.redirect(nextPath(view), 303);
      case 'already-sent':
      case 'not-now':
        return context.redirect('/request/check', 303);
      case 'kept':
        return context.redirect('/request/sent', 303);
    }
  });
  return routes;
}
