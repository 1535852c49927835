import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { ChangedMeanwhile } from '../base/changed-meanwhile.ts';
import { isOutage, nameError, RETRY_AFTER_SECONDS } from '../base/error-code.ts';
import { openLanguages } from '../base/language.ts';
import { areas } from './areas.ts';
import { ANSWERED_BY_PAGE, isAnsweredByPage } from './http/answers-of-forms.ts';
import { assetRoutes } from './http/assets/asset-routes.ts';
import { openAssets } from './http/assets/assets.ts';
import { openFrames } from './http/frames.ts';
import { healthRoutes } from './http/health.ts';
import { learnCountries } from './http/learn-countries.ts';
import { answersTo, nearestPage } from './http/nearest-page.ts';
import { securityHeaders } from './http/security-headers.ts';
import { sendWhole } from './http/send-whole.ts';
import { showProblem } from './http/show-problem.ts';
import { refuseSpeculative } from './http/speculative.ts';
import type { Web, WebEnv } from './http/web-context.ts';
import type { WebWorld } from './http/web-world.ts';
import { requestHandOver } from './request/area.ts';
import { openCountryWords } from './ui/country-words.ts';
import { unbroken } from './ui/journey-page.ts';

/**
 * Opens all pages and the eIDAS endpoints: a Hono application to be served on the platform's origin, next to `/op`. It keeps nothing
 * between requests besides compiled texts and static files, so that any number of processes may serve the same people.
 */
export function openWeb(given: WebWorld): Hono<WebEnv> {
  const world = { ...given, settings: { ...given.settings, contact: unbroken(given.settings.contact) } };
  const assets = openAssets();
  const secure = world.settings.origin.startsWith('https:');
  const app = new Hono<WebEnv>();
  const countries = openCountryWords();
  const { languages = openLanguages() } = world;
  const frames = openFrames(assets, world.demo !== null, { languages, countries });
  const web: Web = {
    world,
    secure,
    languages,
    frames,
    pageOf: (path) => nearestPage(app, path),
    registered: requestHandOver,
  };

  app.route('/', assetRoutes(assets));
  app.use(async (context, next) => {
    const began = performance.now();
    await next();
    const headers = securityHeaders(secure, context.get('formTargets'));
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    const policy = context.get('contentPolicy');
    if (policy !== undefined) context.res.headers.set('content-security-policy', policy);
    // The pattern of the route, never the address: ids of logins and what was searched for stay out of the log.
    const fields = {
      method: context.req.method,
      route: routePath(context, -1),
      status: context.res.status,
      milliseconds: Math.round(performance.now() - began),
    };
    const correlation = context.get('correlation');
    if (isAnsweredByPage(context)) world.log.error(fields, ANSWERED_BY_PAGE);
    world.log.info(correlation === undefined ? fields : { ...fields, correlation }, 'request');
  });
  app.route('/', healthRoutes(web));
  app.use(sendWhole);
  app.use(refuseSpeculative);
  app.use(learnCountries(world, countries, areas));
  for (const area of areas) app.route('/', area.open(web));
  app.notFound((context) => {
    const { path, method } = context.req;
    // A place where forms are sent, come back to by its address: the page that they stood on.
    if (method === 'GET' && answersTo(app, 'POST', path)) return context.redirect(web.pageOf(path), 303);
    const shown = { problem: { kind: 'not-found' }, path: '/help' } as const;
    if (method === 'GET' || !answersTo(app, 'GET', path)) return showProblem(web, context, shown);
    context.header('allow', answersTo(app, 'POST', path) ? 'GET, HEAD, POST' : 'GET, HEAD');
    return showProblem(web, context, { ...shown, status: 405 });
  });
  app.onError((error, context) => {
    // What was sent came second, again and again: nothing of it was kept, and the page leads to where things stand.
    if (error instanceof ChangedMeanwhile) {
      const [, area = '', id = ''] = context.req.path.split('/');
      const page = area === 'login' ? `/login/${id}` : `/${area}`;
      const path = context.req.method === 'GET' ? context.req.path : page;
      return showProblem(web, context, { problem: { kind: 'changed-elsewhere' }, path });
    }
    const isAway = isOutage(error);
    if (isAway) context.header('retry-after', String(RETRY_AFTER_SECONDS));
    const shown = showProblem(web, context, {
      problem: { kind: 'internal' },
      ...(isAway && { status: 503 }),
    });
    // Name, code and stack only: messages of errors may quote what people typed.
    world.log.error(
      { correlation: context.get('correlation'), ...nameError(error), stack: framesOf(error) },
      'request failed',
    );
    return shown;
  });
  return app;
}

function framesOf(error: Error): readonly string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
}
