import { keepForm, ownerOfStaff, readFormAgain, showFormAgain } from '../http/form-again.ts';
import { staffFrame } from '../http/session/web-session.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { type CodedError, type ErrorTable, sayErrors } from '../ui/form/error-words.ts';
import type { FormState } from '../ui/form/form-fields.ts';

/** What a form that was not taken is told, in codes. */
type Told = { readonly errors: readonly CodedError[] };

/** The form that finds a case by its reference, on the start. */
export const FIND = 'office find';

type Again = {
  readonly page: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly CodedError[];
};

/** Leads to the page of a form that was not taken, with what was typed. */
export function showAgain(
  web: Web,
  context: WebContext,
  form: string,
  { page, typed, errors }: Again,
): Promise<Response> {
  return showFormAgain<Told>(web, context, ownerOfStaff(web, context), {
    form,
    page,
    typed,
    told: { errors },
  });
}

/** The form of a page: as it was sent when it was not taken, else empty. */
export async function stateOf(
  web: Web,
  context: WebContext,
  form: string,
  table: ErrorTable,
): Promise<FormState> {
  const frame = keepForm(context, staffFrame(web, context));
  const owner = ownerOfStaff(web, context);
  // What was kept until its officer had logged in once more has the address of the form as its name.
  const again =
    (await readFormAgain<Told>(web, context, owner, form)) ??
    (await readFormAgain<Told>(web, context, owner, context.req.path));
  return {
    frame,
    typed: again?.typed ?? {},
    errors: sayErrors(frame.words, again?.told.errors ?? [], table),
  };
}
