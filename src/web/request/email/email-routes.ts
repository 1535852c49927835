import { Hono } from 'hono';
import { chooseLanguage } from '../../http/choose-language.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { nextPath, readApplicant, readApplicantForm } from '../applicant.ts';
import { askOnceMore, formOfPage } from '../form-of-request.ts';
import { emailErrors } from './email-errors.ts';
import { codeNotices, emailPage } from './email-page.ts';

/** The code that confirms an e-mail address. */
export function emailRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/request/email', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame } = applicant;
    if (!view.emailToConfirm) return context.redirect(nextPath(view), 303);
    const notice = codeNotices.find((each) => each === context.req.query('code')) ?? null;
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    const again = await formOfPage(web, context, applicant);
    const { errors = [], triesLeft = null } = again?.told ?? {};
    const isCounted = triesLeft !== null && triesLeft > 0;
    const wrong = isCounted ? [{ field: 'code', code: 'tries', triesLeft }] : errors;
    const shown = sayErrors(frame.words, wrong, emailErrors);
    return context.html(emailPage(frame, { view, notice, errors: shown, typed: again?.typed.code ?? '' }));
  });

  routes.post('/request/email', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { view, typed } = form;
    const isDraft = view.stage.kind === 'draft';
    const proven = await world.requests.confirmEmail({ case: form.case, code: typed.code ?? '' });
    switch (proven.kind) {
      case 'wrong': {
        const { errors, triesLeft } = proven;
        return askOnceMore(web, context, form, {
          page: '/request/email',
          typed,
          told: { errors, triesLeft },
        });
      }
      case 'not-now':
        return context.redirect(isDraft ? nextPath(view) : '/request/status?done=not-now', 303);
      case 'confirmed': {
        const now = await world.requests.viewRequest({ case: form.case, proof: form.proof });
        return context.redirect(isDraft && now ? nextPath(now) : '/request/status?done=email', 303);
      }
    }
  });

  routes.post('/request/email/again', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { kind } = await world.requests.sendCode({ case: form.case });
    return context.redirect(kind === 'not-now' ? nextPath(form.view) : `/request/email?code=${kind}`, 303);
  });
  return routes;
}
