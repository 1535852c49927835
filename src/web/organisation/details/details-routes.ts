import { Hono } from 'hono';
import { readFormAgain, showFormAgain } from '../../http/form-again.ts';
import type { Web, WebEnv } from '../../http/web-context.ts';
import { sayErrors } from '../../ui/form/error-words.ts';
import {
  formOwner,
  ORGANISATION,
  type OrganisationTold,
  openedOrganisation,
  readOrganisationForm,
  showNotHere,
} from '../open-organisation.ts';
import { detailsErrors } from './details-errors.ts';
import { detailsPage } from './details-page.ts';

/** L13: the organisation itself. */
export function detailsRoutes(web: Web): Hono<WebEnv> {
  const { organisationDesk, settings } = web.world;
  const routes = new Hono<WebEnv>();

  routes.get(`${ORGANISATION}/details`, async (context) => {
    const opened = await openedOrganisation(web, context);
    if (opened instanceof Response) return opened;
    const { by, frame, administrator } = opened;
    const details = await organisationDesk.viewDetails({ by, organisation: administrator.organisation.id });
    if (details === null) return showNotHere(web, context, opened);
    const owner = formOwner(web, context, opened);
    const again = await readFormAgain<OrganisationTold>(web, context, owner, context.req.path);
    const errors = sayErrors(frame.words, again?.told.errors ?? [], detailsErrors);
    const typed = again?.typed ?? { email: details.email ?? '' };
    return context.html(
      detailsPage(
        { frame, typed, errors },
        {
          details,
          mayChange: administrator.basis !== 'local-administrator',
          isChanged: context.req.query('done') === 'changed',
          contact: settings.contact,
        },
      ),
    );
  });

  routes.post(`${ORGANISATION}/details`, async (context) => {
    const form = await readOrganisationForm(web, context);
    if (form instanceof Response) return form;
    const typed = form.fields.get('email') ?? '';
    const organisation = form.administrator.organisation.id;
    const { kind } = await organisationDesk.changeEmail({ by: form.by, organisation, typed });
    const { path } = context.req;
    if (kind === 'not-an-address')
      return showFormAgain<OrganisationTold>(web, context, formOwner(web, context, form), {
        ...{
          form: path,
          page: path,
          typed: { email: typed },
          told: { errors: [{ field: 'email', code: kind }] },
        },
      });
    return context.redirect(form.at(`/details${kind === 'changed' ? '?done=changed' : ''}`), 303);
  });
  return routes;
}
