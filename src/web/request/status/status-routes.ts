import type { Hono } from 'hono';
import { DAY } from '../../../base/time.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { setSessionCookie } from '../../http/web-session.ts';
import { unbroken } from '../../ui/journey-page.ts';
import { chooseLanguage, nextPath, readApplicant, readApplicantForm } from '../applicant.ts';
import { contactPage, withdrawPage } from '../contact/contact-page.ts';
import { answerErrors } from '../field-errors.ts';
import { askOnceMore, formOfPage } from '../form-of-request.ts';
import { givenAnswers } from '../questions/questions-page.ts';
import { statusPage } from './status-page.ts';
import { doneNotices } from './status-props.ts';

/** The request after it was sent: where it stands, messages, contact, withdrawing. */
export function addStatusRoutes(routes: Hono<WebEnv>, web: Web): void {
  const { world } = web;
  const contact = unbroken(world.settings.contact);

  routes.get('/request/status', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame, proof } = applicant;
    if (view.stage.kind === 'draft') return context.redirect(nextPath(view), 303);
    const notice = doneNotices.find((each) => each === context.req.query('done')) ?? null;
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    const again = await formOfPage(web, context, applicant);
    const errors = answerErrors(again?.told.errors ?? [], frame.words);
    const typed = again?.typed ?? {};
    const isKept = again?.told.afterLogin === true;
    return context.html(statusPage(frame, { view, proof, notice, isKept, contact, errors, typed }));
  });

  // A form is posted there; whoever asks for that address wants its page.
  routes.get('/request/reply', (context) => context.redirect('/request/status', 303));

  routes.post('/request/reply', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { typed } = form;
    const kept = await world.requests.reply(form.case, typed);
    if (kept.kind === 'wrong')
      return askOnceMore(web, context, form, {
        page: '/request/status',
        typed,
        told: { errors: kept.errors },
      });
    return context.redirect(`/request/status?done=${kept.kind === 'kept' ? 'replied' : 'not-now'}`, 303);
  });

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
      contactPage(frame, { view, typed, errors: answerErrors(errors, frame.words), changed, isKept }),
    );
  });

  routes.post('/request/contact', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const { proof, typed } = form;
    const { path } = context.req;
    const kept = await world.requests.changeContact(form.case, typed, proof);
    switch (kept.kind) {
      case 'wrong':
        return askOnceMore(web, context, form, { page: path, typed, told: { errors: kept.errors } });
      case 'changed':
        return askOnceMore(web, context, form, { page: path, typed, told: { changed: true } });
      case 'not-now':
        return context.redirect('/request/status?done=not-now', 303);
      case 'kept': {
        const now = await world.requests.view(form.case, proof);
        return context.redirect(now?.emailToConfirm ? '/request/email' : '/request/status?done=contact', 303);
      }
    }
  });

  addEndRoutes(routes, web);
}

/** Ends of a request, and what can follow them. */
function addEndRoutes(routes: Hono<WebEnv>, web: Web): void {
  const { world } = web;
  const { replyDays, documentMilliseconds } = world.casework;
  const periods = { days: replyDays, documentDays: Math.round(documentMilliseconds / DAY) };

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
    const { kind } = await world.requests.withdraw(form.case);
    return context.redirect(`/request/status?done=${kind}`, 303);
  });

  // Leads from a request that is over to the one that follows it: begun here, or under way already.
  routes.post('/request/again', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    const asked = await world.requests.askAgain(form.case, form.proof);
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
        const view = await world.requests.view(asked.case, 'eid');
        return context.redirect(view ? nextPath(view) : '/request', 303);
      }
    }
  });
}
