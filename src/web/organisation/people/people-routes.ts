import { Hono } from 'hono';
import { writeCsv } from '../../../domain/case-reports/index.ts';
import { openSearchSeal } from '../../http/sealed-search.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import {
  type OpenedOrganisation,
  ORGANISATION,
  openedOrganisation,
  readOrganisationForm,
  showNotHere,
} from '../open-organisation.ts';
import { peopleDone, peoplePage, peopleRows } from './people-page.ts';
import { filterOf, readPeopleQuery, writePeopleQuery } from './people-query.ts';

/** `/organisation/…/people`: who works for an organisation. */
export function peopleRoutes(web: Web): Hono<WebEnv> {
  const { people, workInvitations, applications, settings } = web.world;
  const routes = new Hono<WebEnv>();
  const seal = openSearchSeal(settings.formKey);

  routes.get(`${ORGANISATION}/people`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { by, frame, administrator } = opened;
    const { organisation } = administrator;
    const query = readPeopleQuery(new URL(context.req.url).searchParams, seal);
    const listed = await people.list({ by, filter: filterOf(query, organisation.id) });
    const invitations = await workInvitations.list({ by, organisation: organisation.id });
    if (listed.kind === 'not-allowed' || invitations === null) return showNotHere(web, context, opened);
    const toConfirm = invitations.filter(({ accepted }) => accepted !== null).length;
    const done = peopleDone.find((each) => each === context.req.query('done')) ?? null;
    const inScope = inScopeOf(opened, await applications());
    const props = { query, ...listed, applications: inScope, toConfirm, done };
    return context.html(peoplePage(frame, props));
  });

  routes.post(`${ORGANISATION}/people`, async (context) => {
    const form = await readOrganisationForm(web, context);
    if (form instanceof Response) return form;
    return context.redirect(form.at(`/people${writePeopleQuery(readSent(form.fields))}`), 303);
  });

  routes.get(`${ORGANISATION}/people/export`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const query = readPeopleQuery(new URL(context.req.url).searchParams, seal);
    const filter = { ...filterOf(query, opened.administrator.organisation.id), after: null };
    const listed = await people.list({ by: opened.by, filter, whole: true });
    if (listed.kind === 'not-allowed') return showNotHere(web, context, opened);
    return context.body(writeCsv(peopleRows(listed.people)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="people.csv"',
    });
  });

  /** The filters of a form: the words of a search as they were typed. */
  function readSent(fields: ReadonlyMap<string, string>) {
    const sent = readPeopleQuery(new URLSearchParams([...fields]), seal);
    return { ...sent, search: seal.seal(fields.get('search') ?? ''), after: null };
  }
  return routes;
}

/** The applications about which somebody may decide here. */
function inScopeOf<One extends { readonly id: string }>(
  { administrator: { scope } }: OpenedOrganisation,
  applications: readonly One[],
): readonly One[] {
  if (scope.applications === 'all') return applications.filter(({ id }) => !id.startsWith('sluis-'));
  const own: readonly string[] = scope.applications;
  return applications.filter(({ id }) => own.includes(id));
}
