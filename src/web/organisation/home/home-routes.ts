import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { ORGANISATION, openedOrganisation, showNotHere } from '../open-organisation.ts';
import { homePage } from './home-page.ts';

/** L1: the first page of an organisation. */
export function homeRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(ORGANISATION, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { by, frame, administrator } = opened;
    const organisation = administrator.organisation.id;
    const view = await web.world.organisationDesk.viewHome({ by, organisation });
    if (view === null) return showNotHere(web, context, opened);
    return context.html(homePage(frame, { administrator, view }));
  });
  return routes;
}
