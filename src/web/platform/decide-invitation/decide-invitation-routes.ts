import { Hono } from 'hono';
import { withReason } from '../../../domain/acting/index.ts';
import { parseOrganisationId } from '../../../domain/organisation/index.ts';
import { invitationDecisions } from '../../../domain/platform/index.ts';
import { parseWorkInvitationId } from '../../../domain/work-invitation/index.ts';
import {
  shownStaffForm,
  type TypedByStaff,
  withFreshStaffForm,
} from '../../http/session/shown-staff-form.ts';
import { leadToStaffForm } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { requireFresh } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { ORGANISATION, ORGANISATIONS, organisationPath } from '../organisation-in.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { decideInvitationErrors } from './decide-invitation-errors.ts';
import { decideInvitationPage } from './decide-invitation-page.ts';

/** Deciding about an invitation to an organisation that nobody else can decide about yet, after a fresh login. */
export function decideInvitationRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const path = `${ORGANISATION}/invitations/:invitation` as const;
  routes.get(path, requireFresh(web), (context) => show(web, context));
  routes.post(path, (context) => withFreshStaffForm(web, context, (typed) => decide(web, context, typed)));
  return routes;
}

function idsIn(context: WebContext) {
  const id = parseOrganisationId(context.req.param('organisation') ?? '');
  const invitation = parseWorkInvitationId(context.req.param('invitation') ?? '');
  return id && invitation && { id, invitation };
}

async function show(web: Web, context: WebContext): Promise<Response> {
  const ids = idsIn(context);
  const found = ids && (await web.world.platform.viewOrganisation({ by: actingOf(context), id: ids.id }));
  if (found !== null && found.kind !== 'found')
    return refusePlatform(web, context, found, { section: 'platform-organisations', href: ORGANISATIONS });
  const listed = found?.shown.invitations.find(({ invitation }) => invitation.id === ids?.invitation);
  if (!found || !listed) return showProblem(web, context, { problem: { kind: 'not-found' } });
  const form = await shownStaffForm(web, context, decideInvitationErrors);
  return context.html(decideInvitationPage(form, found.shown.organisation, listed));
}

async function decide(web: Web, context: WebContext, typed: TypedByStaff): Promise<Response> {
  const ids = idsIn(context);
  if (ids === null) return showProblem(web, context, { problem: { kind: 'not-found' } });
  const answer = await web.world.platform.decideFor({
    by: withReason(actingOf(context), typed.reason ?? ''),
    ...ids,
    decision: invitationDecisions.find((each) => each === typed.decision) ?? null,
  });
  if (answer.kind === 'wrong') return leadToStaffForm(web, context, typed, { errors: answer.errors });
  const href = organisationPath(ids.id);
  return answer.kind === 'done'
    ? context.redirect(`${href}?done=decided`, 303)
    : refusePlatform(web, context, answer, { section: 'platform-organisations', href });
}
