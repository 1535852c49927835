import { Hono } from 'hono';
import { isUuid } from '../../../base/uuid.ts';
import { withReason } from '../../../domain/acting/index.ts';
import type { AdministrationId } from '../../../domain/administration/index.ts';
import type { OrganisationId } from '../../../domain/organisation/index.ts';
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
import { withNamedOrganisation } from '../named-organisation.ts';
import { ORGANISATION, organisationPath, withOrganisation } from '../organisation-in.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { endAdministratorErrors } from './end-administrator-errors.ts';
import { endAdministratorPage } from './end-administrator-page.ts';

/** Ending an administration of an organisation, after a fresh login. */
export function endAdministratorRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const path = `${ORGANISATION}/administrators/:administration/end` as const;
  routes.get(path, requireFresh(web), (context) =>
    withNamedOrganisation(web, context, async (organisation) =>
      context.html(
        endAdministratorPage(
          await shownStaffForm(web, context, endAdministratorErrors),
          organisation,
          context.req.path,
        ),
      ),
    ),
  );
  routes.post(path, (context) =>
    withOrganisation(web, context, (id) =>
      withFreshStaffForm(web, context, (typed) => end(web, context, { id, typed })),
    ),
  );
  return routes;
}

async function end(
  web: Web,
  context: WebContext,
  { id, typed }: { readonly id: OrganisationId; readonly typed: TypedByStaff },
): Promise<Response> {
  const administration = context.req.param('administration') ?? '';
  if (!isUuid(administration)) return showProblem(web, context, { problem: { kind: 'not-found' } });
  const by = withReason(actingOf(context), typed.reason ?? '');
  const answer = await web.world.platform.endFor({
    by,
    id,
    administration: administration as AdministrationId,
  });
  if (answer.kind === 'wrong') return leadToStaffForm(web, context, typed, { errors: answer.errors });
  const href = organisationPath(id);
  return answer.kind === 'ended'
    ? context.redirect(`${href}?done=administrator-ended`, 303)
    : refusePlatform(web, context, answer, { section: 'platform-organisations', href });
}
