import { type FormAgain, type FormOwner, readFormAgain, showFormAgain } from '../http/form-again.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import type { OpenedRequest } from './applicant.ts';
import type { RequestTold } from './request-told.ts';
import { ownerOfRequestForm, whoseRequestForm } from './whose-form.ts';

type Typed = Readonly<Record<string, string>>;

/** Leads back to the page of a form that was not taken, with what was typed. */
export function askOnceMore(
  web: Web,
  context: WebContext,
  { case: id }: Pick<OpenedRequest, 'case'>,
  { page, typed, told }: { readonly page: string; readonly typed: Typed; readonly told: RequestTold },
): Promise<Response> {
  return showFormAgain(web, context, ownerOf(web, context, id), { form: page, page, typed, told });
}

/** The form of this page that was not taken; `null` when it is asked for as it is. */
export function formOfPage(
  web: Web,
  context: WebContext,
  { case: id }: Pick<OpenedRequest, 'case'>,
): Promise<FormAgain<RequestTold> | null> {
  return readFormAgain<RequestTold>(web, context, ownerOf(web, context, id), context.req.path);
}

function ownerOf(web: Web, context: WebContext, id: OpenedRequest['case']): FormOwner {
  return ownerOfRequestForm(web, context, whoseRequestForm(web, id));
}
