import { Hono } from 'hono';
import { nearestLanguage } from '../../../base/language.ts';
import type { AnswerError } from '../../../domain/casework/index.ts';
import { chooseLanguage } from '../../http/choose-language.ts';
import { keepForm, ownerOfBrowser, readFormAgain, showFormAgain } from '../../http/form-again.ts';
import { pageLanguage } from '../../http/page-language.ts';
import { readForm } from '../../http/read-form.ts';
import { refuseForm } from '../../http/refuse-form.ts';
import { clientAddress, readBrowser, type Web, type WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import { browserFrame, outsideFrame, typedIn } from '../applicant.ts';
import { askLinkErrors } from './ask-link-errors.ts';
import { askLinkPage, linkSentPage } from './ask-link-page.ts';

type LinkTold = { readonly errors: readonly AnswerError[] };

const MAX_FORM_BYTES = 4_096;

/** The way back by e-mail: asks for a link. */
export function askLinkRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  const linkDays = world.casework.linkDays;

  routes.get('/request/link', async (context) => {
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    const owner = ownerOfBrowser(web, context);
    const again = owner && (await readFormAgain<LinkTold>(web, context, owner, '/request/link'));
    const frame = keepForm(context, browserFrame(web, context));
    const errors = sayErrors(frame.words, again?.told.errors ?? [], askLinkErrors);
    return context.html(askLinkPage(frame, { errors, typed: again?.typed ?? {} }));
  });

  routes.post('/request/link', async (context) => {
    const form = await readForm(context.req.raw, MAX_FORM_BYTES);
    const refused = refuseForm(web, context, form, readBrowser(web, context).secret);
    if (refused) return refused;
    const typed = form.kind === 'form' ? typedIn(form.fields) : {};
    const language = nearestLanguage(pageLanguage(context.req.raw, web.languages));
    const asked = await world.requests.askForLink({ typed, address: clientAddress(web, context), language });
    if (asked.kind === 'asked') return context.redirect('/request/link/sent', 303);
    const owner = ownerOfBrowser(web, context);
    if (owner === null) throw new Error('a form of ours came from a browser without our cookie');
    const page = '/request/link';
    return showFormAgain<LinkTold>(web, context, owner, {
      form: page,
      page,
      typed,
      told: { errors: asked.errors },
    });
  });

  routes.get('/request/link/sent', (context) => {
    return chooseLanguage(web, context) ?? context.html(linkSentPage(outsideFrame(web, context), linkDays));
  });
  return routes;
}
