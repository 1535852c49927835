import type { Hono } from 'hono';
import { isLanguage } from '../../base/language.ts';
import type { Web, WebEnv } from '../http/web-context.ts';
import { chooseLanguage, nextPath, readApplicant, readApplicantForm } from './applicant.ts';
import { contactPage, withdrawPage } from './contact-page.ts';
import { answerErrors } from './field-errors.ts';
import { givenAnswers } from './question-pages.ts';
import { doneNotices, statusPage } from './status-page.ts';

/** The request after it was sent: where it stands, messages, contact, withdrawing. */
export function addStatusRoutes(routes: Hono<WebEnv>, web: Web): void {
  const { world } = web;

  routes.get('/request/status', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame, proof } = applicant;
    if (view.stage.kind === 'draft') return context.redirect(nextPath(view), 303);
    const notice = doneNotices.find((each) => each === context.req.query('done')) ?? null;
    return chooseLanguage(web, context) ?? context.html(statusPage(frame, { view, proof, notice }));
  });

  // Where the language links of an answer that could not be taken lead.
  routes.get('/request/reply', (context) => {
    const asked = context.req.query('lang');
    return context.redirect(isLanguage(asked) ? `/request/status?lang=${asked}` : '/request/status', 303);
  });

  routes.post('/request/reply', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { view, frame, proof, typed } = form;
    const kept = await world.requests.reply(form.case, typed);
    if (kept.kind === 'wrong') {
      const errors = answerErrors(kept.errors, frame.words);
      return context.html(statusPage(frame, { view, proof, notice: null, errors, typed }), 422);
    }
    return context.redirect(`/request/status?done=${kept.kind === 'kept' ? 'replied' : 'not-now'}`, 303);
  });

  routes.get('/request/contact', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame } = applicant;
    if (view.stage.kind === 'draft') return context.redirect('/request/questions/contact', 303);
    return (
      chooseLanguage(web, context) ?? context.html(contactPage(frame, { view, typed: givenAnswers(view) }))
    );
  });

  routes.post('/request/contact', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { view, frame, proof, typed } = form;
    const kept = await world.requests.changeContact(form.case, typed, proof);
    switch (kept.kind) {
      case 'wrong': {
        const errors = answerErrors(kept.errors, frame.words);
        return context.html(contactPage(frame, { view, typed, errors }), 422);
      }
      case 'changed':
        return context.html(contactPage(frame, { view, typed, changed: true }), 409);
      case 'not-now':
        return context.redirect('/request/status?done=not-now', 303);
      case 'kept': {
        const now = await world.requests.view(form.case, proof);
        return context.redirect(now?.emailToConfirm ? '/request/email' : '/request/status?done=contact', 303);
      }
    }
  });

  routes.get('/request/withdraw', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame } = applicant;
    if (!view.mayWithdraw) return context.redirect('/request/status?done=not-now', 303);
    return chooseLanguage(web, context) ?? context.html(withdrawPage(frame, view));
  });

  routes.post('/request/withdraw', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { kind } = await world.requests.withdraw(form.case);
    return context.redirect(`/request/status?done=${kind}`, 303);
  });
}
