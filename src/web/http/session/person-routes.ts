import { Hono } from 'hono';
import type { Html } from '../../ui/html.ts';
import { loginTooOld, outsidePage, sessionOverPage } from '../../ui/session/session-pages.ts';
import { pageLanguage } from '../page-language.ts';
import type { Web, WebContext, WebEnv } from '../web-context.ts';
import { enterOwn } from './enter-own.ts';
import { beginningBrowser } from './own-browser.ts';
import { keepsForm, type OpenedPages, outsideFrame, type PersonPages } from './person-pages.ts';
import { sessionSecret, setSessionCookie } from './session-cookie.ts';

/** What is around the pages of a place: how a page of it looks, and from where a dangerous step was begun. */
export type PersonShell<Path extends string> = {
  page(opened: OpenedPages, content: ReturnType<typeof loginTooOld>): Html;
  placeOf(to: Path): string;
};

/** Logging in to the pages of a place. */
export function personEnterRoutes<Path extends string>(web: Web, pages: PersonPages<Path>): Hono<WebEnv> {
  const { place, loginPath } = pages;
  const { kind, home } = place;
  const sessions = place.sessions(web.world);
  const routes = new Hono<WebEnv>();

  routes.get(`${home}/login`, async (context) => {
    const to = wanted(pages, context);
    const wantsFresh = context.req.query('fresh') === '1';
    if (!wantsFresh && (await pages.read(web, context))) return context.redirect(to, 303);
    const language = pageLanguage(context.req.raw, web.languages);
    const id = await sessions.begin({ ...beginningBrowser(web, context), language, to });
    return context.redirect(`/login/${id}`, 303);
  });

  routes.get(`${home}/enter/:id`, async (context) => {
    const entry = await enterOwn(web, context, kind, sessions.enter);
    if (entry instanceof Response) return entry;
    if (entry.kind === 'used') return context.redirect(loginPath(entry.to), 303);
    setSessionCookie(web, context, kind, entry.secret);
    return context.redirect(entry.to, 303);
  });

  routes.get(`${home}/stopped`, (context) => {
    const to = place.parse(context.req.query('to') ?? '');
    return context.html(outsidePage(outsideFrame(web, context), 'stopped', { kind, login: loginPath(to) }));
  });
  return routes;
}

/** Why another login is asked of somebody, and the way to it and back. */
export function personAgainRoutes<Path extends string>(
  web: Web,
  pages: PersonPages<Path>,
  shell: PersonShell<Path>,
): Hono<WebEnv> {
  const { kind, home } = pages.place;
  const routes = new Hono<WebEnv>();

  routes.get(`${home}/again`, async (context) => {
    const to = wanted(pages, context);
    const props = { kind, login: pages.freshLoginPath(to), keeps: keepsForm(to) };
    const opened = await pages.read(web, context);
    if (!opened) return context.html(sessionOverPage(outsideFrame(web, context), props));
    // Logged in meanwhile, in another window: the step can be taken.
    if (pages.isFresh(web, opened)) return context.redirect(to, 303);
    const content = loginTooOld(opened.frame, {
      ...props,
      loggedInAt: opened.owner.authentication.at,
      now: web.world.clock(),
      back: shell.placeOf(to),
    });
    return context.html(shell.page(opened, content));
  });

  // Asking for more time is using the session; the page that follows tells the script how much time there is.
  routes.post(`${home}/more-time`, async (context) => {
    const form = await pages.readForm(web, context);
    return form instanceof Response ? form : context.redirect(home, 303);
  });
  return routes;
}

/** Logging out. */
export function personLeaveRoutes<Path extends string>(web: Web, pages: PersonPages<Path>): Hono<WebEnv> {
  const { kind, home } = pages.place;
  const sessions = pages.place.sessions(web.world);
  const routes = new Hono<WebEnv>();

  routes.post(`${home}/leave`, async (context) => {
    const secret = sessionSecret(web, context, kind);
    const isOver = secret === null || (await sessions.find(secret)) === null;
    if (isOver) return context.redirect(`${home}/left`, 303);
    const form = await pages.readForm(web, context);
    if (form instanceof Response) return form;
    await sessions.end(form.secret);
    setSessionCookie(web, context, kind, null);
    return context.redirect(`${home}/left`, 303);
  });

  routes.get(`${home}/left`, (context) => {
    const login = pages.loginPath(null);
    return context.html(outsidePage(outsideFrame(web, context), 'left', { kind, login }));
  });
  return routes;
}

/** Where somebody wishes to go, as far as it is a page of this place. */
function wanted<Path extends string>({ place }: PersonPages<Path>, context: WebContext): Path {
  return place.parse(context.req.query('to') ?? '') ?? place.home;
}
