import { Hono } from 'hono';
import { withReason } from '../../../domain/acting/index.ts';
import { shownStaffForm, type TypedByStaff, withStaffForm } from '../../http/session/shown-staff-form.ts';
import { leadToStaffForm } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import { ORGANISATIONS, organisationPath } from '../organisation-in.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { addOrganisationErrors } from './add-organisation-errors.ts';
import { addOrganisationPage } from './add-organisation-page.ts';

const NEW = `${ORGANISATIONS}/new` as const;

/** `/platform/organisations/new`: an organisation that no file brought. One that is there already is shown instead. */
export function addOrganisationRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  routes.get(NEW, async (context) =>
    context.html(addOrganisationPage(await shownStaffForm(web, context, addOrganisationErrors))),
  );
  routes.post(NEW, (context) => withStaffForm(web, context, (typed) => add(web, context, typed)));
  return routes;
}

async function add(web: Web, context: WebContext, typed: TypedByStaff): Promise<Response> {
  const { targetGroup = '', code = '', name = '', parent = '', reason = '' } = typed;
  const by = withReason(actingOf(context), reason);
  const answer = await web.world.platform.addOrganisation({ by, targetGroup, code, name, parent });
  switch (answer.kind) {
    case 'added':
    case 'known':
      return context.redirect(`${organisationPath(answer.id)}?done=${answer.kind}`, 303);
    case 'wrong':
      return leadToStaffForm(web, context, typed, { errors: answer.errors });
    default:
      return refusePlatform(web, context, answer, { section: 'platform-organisations', href: NEW });
  }
}
