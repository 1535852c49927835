import { Hono } from 'hono';
import { withReason } from '../../../domain/acting/index.ts';
import { shownStaffForm, withFreshStaffForm } from '../../http/session/shown-staff-form.ts';
import { leadToStaffForm } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { requireFresh } from '../../http/session/web-session.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { withNamedOrganisation } from '../named-organisation.ts';
import { ORGANISATION, organisationPath, withOrganisation } from '../organisation-in.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { endOrganisationErrors } from './end-organisation-errors.ts';
import { endOrganisationPage } from './end-organisation-page.ts';

/** Ending an organisation, after a fresh login. */
export function endOrganisationRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const path = `${ORGANISATION}/end` as const;
  routes.get(path, requireFresh(web), (context) =>
    withNamedOrganisation(web, context, async (organisation) =>
      context.html(
        endOrganisationPage(await shownStaffForm(web, context, endOrganisationErrors), organisation),
      ),
    ),
  );
  routes.post(path, (context) =>
    withOrganisation(web, context, (id) =>
      withFreshStaffForm(web, context, async (typed) => {
        const by = withReason(actingOf(context), typed.reason ?? '');
        const answer = await web.world.platform.endOrganisation({ by, id });
        if (answer.kind === 'wrong') return leadToStaffForm(web, context, typed, { errors: answer.errors });
        const href = organisationPath(id);
        return answer.kind === 'ended'
          ? context.redirect(`${href}?done=ended`, 303)
          : refusePlatform(web, context, answer, { section: 'platform-organisations', href });
      }),
    ),
  );
  return routes;
}
