import { Hono } from 'hono';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { openApplications } from '../named-applications.ts';
import { ORGANISATION, openedOrganisation, showNotHere } from '../open-organisation.ts';
import { administratorsDone, administratorsPage } from './administrators-page.ts';

/** L11: who administers the organisation. */
export function administratorsRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(`${ORGANISATION}/administrators`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { by, administrator, frame } = opened;
    const { organisation } = administrator;
    const view = await web.world.appointments.viewAdministrators({ by, organisation: organisation.id });
    if (view === null) return showNotHere(web, context, opened);
    const applications = await openApplications(web, organisation);
    const done = administratorsDone.find((each) => each === context.req.query('done')) ?? null;
    return context.html(administratorsPage(frame, { view, applications, done }));
  });
  return routes;
}
