import { Hono } from 'hono';
import { parseWorkInvitationId, type WorkInvitationId } from '../../../domain/work-invitation/index.ts';
import type { PersonForm } from '../../http/session/person-pages.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import {
  type OpenedOrganisation,
  ORGANISATION,
  openedOrganisation,
  readOrganisationForm,
  showNotHere,
} from '../open-organisation.ts';
import { invitationsDone, invitationsFailed, invitationsPage } from './invitations-page.ts';

const INVITATIONS = `${ORGANISATION}/people/invitations`;

/** `/organisation/…/people/invitations`: who is invited, and who accepted under another name than was typed. */
export function invitationsRoutes(web: Web): Hono<WebEnv> {
  const { workInvitations } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get(INVITATIONS, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { by, frame, administrator } = opened;
    const listed = await workInvitations.list({ by, organisation: administrator.organisation.id });
    if (listed === null) return showNotHere(web, context, opened);
    const done = invitationsDone.find((each) => each === context.req.query('done')) ?? null;
    const failed = invitationsFailed.find((each) => each === context.req.query('failed')) ?? null;
    return context.html(invitationsPage(frame, { listed, done, failed }));
  });

  routes.get(`${INVITATIONS}/:step{again|withdraw|decide}`, async (context) => {
    const opened = await openedOrganisation(web, context);
    return opened instanceof Response ? opened : context.redirect(opened.at('/people/invitations'), 303);
  });

  routes.post(`${INVITATIONS}/again`, (context) =>
    step(web, context, (asked) => workInvitations.sendAgain(asked)),
  );
  routes.post(`${INVITATIONS}/withdraw`, (context) =>
    step(web, context, (asked) => workInvitations.withdraw(asked)),
  );
  routes.post(`${INVITATIONS}/decide`, (context) =>
    step(web, context, (asked, { fields }) =>
      workInvitations.decide({ ...asked, isMeant: fields.get('isMeant') === 'yes' }),
    ),
  );
  return routes;
}

type Asked = Pick<OpenedOrganisation, 'by'> & {
  readonly organisation: OpenedOrganisation['administrator']['organisation']['id'];
  readonly invitation: WorkInvitationId;
};

/** One step with one invitation; how it ended stands in the address that it leads to. */
async function step(
  web: Web,
  context: WebContext,
  run: (asked: Asked, form: PersonForm) => Promise<{ readonly kind: string }>,
): Promise<Response> {
  const form = await readOrganisationForm(web, context);
  if (form instanceof Response) return form;
  const invitation = parseWorkInvitationId(form.fields.get('invitation') ?? '');
  const organisation = form.administrator.organisation.id;
  const came = invitation && (await run({ by: form.by, organisation, invitation }, form));
  if (came === null || came.kind === 'unknown' || came.kind === 'not-allowed')
    return showNotHere(web, context, form);
  if (came.kind === 'begun') return context.redirect(form.at('/people?done=begun'), 303);
  const isDone = invitationsDone.some((each) => each === came.kind);
  const told = `${isDone ? 'done' : 'failed'}=${came.kind}`;
  return context.redirect(form.at(`/people/invitations?${told}`), 303);
}
