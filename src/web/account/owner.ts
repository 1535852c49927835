import {
  type AccountOwner,
  type AccountPath,
  accountHome,
  parseAccountPath,
} from '../../domain/account/index.ts';
import type { FormOwner } from '../http/form-again.ts';
import type { FormFields } from '../http/read-form.ts';
import { type OpenedPages, personPages, type ToldAgain } from '../http/session/person-pages.ts';
import type { Web, WebContext } from '../http/web-context.ts';

/** The pages of one's own account. */
export const accountPages = personPages<AccountPath>({
  kind: 'account',
  home: accountHome,
  parse: parseAccountPath,
  sessions: ({ accounts }) => accounts,
  repeated: ['contexts'],
});

/** Somebody in their own account, with the frame of its pages. */
export type OpenedAccount = OpenedPages;

/** What is told of a form that was kept until somebody had logged in once more: nothing in it was looked at. */
export type AccountTold = ToldAgain;

type AccountForm = OpenedAccount & { readonly fields: FormFields };

/** Whose account is open here, for a page of it; otherwise the way in. */
export function openedAccount(web: Web, context: WebContext): Promise<OpenedAccount | Response> {
  return accountPages.opened(web, context);
}

/** The same for a page of a dangerous step: whoever logged in too long ago is asked to do so once more. */
export async function openedFresh(web: Web, context: WebContext): Promise<OpenedAccount | Response> {
  const found = await openedAccount(web, context);
  if (found instanceof Response) return found;
  return accountPages.askFresh(web, context, found) ?? found;
}

/** A form of this account, from a page of this session. */
export function readAccountForm(web: Web, context: WebContext): Promise<AccountForm | Response> {
  return accountPages.readForm(web, context);
}

/** The same for the form of a dangerous step: what was typed is kept until whoever sent it has logged in once more. */
export async function readFreshForm(web: Web, context: WebContext): Promise<AccountForm | Response> {
  const form = await accountPages.readForm(web, context);
  if (form instanceof Response) return form;
  return (await accountPages.keepUntilFresh(web, context, form)) ?? form;
}

/** Whose a form of this account is. */
export function formOwner(web: Web, context: WebContext, owner: AccountOwner): FormOwner {
  return accountPages.formOwner(web, context, owner);
}

/** Whether the form of this page was sent and kept until a fresh login: nothing was done with it. */
export function isAfterLogin(web: Web, context: WebContext, owner: AccountOwner): Promise<boolean> {
  return accountPages.isAfterLogin(web, context, owner);
}
