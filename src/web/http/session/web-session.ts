import type { MiddlewareHandler } from 'hono';
import { isLanguage } from '../../../base/language.ts';
import { later } from '../../../base/time.ts';
import {
  isFresh,
  mayOpen,
  parseStaffPath,
  type StaffArea,
  type StaffMember,
  type StaffPath,
} from '../../../domain/staff/index.ts';
import { webSessionLives } from '../../../login/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { noRightPage } from '../../ui/staff/staff-pages.ts';
import {
  AGAIN,
  ENDED,
  type FormOwner,
  keepSentForm,
  ownerOfStaff,
  ownerOfStaffForm,
  whoseIn,
} from '../form-again.ts';
import { formToken } from '../form-token.ts';
import { pageLanguage, rememberLanguage } from '../page-language.ts';
import type { FormFields } from '../read-form.ts';
import { readForm } from '../read-form.ts';
import { showProblem } from '../show-problem.ts';
import { isOwnForm, type StaffContext, type Web, type WebContext, type WebEnv } from '../web-context.ts';
import { sessionSecret } from './session-cookie.ts';
import { staffContext, staffOf, whoseStaffForm } from './staff-context.ts';

export { sessionCookie, sessionSecret, setSessionCookie } from './session-cookie.ts';
export { staffOf } from './staff-context.ts';

const MAX_FORM_BYTES = 64_000;
/** Check boxes of all forms of staff. */
const REPEATED = ['case', 'checked', 'documents', 'contexts'] as const;

/** Who is at work in this browser, with the rights of this moment; `null` when nobody is. */
export async function readStaff(web: Web, context: WebContext): Promise<StaffMember | null> {
  return (await readStaffContext(web, context))?.member ?? null;
}

/** The same for a page of staff that is open to everybody: it can be shown with their frame. */
export async function openStaffPage(web: Web, context: WebContext): Promise<StaffMember | null> {
  const found = await readStaffContext(web, context);
  if (found) context.set('staff', found);
  return found?.member ?? null;
}

async function readStaffContext(web: Web, context: WebContext): Promise<StaffContext | null> {
  const secret = sessionSecret(web, context, 'staff');
  const member = secret === null ? null : await web.world.staff.find(secret);
  return secret !== null && member ? { secret, member } : null;
}

/**
 * Lets through who may open this part. Without a session it leads to a login and back, with what was typed kept; without the right it
 * says so and tells nothing else. `staffOf` gives the member to the routes behind it.
 */
export function requireStaff(web: Web, area: StaffArea): MiddlewareHandler<WebEnv> {
  return async (context, next) => {
    const found = await readStaffContext(web, context);
    const isLate = context.req.method === 'POST' && context.req.query(ENDED) !== undefined;
    if (!found || isLate) return context.redirect(await wayIn(web, context), 303);
    context.set('staff', found);
    const asked = context.req.query('lang');
    if (context.req.method === 'GET' && isLanguage(asked)) {
      rememberLanguage(web, context, asked);
      return context.redirect(withoutLanguage(context), 303);
    }
    if (mayOpen(area, found.member)) return next();
    return context.html(noRightPage(staffFrame(web, context), found.member), 403);
  };
}

/** Where whoever has no session goes on: to a login, by the page that says why if they had one. */
async function wayIn(web: Web, context: WebContext): Promise<string> {
  if (context.req.method === 'POST') {
    const form = await readForm(context.req.raw, MAX_FORM_BYTES, REPEATED);
    const whose = form.kind === 'form' ? whoseIn(context, form.fields.get('csrf') ?? '') : null;
    if (form.kind === 'form' && whose !== null)
      return againPath(await keepForLogin(web, context, ownerOfStaffForm(web, context, whose), form));
  }
  const had = sessionSecret(web, context, 'staff') !== null;
  return had ? againPath(wantedPath(context)) : loginPath(wantedPath(context));
}

/** Asks for a new login before a dangerous step, unless the last one was a moment ago. Belongs on the GET of its page. */
export function requireFresh(web: Web): MiddlewareHandler<WebEnv> {
  return async (context, next) =>
    isFresh(staffOf(context), web.world.clock())
      ? next()
      : context.redirect(againPath(wantedPath(context)), 303);
}

/**
 * The same for the form of such a step: `null` when the login is fresh. What was typed is kept, and the GET of the form's own address shows it
 * after the login: the name of the form is that address, and it is told `toldAfterLogin`.
 */
export async function askFreshLogin(
  web: Web,
  context: WebContext,
  form: StaffForm,
): Promise<Response | null> {
  if (isFresh(staffOf(context), web.world.clock())) return null;
  return context.redirect(againPath(await keepForLogin(web, context, ownerOfStaff(web, context), form)), 303);
}

/** What is told of a form that was kept until somebody had logged in once more: nothing in it was looked at. */
export const toldAfterLogin = { errors: [], afterLogin: true } as const;

async function keepForLogin(
  web: Web,
  context: WebContext,
  owner: FormOwner,
  { fields, lists }: StaffForm,
): Promise<StaffPath | null> {
  const { pathname, searchParams } = new URL(context.req.url);
  for (const name of [AGAIN, ENDED]) searchParams.delete(name);
  const page = `${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}`;
  const kept = await keepSentForm(web, owner, {
    form: pathname,
    page,
    typed: Object.fromEntries(fields),
    lists: Object.fromEntries(lists),
    told: toldAfterLogin,
  });
  return parseStaffPath(kept) ?? parseStaffPath(pathname);
}

/** The frame of a page for staff: its forms carry the token of this session. */
export function staffFrame(web: Web, context: WebContext): Frame {
  const { secret, member } = staffContext(context);
  const now = web.world.clock();
  const { pathname, searchParams } = new URL(context.req.url);
  searchParams.delete('lang');
  const query = [...searchParams].length > 0 ? `${searchParams}&` : '';
  return {
    ...web.frames({
      language: pageLanguage(context.req.raw, web.languages),
      path: pathname,
      formToken: `${formToken(web.world.settings.formKey, secret)}.${whoseStaffForm(web, member)}`,
    }),
    ends: { at: endOf(member, now), now },
    languagePath: (language) => `${pathname}?${query}lang=${language}`,
  };
}

/** When this session ends if nothing more is asked in it; at the latest two hours after the login. */
function endOf({ authenticatedAt }: StaffMember, now: Date): Date {
  const { idle, most } = webSessionLives.staff;
  const [unused, last] = [later(now, idle), later(authenticatedAt, most)];
  return unused < last ? unused : last;
}

export type StaffForm = {
  readonly fields: FormFields;
  /** Fields that may come more than once, by name. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
};

/**
 * The fields of a form of ours in this session; a problem page for anything else. `repeated` names check boxes of a list. A form of a session
 * that the same person replaced meanwhile by a new login is kept and shown again.
 */
export async function readStaffForm(
  web: Web,
  context: WebContext,
  repeated: readonly string[] = [],
): Promise<StaffForm | Response> {
  const form = await readForm(context.req.raw, MAX_FORM_BYTES, repeated);
  if (form.kind === 'too-large') return showProblem(web, context, { problem: { kind: 'too-large' } });
  if (form.kind === 'not-a-form') return showProblem(web, context, { problem: { kind: 'request-refused' } });
  const { secret } = staffContext(context);
  const own = isOwnForm(web, context, { secret, formToken: '' }, form.fields.get('csrf') ?? '');
  if (own) return form;
  if (whoseIn(context, form.fields.get('csrf') ?? '') !== whoseStaffForm(web, staffOf(context)))
    return showProblem(web, context, { problem: { kind: 'form' } });
  const page = await keepForLogin(web, context, ownerOfStaff(web, context), form);
  return context.redirect(page ?? '/cases', 303);
}

/** Where a login of staff begins, and where it leads. */
export function loginPath(to: StaffPath | null): string {
  return `/staff/login?to=${encodeURIComponent(to ?? '/cases')}`;
}

/** The page that says why another login is needed, and leads to it. */
export function againPath(to: StaffPath | null): string {
  return `/staff/again?to=${encodeURIComponent(to ?? '/cases')}`;
}

/** What was asked for. Every form has a GET under its address that shows it, or leads to the page that it stands on. */
function wantedPath(context: WebContext): StaffPath | null {
  const { pathname, search } = new URL(context.req.url);
  return parseStaffPath(pathname + search) ?? parseStaffPath(pathname);
}

function withoutLanguage(context: WebContext): string {
  const { pathname, searchParams } = new URL(context.req.url);
  searchParams.delete('lang');
  return [...searchParams].length > 0 ? `${pathname}?${searchParams}` : pathname;
}
