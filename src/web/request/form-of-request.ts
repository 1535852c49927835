import type { AnswerError } from '../../domain/casework/index.ts';
import type { DocumentRefusal } from '../../domain/documents/index.ts';
import { type FormAgain, ownerOfRequest, readFormAgain, showFormAgain } from '../http/form-again.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import type { Applicant } from './applicant.ts';

/** What a page of a request tells about a form that was not taken, in codes. */
export type RequestTold = {
  readonly errors?: readonly AnswerError[];
  /** Somebody changed the request in another window meanwhile. */
  readonly changed?: boolean;
  /** How often a code can still be tried. */
  readonly triesLeft?: number | null;
  /** Why a document was not taken. */
  readonly document?: readonly DocumentFault[];
};

/** What was wrong with a document: with the file, or that it was not said what it is. */
export type DocumentFault = DocumentRefusal | 'choose' | 'kind';

type Typed = Readonly<Record<string, string>>;

/** Leads back to the page of a form that was not taken, with what was typed. */
export function askOnceMore(
  web: Web,
  context: WebContext,
  { case: id }: Pick<Applicant, 'case'>,
  { page, typed, told }: { readonly page: string; readonly typed: Typed; readonly told: RequestTold },
): Promise<Response> {
  return showFormAgain(web, context, ownerOfRequest(web, context, id), { form: page, page, typed, told });
}

/** The form of this page that was not taken; `null` when it is asked for as it is. */
export function formOfPage(
  web: Web,
  context: WebContext,
  { case: id }: Pick<Applicant, 'case'>,
): Promise<FormAgain<RequestTold> | null> {
  return readFormAgain<RequestTold>(web, context, ownerOfRequest(web, context, id), context.req.path);
}
