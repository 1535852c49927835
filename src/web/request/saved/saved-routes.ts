import { Hono } from 'hono';
import { chooseLanguage } from '../../http/choose-language.ts';
import { readBrowser, type Web, type WebEnv } from '../../http/web-context.ts';
import { nextPath, readApplicant } from '../applicant.ts';
import { savedPage } from './saved-page.ts';

/** A draft that is left for later. */
export function savedRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get('/request/saved', async (context) => {
    const applicant = await readApplicant(web, context);
    if (applicant instanceof Response) return applicant;
    const { view, frame, login } = applicant;
    // Its form goes to the login, which knows this browser and not this session.
    const token = readBrowser(web, context).formToken;
    const back = login === null || token === '' ? null : { path: `/login/${login}`, token };
    const page = savedPage(frame, { view, next: nextPath(view), back });
    return chooseLanguage(web, context) ?? context.html(page);
  });
  return routes;
}
