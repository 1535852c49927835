import type { MiddlewareHandler } from 'hono';
import { isLanguage } from '../../base/language.ts';
import { later } from '../../base/time.ts';
import {
  type AccountOwner,
  type AccountPath,
  accountHome,
  isFreshOwner,
  parseAccountPath,
} from '../../domain/account/index.ts';
import { webSessionLives } from '../../login/index.ts';
import { AGAIN, ENDED, type FormOwner, keepSentForm, readFormAgain, whoseIn } from '../http/form-again.ts';
import { formToken, whoseForm } from '../http/form-token.ts';
import { pageLanguage, rememberLanguage } from '../http/page-language.ts';
import { type FormFields, type ReadForm, readForm } from '../http/read-form.ts';
import { sessionSecret } from '../http/session/session-cookie.ts';
import { showProblem } from '../http/show-problem.ts';
import { isOwnForm, readBrowser, type Web, type WebContext, type WebEnv } from '../http/web-context.ts';
import type { CodedError } from '../ui/form/error-words.ts';
import type { Frame } from '../ui/frame.ts';

const MAX_FORM_BYTES = 64_000;

/** Somebody in their own account, with the frame of its pages. */
export type OpenedAccount = { readonly secret: string; readonly owner: AccountOwner; readonly frame: Frame };

/** Whose account is open in this browser; `null` when none is. */
export async function readOwner(web: Web, context: WebContext): Promise<OpenedAccount | null> {
  const secret = sessionSecret(web, context, 'account');
  const owner = secret === null ? null : await web.world.accounts.find(secret);
  if (secret === null || !owner) return null;
  return { secret, owner, frame: accountFrame(web, context, { secret, owner }) };
}

/**
 * Whose account is open here, for a page of it. Otherwise the way in: a login that leads back, by the page that says why where somebody was
 * logged in before. What a form brings along is kept for whoever was shown it.
 */
export async function openedAccount(web: Web, context: WebContext): Promise<OpenedAccount | Response> {
  const found = await readOwner(web, context);
  const isLate = context.req.method === 'POST' && context.req.query(ENDED) !== undefined;
  if (found && !isLate) return found;
  return context.redirect(await wayIn(web, context), 303);
}

/** The same for a page of a dangerous step: whoever logged in too long ago is asked to do so once more. */
export async function openedFresh(web: Web, context: WebContext): Promise<OpenedAccount | Response> {
  const found = await openedAccount(web, context);
  if (found instanceof Response || isFreshOwner(found.owner, web.world.clock())) return found;
  return context.redirect(againPath(wantedPath(context)), 303);
}

/** A form of this account, from a page of this session. One of a session that the same person replaced meanwhile is kept and shown again. */
export async function readAccountForm(
  web: Web,
  context: WebContext,
): Promise<(OpenedAccount & { readonly fields: FormFields }) | Response> {
  const opened = await openedAccount(web, context);
  if (opened instanceof Response) return opened;
  const form = await readForm(context.req.raw, MAX_FORM_BYTES);
  if (form.kind === 'too-large') return showProblem(web, context, { problem: { kind: 'too-large' } });
  if (form.kind === 'not-a-form') return showProblem(web, context, { problem: { kind: 'request-refused' } });
  const { secret, owner } = opened;
  const token = form.fields.get('csrf') ?? '';
  if (isOwnForm(web, context, { secret, formToken: '' }, token)) return { ...opened, fields: form.fields };
  const whose = whoseIn(context, token);
  if (whose !== whoseAccountForm(web, owner)) return showProblem(web, context, { problem: { kind: 'form' } });
  return context.redirect(await keepForLogin(web, context, whose, form), 303);
}

/** The same for the form of a dangerous step: what was typed is kept until whoever sent it has logged in once more. */
export async function readFreshForm(
  web: Web,
  context: WebContext,
): Promise<(OpenedAccount & { readonly fields: FormFields }) | Response> {
  const form = await readAccountForm(web, context);
  if (form instanceof Response || isFreshOwner(form.owner, web.world.clock())) return form;
  const { owner, fields } = form;
  const kept = await keepForLogin(web, context, whoseAccountForm(web, owner), {
    kind: 'form',
    fields,
    lists: new Map(),
  });
  return context.redirect(againPath(kept), 303);
}

/** What is told of a form that was kept until somebody had logged in once more: nothing in it was looked at. */
export type AccountTold = { readonly afterLogin?: true; readonly errors?: readonly CodedError[] };

/** A form of an account: of this person in this browser, whichever session that is. */
export function ownerOfAccountForm(web: Web, context: WebContext, whose: string): FormOwner {
  return `account ${whose} ${readBrowser(web, context).secret ?? ''}` as FormOwner;
}

/** The same for whoever is logged in. */
export function formOwner(web: Web, context: WebContext, owner: AccountOwner): FormOwner {
  return ownerOfAccountForm(web, context, whoseAccountForm(web, owner));
}

/** Whether the form of this page was sent and kept until a fresh login: nothing was done with it. */
export async function isAfterLogin(web: Web, context: WebContext, owner: AccountOwner): Promise<boolean> {
  const kept = await readFormAgain<AccountTold>(
    web,
    context,
    formOwner(web, context, owner),
    context.req.path,
  );
  return kept?.told.afterLogin === true;
}

/** Names whoever is logged in in the forms of their pages: opaque, and the same in every session of theirs. */
export function whoseAccountForm({ world }: Web, { person }: AccountOwner): string {
  return whoseForm(world.settings.formKey, `account ${person}`);
}

/** The way to a login, and where it leads. */
export function loginPath(to: AccountPath | null): string {
  return `/account/login?to=${encodeURIComponent(to ?? accountHome)}`;
}

/** The same for a login that is asked though somebody is logged in. */
export function freshLoginPath(to: AccountPath): string {
  return `${loginPath(to)}&fresh=1`;
}

/** The page that says why another login is needed, and leads to it. */
export function againPath(to: AccountPath | null): string {
  return `/account/again?to=${encodeURIComponent(to ?? accountHome)}`;
}

/** Remembers a language that was asked for in the address, and answers with the same page without that question. */
export function answerLanguage(web: Web): MiddlewareHandler<WebEnv> {
  return async (context, next) => {
    const asked = context.req.query('lang');
    if (context.req.method !== 'GET' || !isLanguage(asked)) return next();
    rememberLanguage(web, context, asked);
    const { pathname, searchParams } = new URL(context.req.url);
    searchParams.delete('lang');
    return context.redirect(searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname, 303);
  };
}

/** The frame of a page that needs no session. */
export function outsideFrame(web: Web, context: WebContext): Frame {
  const { pathname, searchParams } = new URL(context.req.url);
  searchParams.delete('lang');
  const query = searchParams.size > 0 ? `${searchParams}&` : '';
  const frame = web.frames({ language: pageLanguage(context.req.raw, web.languages), path: pathname });
  return { ...frame, languagePath: (language) => `${pathname}?${query}lang=${language}` };
}

function accountFrame(
  web: Web,
  context: WebContext,
  { secret, owner }: Pick<OpenedAccount, 'secret' | 'owner'>,
): Frame {
  const now = web.world.clock();
  const { idle, most } = webSessionLives.account;
  const [unused, last] = [later(now, idle), later(owner.authentication.at, most)];
  return {
    ...outsideFrame(web, context),
    // Behind the token it says whose the form is.
    formToken: `${formToken(web.world.settings.formKey, secret)}.${whoseAccountForm(web, owner)}`,
    ends: { at: unused < last ? unused : last, now },
  };
}

/** Where whoever has no session goes on: to a login, by the page that says why if they had one. */
async function wayIn(web: Web, context: WebContext): Promise<string> {
  if (context.req.method === 'POST') {
    const form = await readForm(context.req.raw, MAX_FORM_BYTES);
    const whose = form.kind === 'form' ? whoseIn(context, form.fields.get('csrf') ?? '') : null;
    if (form.kind === 'form' && whose !== null)
      return againPath(await keepForLogin(web, context, whose, form));
  }
  const had = sessionSecret(web, context, 'account') !== null;
  return had ? againPath(wantedPath(context)) : loginPath(wantedPath(context));
}

/** Keeps a form that came too late or too early, for its owner in this browser; the page that shows it again. */
async function keepForLogin(
  web: Web,
  context: WebContext,
  whose: string,
  { fields }: Extract<ReadForm, { kind: 'form' }>,
): Promise<AccountPath> {
  const { pathname, searchParams } = new URL(context.req.url);
  for (const name of [AGAIN, ENDED]) searchParams.delete(name);
  const page = web.pageOf(pathname);
  const told: AccountTold = { afterLogin: true };
  const kept = await keepSentForm(web, ownerOfAccountForm(web, context, whose), {
    form: page,
    page: searchParams.size > 0 ? `${page}?${searchParams}` : page,
    typed: Object.fromEntries(fields),
    told,
  });
  return parseAccountPath(kept) ?? accountHome;
}

/** What was asked for. Every form has a GET under its address that shows it, or leads to the page that it stands on. */
function wantedPath(context: WebContext): AccountPath | null {
  const { pathname, search } = new URL(context.req.url);
  return parseAccountPath(pathname + search) ?? parseAccountPath(pathname);
}
