import type { FieldError } from '../../ui/form/error-summary.ts';
import { type ErrorTable, sayErrors } from '../../ui/form/error-words.ts';
import type { Web, WebContext } from '../web-context.ts';
import { type StaffTold, staffFormAgain } from './staff-again.ts';
import { type StaffPage, staffPage } from './staff-page.ts';
import { askFreshLogin, readStaffForm } from './web-session.ts';

export type TypedByStaff = Readonly<Record<string, string>>;

/** A page for staff with one form: as it was sent when it was not taken, else empty. */
export type ShownStaffForm<Told extends StaffTold = StaffTold> = {
  readonly page: StaffPage;
  readonly typed: TypedByStaff;
  readonly errors: readonly FieldError[];
  /** It was kept until whoever sent it had logged in once more: nothing of it was done. */
  readonly afterLogin: boolean;
  readonly told: Told | null;
};

/** What was typed last on this page, and what was wrong with it, in the words of its act. */
export async function shownStaffForm<Told extends StaffTold = StaffTold>(
  web: Web,
  context: WebContext,
  table: ErrorTable,
): Promise<ShownStaffForm<Told>> {
  const page = staffPage(web, context);
  const sent = await staffFormAgain<Told>(web, context);
  return {
    page,
    typed: sent?.typed ?? {},
    errors: sayErrors(page.frame.words, sent?.told.errors ?? [], table),
    afterLogin: sent?.told.afterLogin === true,
    told: sent?.told ?? null,
  };
}

/** Reads a form of staff. */
export async function withStaffForm(
  web: Web,
  context: WebContext,
  work: (typed: TypedByStaff) => Promise<Response>,
): Promise<Response> {
  const form = await readStaffForm(web, context);
  return form instanceof Response ? form : work(Object.fromEntries(form.fields));
}

/** Reads the form of a dangerous step, after a fresh login. */
export async function withFreshStaffForm(
  web: Web,
  context: WebContext,
  work: (typed: TypedByStaff) => Promise<Response>,
): Promise<Response> {
  const form = await readStaffForm(web, context);
  if (form instanceof Response) return form;
  const login = await askFreshLogin(web, context, form);
  return login ?? work(Object.fromEntries(form.fields));
}
