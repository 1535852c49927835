import { Hono } from 'hono';
import { languages } from '../../../base/language.ts';
import { Redacted } from '../../../base/redacted.ts';
import { parseEmailAddress } from '../../../base/typed/email-address.ts';
import { withReason } from '../../../domain/acting/index.ts';
import type { OrganisationId } from '../../../domain/organisation/index.ts';
import {
  shownStaffForm,
  type TypedByStaff,
  withFreshStaffForm,
} from '../../http/session/shown-staff-form.ts';
import { leadToStaffForm } from '../../http/session/staff-again.ts';
import { actingOf } from '../../http/session/staff-context.ts';
import { requireFresh } from '../../http/session/web-session.ts';
import type { Web, WebContext, WebEnv } from '../../http/web-context.ts';
import type { CodedError } from '../../ui/form/error-words.ts';
import { withNamedOrganisation } from '../named-organisation.ts';
import { ORGANISATION, organisationPath, withOrganisation } from '../organisation-in.ts';
import { refusePlatform } from '../refuse-platform.ts';
import { appointAdministratorErrors } from './appoint-administrator-errors.ts';
import { appointAdministratorPage } from './appoint-administrator-page.ts';

/** Inviting the head administrator of an organisation, after a fresh login. */
export function appointAdministratorRoutes(web: Web): Hono<WebEnv> {
  const routes = new Hono<WebEnv>();
  const path = `${ORGANISATION}/administrators/new` as const;
  routes.get(path, requireFresh(web), (context) =>
    withNamedOrganisation(web, context, async (organisation) =>
      context.html(
        appointAdministratorPage(
          await shownStaffForm(web, context, appointAdministratorErrors),
          organisation,
        ),
      ),
    ),
  );
  routes.post(path, (context) =>
    withOrganisation(web, context, (id) =>
      withFreshStaffForm(web, context, (typed) => appoint(web, context, { id, typed })),
    ),
  );
  return routes;
}

async function appoint(
  web: Web,
  context: WebContext,
  { id, typed }: { readonly id: OrganisationId; readonly typed: TypedByStaff },
): Promise<Response> {
  const again = (errors: readonly CodedError[]) => leadToStaffForm(web, context, typed, { errors });
  const { givenNames = '', familyName = '', phone = '', language, reason = '' } = typed;
  const email = parseEmailAddress(typed.email ?? '');
  if (email === null) return again([{ field: 'email', code: 'not-right' }]);
  const href = organisationPath(id);
  const answer = await web.world.platform.appointFirst({
    by: withReason(actingOf(context), reason),
    ...{ id, givenNames, familyName, phone, email: new Redacted(email) },
    language: languages.find((each) => each === language) ?? 'nl',
  });
  switch (answer.kind) {
    case 'invited':
      return context.redirect(`${href}?done=invited`, 303);
    case 'no-mail':
      return again([{ field: 'form', code: 'no-mail' }]);
    case 'wrong':
      return again(answer.errors);
    default:
      return refusePlatform(web, context, answer, { section: 'platform-organisations', href });
  }
}
