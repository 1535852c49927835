import { readFormAgain, showFormAgain } from '../http/form-again.ts';
import type { PersonForm } from '../http/session/person-pages.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { type CodedError, type ErrorTable, sayErrors } from '../ui/form/error-words.ts';
import type { FormState } from '../ui/form/form-fields.ts';
import { formOwner, type OpenedOrganisation, type OrganisationTold } from './open-organisation.ts';
import type { OrganisationFrame } from './organisation-layout.ts';

const reasonErrors: ErrorTable = {
  texts: { 'reason too-long': 'organisation.reason.tooLong' },
  otherwise: 'organisation.reason.empty',
};

/** A form that asks for a reason alone, as it was sent before. */
export async function reasonForm(
  web: Web,
  context: WebContext,
  opened: OpenedOrganisation,
): Promise<FormState & { readonly frame: OrganisationFrame; readonly afterLogin: boolean }> {
  const { frame } = opened;
  const owner = formOwner(web, context, opened);
  const again = await readFormAgain<OrganisationTold>(web, context, owner, context.req.path);
  return {
    frame,
    typed: again?.typed ?? {},
    errors: sayErrors(frame.words, again?.told.errors ?? [], reasonErrors),
    afterLogin: again?.told.afterLogin === true,
  };
}

/** Shows such a form again with what was wrong. */
export function showReasonAgain(
  web: Web,
  context: WebContext,
  form: OpenedOrganisation & PersonForm,
  errors: readonly CodedError[],
): Promise<Response> {
  const { pathname, search } = new URL(context.req.url);
  return showFormAgain<OrganisationTold>(web, context, formOwner(web, context, form), {
    form: pathname,
    page: `${pathname}${search}`,
    typed: Object.fromEntries(form.fields),
    told: { errors },
  });
}
