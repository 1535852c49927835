import { Hono } from 'hono';
import { writeCsv } from '../../../domain/case-reports/index.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { ORGANISATION, openedOrganisation, readOrganisationForm, showNotHere } from '../open-organisation.ts';
import { activityPage, activityRows } from './activity-page.ts';
import { filterOf, readActivityQuery, writeActivityQuery } from './activity-query.ts';

/** L12: what changed in the organisation, and who did it. */
export function activityRoutes(web: Web): Hono<WebEnv> {
  const { organisationDesk } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get(`${ORGANISATION}/activity`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { by, frame, administrator } = opened;
    const query = readActivityQuery(new URL(context.req.url).searchParams);
    const organisation = administrator.organisation.id;
    const asked = { by, organisation, filter: filterOf(query), whole: false };
    const view = await organisationDesk.viewActivity(asked);
    if (view === null) return showNotHere(web, context, opened);
    return context.html(activityPage(frame, { query, view }));
  });

  routes.get(`${ORGANISATION}/activity/export`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { by, frame, administrator } = opened;
    const query = readActivityQuery(new URL(context.req.url).searchParams);
    const organisation = administrator.organisation.id;
    const filter = filterOf({ ...query, before: null });
    const view = await organisationDesk.viewActivity({ by, organisation, filter, whole: true });
    if (view === null) return showNotHere(web, context, opened);
    return context.body(writeCsv(activityRows(frame.words, view)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="activity.csv"',
    });
  });

  routes.post(`${ORGANISATION}/activity`, async (context) => {
    const form = await readOrganisationForm(web, context);
    if (form instanceof Response) return form;
    const query = readActivityQuery(new URLSearchParams([...form.fields]));
    return context.redirect(form.at(`/activity${writeActivityQuery({ ...query, before: null })}`), 303);
  });
  return routes;
}
