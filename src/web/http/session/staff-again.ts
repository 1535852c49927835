import { type FormAgain, ownerOfStaff, readFormAgain, showFormAgain } from '../form-again.ts';
import type { Web, WebContext } from '../web-context.ts';

/** Why a form of staff is shown again: codes of errors, or that it was kept until whoever sent it had logged in once more. */
export type StaffTold = {
  readonly errors: readonly { readonly field: string; readonly code: string }[];
  readonly afterLogin?: boolean;
};

/** Leads to the page of a form of staff, with what was typed: the address that it was sent to, which shows it by GET. */
export function leadToStaffForm<Told extends StaffTold>(
  web: Web,
  context: WebContext,
  typed: Readonly<Record<string, string>>,
  told: Told,
): Promise<Response> {
  const form = new URL(context.req.url).pathname;
  return showFormAgain<Told>(web, context, ownerOfStaff(web, context), { form, page: form, typed, told });
}

/** The form that this page shows again; `null` when it is shown for the first time. */
export function staffFormAgain<Told extends StaffTold = StaffTold>(
  web: Web,
  context: WebContext,
): Promise<FormAgain<Told> | null> {
  return readFormAgain<Told>(web, context, ownerOfStaff(web, context), new URL(context.req.url).pathname);
}
