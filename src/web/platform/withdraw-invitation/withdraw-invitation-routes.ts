import { Hono } from 'hono';
import { isUuid } from '../../../base/uuid.ts';
import { withReason } from '../../../domain/acting/index.ts';
import type { InvitationId } from '../../../domain/invitation/index.ts';
import { shownStaffForm, withFreshStaffForm } from '../../http/session/shown-staff-form.ts';
import { leadToStaffForm } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { requireFresh } from '../../http/session/web-session.ts';
import { showProblem } from '../../http/show-problem.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { STAFF } from '../staff-table.ts';
import { withdrawInvitationErrors } from './withdraw-invitation-errors.ts';
import { withdrawInvitationPage } from './withdraw-invitation-page.ts';

/** Taking back an invitation of staff, after a fresh login. */
export function withdrawInvitationRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const path = `${STAFF}/invitations/:invitation` as const;
  routes.get(path, requireFresh(web), (context) =>
    withInvitation(web, context, async (id) =>
      context.html(withdrawInvitationPage(await shownStaffForm(web, context, withdrawInvitationErrors), id)),
    ),
  );
  routes.post(path, (context) =>
    withInvitation(web, context, (id) =>
      withFreshStaffForm(web, context, async (typed) => {
        const by = withReason(actingOf(context), typed.reason ?? '');
        const answer = await web.world.platform.withdrawInvitation({ by, id });
        if (answer.kind === 'wrong') return leadToStaffForm(web, context, typed, { errors: answer.errors });
        return answer.kind === 'withdrawn'
          ? context.redirect(`${STAFF}?done=withdrawn`, 303)
          : refusePlatform(web, context, answer, { section: 'platform-staff', href: STAFF });
      }),
    ),
  );
  return routes;
}

async function withInvitation(
  web: Web,
  context: WebContext,
  work: (id: InvitationId) => Promise<Response>,
): Promise<Response> {
  const id = context.req.param('invitation') ?? '';
  return isUuid(id)
    ? work(id as InvitationId)
    : showProblem(web, context, { problem: { kind: 'not-found' } });
}
