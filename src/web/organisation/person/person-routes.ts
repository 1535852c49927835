import { Hono } from 'hono';
import { covers } from '../../../domain/administration/index.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { findPerson, PERSON } from '../find-person.ts';
import { openApplications } from '../named-applications.ts';
import { openedOrganisation } from '../open-organisation.ts';
import { personDone, personPage } from './person-page.ts';

/** `/organisation/…/people/…`: somebody at work. */
export function personRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();

  routes.get(PERSON, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const found = await findPerson(web, context, opened);
    if (found instanceof Response) return found;
    const applications = await web.world.applications();
    const done = personDone.find((each) => each === context.req.query('done')) ?? null;
    const { administrator } = opened;
    const seen = await openApplications(web, administrator.organisation);
    const tested = new Set(
      seen.filter(({ id }) => covers(administrator, { application: id })).map(({ id }) => id),
    );
    const props = { ...found, applications, tested, done, now: web.world.clock() };
    return context.html(personPage(opened.frame, props));
  });
  return routes;
}
