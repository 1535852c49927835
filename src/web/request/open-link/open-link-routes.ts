import { Hono } from 'hono';
import { parseCaseId } from '../../../domain/casework/index.ts';
import type { WebSessionContents } from '../../../login/index.ts';
import { chooseLanguage } from '../../http/choose-language.ts';
import { readForm } from '../../http/read-form.ts';
import { refuseForm } from '../../http/refuse-form.ts';
import { ownBrowser } from '../../http/session/own-browser.ts';
import { sessionSecret, setSessionCookie } from '../../http/session/session-cookie.ts';
import { readBrowser, type Web, type WebContext, type WebEnv } from '../../http/web-context.ts';
import { browserFrame, nextPath, outsideFrame } from '../applicant.ts';
import { takePlace } from '../come-back.ts';
import { deadLinkPage, openLinkPage } from './open-link-page.ts';

const MAX_FORM_BYTES = 4_096;
const TOKEN = /^[A-Za-z0-9_-]{16,128}$/;

/** The way back by e-mail: opens a request by its link. What looks at a link without pressing its button spends nothing. */
export function openLinkRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/request/open/:token', async (context) => {
    const token = context.req.param('token');
    const isAlive = TOKEN.test(token) && (await world.requests.isLinkAlive({ token }));
    const chosen = chooseLanguage(web, context);
    if (chosen) return chosen;
    if (!isAlive)
      return (await goOn(web, context, token)) ?? context.html(deadLinkPage(outsideFrame(web, context)), 410);
    return context.html(openLinkPage(browserFrame(web, context)));
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
    const opened = TOKEN.test(token) ? await world.requests.openByLink({ token }) : null;
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
  return routes;
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
  if (session !== null && session.case === (await requests.findCaseOfLink({ token })))
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
  const view = id && (await web.world.requests.viewRequest({ case: id, proof: session.provenBy }));
  return context.redirect(view ? takePlace(web, context, nextPath(view)) : '/request', 303);
}
