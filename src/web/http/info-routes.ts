import { Hono } from 'hono';
import { html } from '../ui/html.ts';
import { layout } from '../ui/layout.ts';
import { pageLanguage } from './page-language.ts';
import type { Web, WebEnv } from './web-context.ts';

/** The pages around the login. */
export function infoRoutes({ frames }: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get('/', (context) => {
    const frame = frames({ language: pageLanguage(context.req.raw), path: '/' });
    const title = frame.words.say('home.title');
    return context.html(layout(frame, { title, body: html`<h1>${title}</h1>` }));
  });
  return routes;
}
