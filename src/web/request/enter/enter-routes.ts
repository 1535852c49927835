import type { Hono } from 'hono';
import { type AnswerError, parseCaseId } from '../../../domain/casework/index.ts';
import { parseAttemptId, type WebSessionContents } from '../../../login/index.ts';
import { keepForm, ownerOfBrowser, readFormAgain, showFormAgain } from '../../http/form-again.ts';
import { formToken } from '../../http/form-token.ts';
import { ownBrowser } from '../../http/own-browser.ts';
import { pageLanguage } from '../../http/page-language.ts';
import { readForm } from '../../http/read-form.ts';
import { showProblem } from '../../http/show-problem.ts';
import {
  clientAddress,
  readBrowser,
  type Web,
  type WebContext,
  type WebEnv,
} from '../../http/web-context.ts';
import { sessionSecret, setSessionCookie } from '../../http/web-session.ts';
import type { Frame } from '../../ui/frame.ts';
import {
  chooseLanguage,
  nextPath,
  outsideFrame,
  readApplicantForm,
  refuseForm,
  startFrame,
  typedIn,
} from '../applicant.ts';
import {
  askedPage,
  deadLinkPage,
  endedPage,
  leftPage,
  linkPage,
  noRequestPage,
  openPage,
  startPage,
  stoppedPage,
} from '../arrival/arrival-pages.ts';
import { hasPlace, takePlace } from '../come-back.ts';
import { answerErrors } from '../field-errors.ts';

type LinkTold = { readonly errors: readonly AnswerError[] };

const MAX_FORM_BYTES = 4_096;
const TOKEN = /^[A-Za-z0-9_-]{16,128}$/;

/** Coming to a request and leaving it. */
export function addArrivalRoutes(routes: Hono<WebEnv>, web: Web): void {
  const { world } = web;
  addLinkRoutes(routes, web);

  routes.get('/request', async (context) => {
    const secret = sessionSecret(web, context, 'applicant');
    const found = secret === null ? null : await world.applicants.find(secret);
    if (found) return context.redirect('/request/status', 303);
    return chooseLanguage(web, context) ?? context.html(startPage(outsideFrame(web, context)));
  });

  routes.get('/request/login', async (context) => {
    const browser = ownBrowser(web, context).binding;
    const id = await world.applicants.begin({ browser, language: pageLanguage(context.req.raw) });
    return context.redirect(`/login/${id}`, 303);
  });

  routes.get('/request/enter/:id', async (context) => {
    const id = parseAttemptId(context.req.param('id'));
    if (!id) return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
    const binding = world.bindBrowser(readBrowser(web, context).secret ?? '');
    const entry = await world.applicants.enter(id, binding, sessionSecret(web, context, 'applicant'));
    switch (entry.kind) {
      case 'problem':
        return showProblem(web, context, {
          ...entry.view,
          path: `/login/${id}`,
          formToken: readBrowser(web, context).formToken,
        });
      case 'unknown':
        return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
      case 'not-finished':
        return context.redirect(`/login/${id}`, 303);
      case 'used':
        return context.redirect('/request', 303);
      case 'no-request':
        return chooseLanguage(web, context) ?? context.html(noRequestPage(outsideFrame(web, context)), 404);
      case 'entered':
        setSessionCookie(web, context, 'applicant', entry.secret);
        return context.redirect(takePlace(web, context, '/request/status'), 303);
    }
  });

  routes.get('/request/stopped', (context) => {
    return chooseLanguage(web, context) ?? context.html(stoppedPage(outsideFrame(web, context)));
  });

  // Asking for it is using the session; the page that follows tells the script how much time there is.
  routes.post('/request/more-time', async (context) => {
    const form = await readApplicantForm(web, context);
    return form instanceof Response ? form : context.redirect(nextPath(form.view), 303);
  });

  routes.post('/request/leave', async (context) => {
    const form = await readApplicantForm(web, context);
    if (form instanceof Response) return form;
    await world.applicants.end(form.secret);
    setSessionCookie(web, context, 'applicant', null);
    return context.redirect('/request/left', 303);
  });

  routes.get('/request/ended', (context) => {
    const isFileLost = context.req.query('lost') === 'file';
    const page = endedPage(startFrame(web, context), { isKept: hasPlace(web, context), isFileLost });
    return chooseLanguage(web, context) ?? context.html(page);
  });

  routes.get('/request/left', (context) => {
    return chooseLanguage(web, context) ?? context.html(leftPage(outsideFrame(web, context)));
  });
}

/** The way back by e-mail. What looks at a link without pressing its button spends nothing. */
function addLinkRoutes(routes: Hono<WebEnv>, web: Web): void {
  const { world } = web;

  const linkDays = world.casework.linkDays;

  routes.get('/request/link', async (context) => {
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    const owner = ownerOfBrowser(web, context);
    const again = owner && (await readFormAgain<LinkTold>(web, context, owner, '/request/link'));
    const frame = keepForm(context, browserFrame(web, context));
    const errors = answerErrors(again?.told.errors ?? [], frame.words);
    return context.html(linkPage(frame, { errors, typed: again?.typed ?? {} }));
  });

  routes.post('/request/link', async (context) => {
    const form = await readForm(context.req.raw, MAX_FORM_BYTES);
    const refused = refuseForm(web, context, form, readBrowser(web, context).secret);
    if (refused) return refused;
    const typed = form.kind === 'form' ? typedIn(form.fields) : {};
    const language = pageLanguage(context.req.raw);
    const asked = await world.requests.askForLink(typed, clientAddress(web, context), language);
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
    return chooseLanguage(web, context) ?? context.html(askedPage(outsideFrame(web, context), linkDays));
  });

  routes.get('/request/open/:token', async (context) => {
    const token = context.req.param('token');
    const isAlive = TOKEN.test(token) && (await world.requests.isLinkAlive(token));
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    if (!isAlive)
      return (await goOn(web, context, token)) ?? context.html(deadLinkPage(outsideFrame(web, context)), 410);
    return context.html(openPage(browserFrame(web, context)));
  });

  routes.post('/request/open/:token', async (context) => {
    const token = context.req.param('token');
    const refused = refuseForm(
      web,
      context,
      await readForm(context.req.raw, MAX_FORM_BYTES),
      readBrowser(web, context).secret,
    );
    if (refused) return refused;
    const opened = TOKEN.test(token) ? await world.requests.openByLink(token) : null;
    // The page of a used link goes on, or says that it was used.
    if (opened === null) return context.redirect(context.req.path, 303);
    const former = sessionSecret(web, context, 'applicant');
    const session = { case: opened, provenBy: 'link' } as const;
    const secret = await world.applicants.open(
      session,
      former,
      linkKey(ownBrowser(web, context).secret, token),
    );
    setSessionCookie(web, context, 'applicant', secret);
    return await leadTo(web, context, session);
  });
}

/**
 * A used link that is opened again by somebody who is there already goes on to where it led: in a session on that request, or in the browser
 * in which the link opened one that still lives (a double click, a cookie that went lost). A link that works opens a session of its own.
 */
async function goOn(web: Web, context: WebContext, token: string): Promise<Response | null> {
  if (!TOKEN.test(token)) return null;
  const { applicants, requests } = web.world;
  const secret = sessionSecret(web, context, 'applicant');
  const session = secret === null ? null : await applicants.find(secret);
  if (session !== null && session.case === (await requests.caseOfLink(token)))
    return leadTo(web, context, session);
  const browser = readBrowser(web, context).secret;
  const opened = browser === null ? null : await applicants.openedWith(linkKey(browser, token));
  const found = opened === null ? null : await applicants.find(opened);
  if (opened === null || found === null) return null;
  setSessionCookie(web, context, 'applicant', opened);
  return leadTo(web, context, found);
}

/** Of a link in a browser: neither of both opens anything alone. */
function linkKey(browser: string, token: string): string {
  return `link ${token} ${browser}`;
}

async function leadTo(
  web: Web,
  context: WebContext,
  session: WebSessionContents['applicant'],
): Promise<Response> {
  const id = parseCaseId(session.case);
  const view = id && (await web.world.requests.view(id, session.provenBy));
  return context.redirect(view ? takePlace(web, context, nextPath(view)) : '/request', 303);
}

/** The frame of a page whose form is bound to the browser alone; one that comes for the first time gets its cookie. */
function browserFrame(web: Web, context: WebContext): Frame {
  const { secret } = ownBrowser(web, context);
  return outsideFrame(web, context, formToken(web.world.settings.formKey, secret));
}
