import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { ORGANISATION, openedOrganisation } from '../open-organisation.ts';
import { homePage } from './home-page.ts';

/** The first page of an organisation. */
export function homeRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(ORGANISATION, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    return context.html(homePage(opened.frame));
  });
  return routes;
}
