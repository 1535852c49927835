import type { Hono } from 'hono';
import { DAY } from '../../../base/time.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { chooseLanguage, nextPath, readApplicant, readApplicantForm } from '../applicant.ts';
import { codeNotices, emailPage } from '../email/email-page.ts';
import { answerErrors } from '../field-errors.ts';
import { askOnceMore, formOfPage } from '../form-of-request.ts';
import { alreadySentPage } from '../saved/saved-page.ts';
import { sentPage } from '../sent/sent-page.ts';
import { checkPage } from './check-page.ts';

/** From the last answer to the sent request: the code by e-mail, the check, the confirmation. */
export function addSendRoutes(routes: Hono<WebEnv>, web: Web): void {
  const { world } = web;
  const documentDays = Math.round(world.casework.documentMilliseconds / DAY);
  addEmailRoutes(routes, web);

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
      checkPage(frame, { view, documentDays, errors: answerErrors(errors, frame.words), changed }),
    );
  });

  routes.post('/request/check', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { view, typed } = form;
    const sent = await world.requests.submit(form.case, typed, Number(typed.version));
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

  routes.get('/request/sent', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame } = applicant;
    if (view.stage.kind === 'draft') return context.redirect(nextPath(view), 303);
    return chooseLanguage(web, context) ?? context.html(sentPage(frame, view));
  });
}

function addEmailRoutes(routes: Hono<WebEnv>, web: Web): void {
  const { world } = web;

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
    const shown = isCounted
      ? [{ field: 'code', id: 'code', text: frame.words.say('error.code.tries', { tries: triesLeft }) }]
      : answerErrors(errors, frame.words);
    return context.html(emailPage(frame, { view, notice, errors: shown, typed: again?.typed.code ?? '' }));
  });

  routes.post('/request/email', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { view, typed } = form;
    const isDraft = view.stage.kind === 'draft';
    const proven = await world.requests.confirmEmail(form.case, typed.code ?? '');
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
        const now = await world.requests.view(form.case, form.proof);
        return context.redirect(isDraft && now ? nextPath(now) : '/request/status?done=email', 303);
      }
    }
  });

  routes.post('/request/email/again', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { kind } = await world.requests.sendCode(form.case);
    return context.redirect(kind === 'not-now' ? nextPath(form.view) : `/request/email?code=${kind}`, 303);
  });
}
