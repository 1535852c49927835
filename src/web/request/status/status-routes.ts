import { Hono } from 'hono';
import { chooseLanguage } from '../../http/choose-language.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { unbroken } from '../../ui/journey-page.ts';
import { nextPath, readApplicant, readApplicantForm } from '../applicant.ts';
import { askOnceMore, formOfPage } from '../form-of-request.ts';
import { statusErrors } from './status-errors.ts';
import { statusPage } from './status-page.ts';
import { doneNotices } from './status-props.ts';

/** Where a request stands, and a message about it. */
export function statusRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const contact = unbroken(world.settings.contact);
  const routes = new Hono<WebEnv>();

  routes.get('/request/status', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame, proof } = applicant;
    if (view.stage.kind === 'draft') return context.redirect(nextPath(view), 303);
    const notice = doneNotices.find((each) => each === context.req.query('done')) ?? null;
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    const again = await formOfPage(web, context, applicant);
    const errors = sayErrors(frame.words, again?.told.errors ?? [], statusErrors);
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
    const kept = await world.requests.replyToAgent({ case: form.case, typed });
    if (kept.kind === 'wrong')
      return askOnceMore(web, context, form, {
        page: '/request/status',
        typed,
        told: { errors: kept.errors },
      });
    return context.redirect(`/request/status?done=${kept.kind === 'kept' ? 'replied' : 'not-now'}`, 303);
  });
  return routes;
}
