import type { MiddlewareHandler } from 'hono';
import { readBrowserSecret, type SecretCookie, serializeBrowserCookie } from '../../base/browser-cookie.ts';
import { isLanguage } from '../../base/language.ts';
import { later } from '../../base/time.ts';
import {
  isFresh,
  mayOpen,
  parseStaffPath,
  type StaffArea,
  type StaffMember,
  type StaffPath,
} from '../../domain/staff/index.ts';
import { type WebSessionKind, webSessionLives } from '../../login/index.ts';
import type { FormFields } from '../login/read-answer.ts';
import { noRightPage } from '../pages/staff-pages.ts';
import type { Frame } from '../ui/frame.ts';
import { formToken } from './form-token.ts';
import { pageLanguage, rememberLanguage } from './page-language.ts';
import { readForm } from './read-form.ts';
import { showProblem } from './show-problem.ts';
import { isOwnForm, type StaffContext, type Web, type WebContext, type WebEnv } from './web-context.ts';

const names: Readonly<Record<WebSessionKind, string>> = { staff: 'sluis_staff', applicant: 'sluis_request' };
const MAX_FORM_BYTES = 64_000;

/** The cookie of a session on our own pages. */
export function sessionCookie({ secure }: Web, kind: WebSessionKind): SecretCookie {
  return { name: `${secure ? '__Host-' : ''}${names[kind]}`, secure };
}

/** The secret of a session in the request; `null` without one. */
export function sessionSecret(web: Web, context: WebContext, kind: WebSessionKind): string | null {
  return readBrowserSecret(sessionCookie(web, kind), context.req.header('cookie'));
}

/** Gives the browser the secret of its session, or takes it away with `null`. */
export function setSessionCookie(
  web: Web,
  context: WebContext,
  kind: WebSessionKind,
  secret: string | null,
): void {
  const value = serializeBrowserCookie(sessionCookie(web, kind), secret ?? '');
  context.header('set-cookie', secret === null ? `${value}; Max-Age=0` : value, { append: true });
}

/** Who is at work in this browser, with the rights of this moment; `null` when nobody is. */
export async function readStaff(web: Web, context: WebContext): Promise<StaffMember | null> {
  return (await readStaffContext(web, context))?.member ?? null;
}

async function readStaffContext(web: Web, context: WebContext): Promise<StaffContext | null> {
  const secret = sessionSecret(web, context, 'staff');
  const member = secret === null ? null : await web.world.staff.find(secret);
  return secret !== null && member ? { secret, member } : null;
}

/**
 * Lets through who may open this part. Without a session it leads to a login and back; without the right it says so and tells
 * nothing else. `staffOf` gives the member to the routes behind it.
 */
export function requireStaff(web: Web, area: StaffArea): MiddlewareHandler<WebEnv> {
  return async (context, next) => {
    const found = await readStaffContext(web, context);
    if (!found) return context.redirect(loginPath(wantedPath(context)), 303);
    context.set('staff', found);
    const asked = context.req.query('lang');
    if (context.req.method === 'GET' && isLanguage(asked)) {
      context.header('set-cookie', rememberLanguage(asked, web.secure), { append: true });
      return context.redirect(withoutLanguage(context), 303);
    }
    if (mayOpen(area, found.member)) return next();
    return context.html(noRightPage(staffFrame(web, context), found.member), 403);
  };
}

/** Asks for a new login before a dangerous step, unless the last one was a moment ago. Belongs on the GET of its page. */
export function requireFresh(web: Web): MiddlewareHandler<WebEnv> {
  return async (context, next) =>
    isFresh(staffOf(context), web.world.clock())
      ? next()
      : context.redirect(loginPath(wantedPath(context), true), 303);
}

/** Who is at work; only behind `requireStaff`. */
export function staffOf(context: WebContext): StaffMember {
  return staffContext(context).member;
}

function staffContext(context: WebContext): StaffContext {
  const found = context.get('staff');
  if (!found) throw new Error('a route for staff stands outside requireStaff');
  return found;
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
      language: pageLanguage(context.req.raw),
      path: pathname,
      formToken: formToken(web.world.settings.formKey, secret),
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

/** The fields of a form of ours in this session; a problem page for anything else. `repeated` names check boxes of a list. */
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
  return own ? form : showProblem(web, context, { problem: { kind: 'form' } });
}

/** Where a login of staff begins, and where it leads. */
export function loginPath(to: StaffPath | null, fresh = false): string {
  return `/staff/login?${fresh ? 'fresh=1&' : ''}to=${encodeURIComponent(to ?? '/cases')}`;
}

/** What was asked for, when it can be asked for again: a page. After a form, the part that it belongs to. */
function wantedPath(context: WebContext): StaffPath | null {
  const { pathname, search } = new URL(context.req.url);
  if (context.req.method === 'GET') return parseStaffPath(pathname + search) ?? parseStaffPath(pathname);
  return parseStaffPath(`/${pathname.split('/')[1] ?? ''}`);
}

function withoutLanguage(context: WebContext): string {
  const { pathname, searchParams } = new URL(context.req.url);
  searchParams.delete('lang');
  return [...searchParams].length > 0 ? `${pathname}?${searchParams}` : pathname;
}
