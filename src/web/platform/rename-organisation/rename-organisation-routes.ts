import { Hono } from 'hono';
import { withReason } from '../../../domain/acting/index.ts';
import { shownStaffForm, withStaffForm } from '../../http/session/shown-staff-form.ts';
import { leadToStaffForm } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { withNamedOrganisation } from '../named-organisation.ts';
import { ORGANISATION, organisationPath, withOrganisation } from '../organisation-in.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { renameOrganisationErrors } from './rename-organisation-errors.ts';
import { renameOrganisationPage } from './rename-organisation-page.ts';

/** Giving an organisation another name. */
export function renameOrganisationRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const path = `${ORGANISATION}/rename` as const;
  routes.get(path, (context) =>
    withNamedOrganisation(web, context, async (organisation) =>
      context.html(
        renameOrganisationPage(await shownStaffForm(web, context, renameOrganisationErrors), organisation),
      ),
    ),
  );
  routes.post(path, (context) =>
    withOrganisation(web, context, (id) =>
      withStaffForm(web, context, async (typed) => {
        const by = withReason(actingOf(context), typed.reason ?? '');
        const answer = await web.world.platform.renameOrganisation({ by, id, name: typed.name ?? '' });
        if (answer.kind === 'wrong') return leadToStaffForm(web, context, typed, { errors: answer.errors });
        const href = organisationPath(id);
        return answer.kind === 'renamed'
          ? context.redirect(`${href}?done=renamed`, 303)
          : refusePlatform(web, context, answer, { section: 'platform-organisations', href });
      }),
    ),
  );
  return routes;
}
