import { Hono } from 'hono';
import { chooseLanguage } from '../../http/choose-language.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { readApplicant, readApplicantForm } from '../applicant.ts';
import { askOnceMore, formOfPage } from '../form-of-request.ts';
import { givenAnswers } from '../given-answers.ts';
import { contactErrors } from './contact-errors.ts';
import { contactPage } from './contact-page.ts';

/** Another e-mail address, telephone number or language for a request that was sent. */
export function contactRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/request/contact', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame } = applicant;
    if (view.stage.kind === 'draft') return context.redirect('/request/questions/contact', 303);
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    const again = await formOfPage(web, context, applicant);
    const { errors = [], changed = false, afterLogin: isKept = false } = again?.told ?? {};
    const typed = again?.typed ?? givenAnswers(view);
    return context.html(
      contactPage(frame, {
        view,
        typed,
        errors: sayErrors(frame.words, errors, contactErrors),
        changed,
        isKept,
      }),
    );
  });

  routes.post('/request/contact', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { proof, typed } = form;
    const { path } = context.req;
    const kept = await world.requests.changeContact({ case: form.case, typed, proof });
    switch (kept.kind) {
      case 'wrong':
        return askOnceMore(web, context, form, { page: path, typed, told: { errors: kept.errors } });
      case 'changed':
        return askOnceMore(web, context, form, { page: path, typed, told: { changed: true } });
      case 'not-now':
        return context.redirect('/request/status?done=not-now', 303);
      case 'kept': {
        const now = await world.requests.viewRequest({ case: form.case, proof });
        return context.redirect(now?.emailToConfirm ? '/request/email' : '/request/status?done=contact', 303);
      }
    }
  });
  return routes;
}
