import { Hono } from 'hono';
import { dayOf, lastDayBefore } from '../../../base/calendar.ts';
import { textIn } from '../../../base/language.ts';
import type { Acting } from '../../../domain/access-overview/index.ts';
import { writeCsv } from '../../../domain/case-reports/index.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { nameOf } from '../../ui/parts.ts';
import { ORGANISATION, openedOrganisation, showNotHere } from '../open-organisation.ts';
import type { OrganisationFrame } from '../organisation-layout.ts';
import { accessPage } from './access-page.ts';
import { readAccessQuery } from './access-query.ts';

/** Who may act for an organisation, on a page and as a file. */
export function accessRoutes(web: Web): Hono<WebEnv> {
  const { accessOverview, clock } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get(`${ORGANISATION}/access`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { by, administrator, frame } = opened;
    const query = readAccessQuery((name) => context.req.query(name));
    const seen = await accessOverview.access({ by, organisation: administrator.organisation.id, ...query });
    if (seen.kind === 'not-allowed') return showNotHere(web, context, opened);
    return context.html(accessPage({ frame, query, now: clock() }, seen));
  });

  routes.get(`${ORGANISATION}/access/file`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { by, administrator, frame } = opened;
    const exported = await accessOverview.export({ by, organisation: administrator.organisation.id });
    if (exported.kind === 'not-allowed') return showNotHere(web, context, opened);
    return context.body(writeCsv(rowsOf(frame, exported.people)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="access.csv"',
    });
  });
  return routes;
}

/** A row per right: who, in which application, which right in which contexts, from when until when, and when it was used last. No number. */
function rowsOf({ words }: OrganisationFrame, people: readonly Acting[]): readonly (readonly string[])[] {
  const columns = ['person', 'application', 'right', 'contexts', 'from', 'until', 'used'] as const;
  const heads = columns.map((column) => words.say(`organisation.access.column.${column}`));
  const rows = people.flatMap(({ person, acts }) =>
    acts.flatMap(({ application, paths, usedOn }) =>
      paths.map((path) => {
        const name = `${person.givenNames} ${person.familyName}`.trim();
        const used = usedOn ?? '';
        const shown = [name, nameOf(application, words.language)];
        if (path.by === 'law') return [...shown, words.say('organisation.access.byLaw'), '', '', '', used];
        if (path.by === 'work-relation')
          return [...shown, words.say('organisation.access.byWork'), '', '', '', used];
        const right = application.rights.find(({ code }) => code === path.right.right);
        const { from, until } = path.right.validity;
        return [
          ...shown,
          right ? textIn(right.name, words.language) : path.right.right,
          path.contexts.join(', '),
          dayOf(from),
          until === null ? '' : lastDayBefore(until),
          used,
        ];
      }),
    ),
  );
  return [heads, ...rows];
}
