import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { browserCookie, serializeBrowserCookie } from '../../../base/browser-cookie.ts';
import { isLanguage, type Language } from '../../../base/language.ts';
import { isFresh, mayOpen, parseStaffPath } from '../../../domain/staff/index.ts';
import { type BrowserBinding, parseAttemptId } from '../../../login/index.ts';
import { AGAIN } from '../../http/form-again.ts';
import { pageLanguage, rememberLanguage } from '../../http/page-language.ts';
import { readForm } from '../../http/read-form.ts';
import { showProblem } from '../../http/show-problem.ts';
import { isOwnForm, readBrowser, type Web, type WebContext, type WebEnv } from '../../http/web-context.ts';
import {
  loginPath,
  openStaffPage,
  readStaff,
  sessionSecret,
  setSessionCookie,
  staffFrame,
} from '../../http/web-session.ts';
import { staffLeftPage, staffStoppedPage } from '../../ui/staff/staff-pages.ts';
import { loginTooOldPage, sessionOverPage } from './again-page.ts';

const MAX_FORM_BYTES = 4_096;

/** Logging in to the pages for staff, and out of them. */
export function staffRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/staff/login', async (context) => {
    const to = parseStaffPath(context.req.query('to') ?? '/cases') ?? parseStaffPath('/cases');
    if (!to) return showProblem(web, context, { problem: { kind: 'not-found' } });
    const wantsFresh = context.req.query('fresh') === '1';
    const member = await readStaff(web, context);
    if (!wantsFresh && member) return context.redirect(to, 303);
    const by = context.req.query('by') === 'same' ? (member?.loggedInBy ?? null) : null;
    const browser = ownBrowser(web, context);
    const language = pageLanguage(context.req.raw, web.languages);
    const id = await world.staff.begin({ browser, language, to, by });
    const country = by?.country && by.tile === 'eidas' ? `/country/${by.country}` : '';
    return context.redirect(`/login/${id}${country}`, 303);
  });

  routes.get('/staff/again', (context) => showAgain(web, context));

  routes.get('/staff/enter/:id', async (context) => {
    const id = parseAttemptId(context.req.param('id'));
    if (!id) return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
    const binding = world.bindBrowser(readBrowser(web, context).secret ?? '');
    const entry = await world.staff.enter(id, binding, sessionSecret(web, context, 'staff'));
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
        return context.redirect(loginPath(entry.to), 303);
      case 'entered':
        setSessionCookie(web, context, 'staff', entry.secret);
        return context.redirect(entry.to, 303);
    }
  });

  routes.get('/staff/stopped', (context) => {
    const to = parseStaffPath(context.req.query('to') ?? '');
    const language = pageLanguage(context.req.raw, web.languages);
    const frame = web.frames({ language, path: '/staff/stopped' });
    return context.html(staffStoppedPage(frame, loginPath(to)));
  });

  routes.post('/staff/logout', async (context) => {
    const secret = sessionSecret(web, context, 'staff');
    const form = await readForm(context.req.raw, MAX_FORM_BYTES);
    const token = form.kind === 'form' ? (form.fields.get('csrf') ?? '') : '';
    if (secret === null) return context.redirect('/staff/left', 303);
    if (!isOwnForm(web, context, { secret, formToken: '' }, token))
      return showProblem(web, context, { problem: { kind: 'form' } });
    await world.staff.end(secret);
    setSessionCookie(web, context, 'staff', null);
    return context.redirect('/staff/left', 303);
  });

  // Asked by the warning before the end: to be here counts as use. Never a login page: it would look like more time.
  routes.post('/staff/more-time', async (context) => {
    const secret = sessionSecret(web, context, 'staff');
    const form = await readForm(context.req.raw, MAX_FORM_BYTES);
    const token = form.kind === 'form' ? (form.fields.get('csrf') ?? '') : '';
    const own = secret !== null && isOwnForm(web, context, { secret, formToken: '' }, token);
    const member = own ? await readStaff(web, context) : null;
    if (!member) return showProblem(web, context, { problem: { kind: 'form' } });
    return context.redirect(mayOpen('cases', member) ? '/cases' : '/office', 303);
  });

  routes.get('/staff/left', (context) => {
    const frame = web.frames({ language: pageLanguage(context.req.raw, web.languages), path: '/staff/left' });
    return context.html(staffLeftPage(frame, loginPath(null)));
  });
  return routes;
}

/** The page that says why another login is asked, and leads to it and back. */
async function showAgain(web: Web, context: WebContext): Promise<Response> {
  const to = parseStaffPath(context.req.query('to') ?? '/cases') ?? parseStaffPath('/cases');
  if (!to) return showProblem(web, context, { problem: { kind: 'not-found' } });
  const now = web.world.clock();
  const props = { to, keeps: new RegExp(`[?&]${AGAIN}=`).test(to), now };
  const member = await openStaffPage(web, context);
  // Logged in meanwhile, in another window: the step can be taken.
  if (member && isFresh(member, now)) return context.redirect(to, 303);
  const asked = context.req.query('lang');
  if (isLanguage(asked)) context.header('set-cookie', rememberLanguage(asked, web.secure), { append: true });
  if (member) return context.html(loginTooOldPage(staffFrame(web, context), member, props));
  const path = `/staff/again?to=${encodeURIComponent(to)}`;
  const frame = web.frames({ language: pageLanguage(context.req.raw, web.languages), path: '/staff/again' });
  const languagePath = (language: Language) => `${path}&lang=${language}`;
  return context.html(sessionOverPage({ ...frame, languagePath }, props));
}

/** The browser that this login will answer to; one that comes for the first time gets its cookie. */
function ownBrowser(web: Web, context: WebContext): BrowserBinding {
  const { secret } = readBrowser(web, context);
  if (secret !== null) return web.world.bindBrowser(secret);
  const made = randomBytes(32).toString('base64url');
  context.header('set-cookie', serializeBrowserCookie(browserCookie(web.secure), made), { append: true });
  return web.world.bindBrowser(made);
}
