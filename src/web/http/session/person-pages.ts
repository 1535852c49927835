import type { MiddlewareHandler } from 'hono';
import { isLanguage } from '../../../base/language.ts';
import { later } from '../../../base/time.ts';
import { type AccountOwner, isFreshOwner } from '../../../domain/account/index.ts';
import { webSessionLives } from '../../../login/index.ts';
import type { CodedError } from '../../ui/form/error-words.ts';
import type { Frame } from '../../ui/frame.ts';
import { AGAIN, ENDED, type FormOwner, keepSentForm, readFormAgain, whoseIn } from '../form-again.ts';
import { formToken, whoseForm } from '../form-token.ts';
import { pageLanguage, rememberLanguage } from '../page-language.ts';
import { type ReadForm, readForm } from '../read-form.ts';
import { showProblem } from '../show-problem.ts';
import { isOwnForm, readBrowser, type Web, type WebContext, type WebEnv } from '../web-context.ts';
import { againPath, freshLoginPath, loginPath, type PersonPlace } from './person-place.ts';
import { sessionSecret } from './session-cookie.ts';

export type { PersonPlace } from './person-place.ts';

const MAX_FORM_BYTES = 64_000;

/** Somebody on pages of their own, with the frame of these pages. */
export type OpenedPages = { readonly secret: string; readonly owner: AccountOwner; readonly frame: Frame };

/** The form that somebody sent there. */
export type PersonForm = Omit<Extract<ReadForm, { readonly kind: 'form' }>, 'kind'>;

/** What is told of a form that was kept until somebody had logged in once more: nothing in it was looked at. */
export type ToldAgain = { readonly afterLogin?: true; readonly errors?: readonly CodedError[] };

/** The pages of a place, as its routes open them. */
export type PersonPages<Path extends string> = ReturnType<typeof personPages<Path>>;

/** How the pages of a place are opened, and its forms read. */
export function personPages<Path extends string>(place: PersonPlace<Path>) {
  return {
    place,
    /** Who is logged in here in this browser; `null` when nobody is. */
    read: (web: Web, context: WebContext) => readPages(place, web, context),
    /**
     * Who is logged in here, for a page. Otherwise the way in: a login that leads back, by the page that says why where somebody was logged
     * in before. What a form brings along is kept for whoever was shown it.
     */
    opened: (web: Web, context: WebContext) => openedPages(place, web, context),
    /** Whether somebody logged in so short ago that a dangerous step needs no new login. */
    isFresh: (web: Web, { owner }: Pick<OpenedPages, 'owner'>) => isFreshOwner(owner, web.world.clock()),
    /** Where whoever logged in too long ago for a dangerous step goes first; `null` where the login is fresh. */
    askFresh: (web: Web, context: WebContext, { owner }: Pick<OpenedPages, 'owner'>) =>
      isFreshOwner(owner, web.world.clock())
        ? null
        : context.redirect(againPath(place, wantedPath(place, context)), 303),
    /** A form from a page of this session. One of a session that the same person replaced meanwhile is kept and shown again. */
    readForm: (web: Web, context: WebContext) => readOwnForm(place, web, context),
    /** The same for the form of a dangerous step: what was typed is kept until whoever sent it has logged in once more. */
    keepUntilFresh: (web: Web, context: WebContext, opened: Pick<OpenedPages, 'owner'> & PersonForm) =>
      keepUntilFresh(place, web, context, opened),
    /** A form of whoever is logged in, in this browser, whichever session that is. */
    formOwner: (web: Web, context: WebContext, owner: AccountOwner) =>
      formOwnerOf(place, web, context, whoseFormOf(place, web, owner)),
    /** Whether the form of this page was sent and kept until a fresh login: nothing was done with it. */
    isAfterLogin: (web: Web, context: WebContext, owner: AccountOwner) =>
      isAfterLogin(place, web, context, owner),
    loginPath: (to: Path | null) => loginPath(place, to),
    freshLoginPath: (to: Path) => freshLoginPath(place, to),
  };
}

async function readPages<Path extends string>(
  place: PersonPlace<Path>,
  web: Web,
  context: WebContext,
): Promise<OpenedPages | null> {
  const secret = sessionSecret(web, context, place.kind);
  const owner = secret === null ? null : await place.sessions(web.world).find(secret);
  if (secret === null || !owner) return null;
  return { secret, owner, frame: frameOf(place, web, context, { secret, owner }) };
}

async function openedPages<Path extends string>(
  place: PersonPlace<Path>,
  web: Web,
  context: WebContext,
): Promise<OpenedPages | Response> {
  const found = await readPages(place, web, context);
  const isLate = context.req.method === 'POST' && context.req.query(ENDED) !== undefined;
  if (found && !isLate) return found;
  return context.redirect(await wayIn(place, web, context), 303);
}

async function readOwnForm<Path extends string>(
  place: PersonPlace<Path>,
  web: Web,
  context: WebContext,
): Promise<(OpenedPages & PersonForm) | Response> {
  const opened = await openedPages(place, web, context);
  if (opened instanceof Response) return opened;
  const form = await readForm(context.req.raw, MAX_FORM_BYTES, place.repeated);
  if (form.kind === 'too-large') return showProblem(web, context, { problem: { kind: 'too-large' } });
  if (form.kind === 'not-a-form') return showProblem(web, context, { problem: { kind: 'request-refused' } });
  const { secret, owner } = opened;
  const token = form.fields.get('csrf') ?? '';
  const { fields, lists } = form;
  if (isOwnForm(web, context, { secret, formToken: '' }, token)) return { ...opened, fields, lists };
  const whose = whoseIn(context, token);
  if (whose !== whoseFormOf(place, web, owner))
    return showProblem(web, context, { problem: { kind: 'form' } });
  return context.redirect(await keepForLogin(place, web, context, { whose, ...form }), 303);
}

async function keepUntilFresh<Path extends string>(
  place: PersonPlace<Path>,
  web: Web,
  context: WebContext,
  { owner, fields, lists }: Pick<OpenedPages, 'owner'> & PersonForm,
): Promise<Response | null> {
  if (isFreshOwner(owner, web.world.clock())) return null;
  const whose = whoseFormOf(place, web, owner);
  return context.redirect(
    againPath(place, await keepForLogin(place, web, context, { whose, fields, lists })),
    303,
  );
}

async function isAfterLogin<Path extends string>(
  place: PersonPlace<Path>,
  web: Web,
  context: WebContext,
  owner: AccountOwner,
): Promise<boolean> {
  const whose = formOwnerOf(place, web, context, whoseFormOf(place, web, owner));
  const kept = await readFormAgain<ToldAgain>(web, context, whose, context.req.path);
  return kept?.told.afterLogin === true;
}

/** A form of this person in this browser, whichever session that is. */
function formOwnerOf<Path extends string>(
  { kind }: PersonPlace<Path>,
  web: Web,
  context: WebContext,
  whose: string,
): FormOwner {
  return `${kind} ${whose} ${readBrowser(web, context).secret ?? ''}` as FormOwner;
}

/** Names whoever is logged in in the forms of their pages: opaque, and the same in every session of theirs. */
function whoseFormOf<Path extends string>(
  { kind }: PersonPlace<Path>,
  { world }: Web,
  { person }: AccountOwner,
): string {
  return whoseForm(world.settings.formKey, `${kind} ${person}`);
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

function frameOf<Path extends string>(
  place: PersonPlace<Path>,
  web: Web,
  context: WebContext,
  { secret, owner }: Pick<OpenedPages, 'secret' | 'owner'>,
): Frame {
  const now = web.world.clock();
  const { idle, most } = webSessionLives[place.kind];
  const [unused, last] = [later(now, idle), later(owner.authentication.at, most)];
  return {
    ...outsideFrame(web, context),
    // Behind the token it says whose the form is.
    formToken: `${formToken(web.world.settings.formKey, secret)}.${whoseFormOf(place, web, owner)}`,
    ends: { at: unused < last ? unused : last, now },
  };
}

/** Where whoever has no session goes on: to a login, by the page that says why if they had one. */
async function wayIn<Path extends string>(
  place: PersonPlace<Path>,
  web: Web,
  context: WebContext,
): Promise<string> {
  if (context.req.method === 'POST') {
    const form = await readForm(context.req.raw, MAX_FORM_BYTES, place.repeated);
    const whose = form.kind === 'form' ? whoseIn(context, form.fields.get('csrf') ?? '') : null;
    if (form.kind === 'form' && whose !== null)
      return againPath(place, await keepForLogin(place, web, context, { whose, ...form }));
  }
  const had = sessionSecret(web, context, place.kind) !== null;
  const wanted = wantedPath(place, context);
  return had ? againPath(place, wanted) : loginPath(place, wanted);
}

/** Keeps a form that came too late or too early, for its owner in this browser; the page that shows it again. */
async function keepForLogin<Path extends string>(
  place: PersonPlace<Path>,
  web: Web,
  context: WebContext,
  { whose, fields, lists }: PersonForm & { readonly whose: string },
): Promise<Path> {
  const { pathname, searchParams } = new URL(context.req.url);
  for (const name of [AGAIN, ENDED]) searchParams.delete(name);
  const page = web.pageOf(pathname);
  const told: ToldAgain = { afterLogin: true };
  const kept = await keepSentForm(web, formOwnerOf(place, web, context, whose), {
    form: page,
    page: searchParams.size > 0 ? `${page}?${searchParams}` : page,
    typed: Object.fromEntries(fields),
    lists: Object.fromEntries(lists),
    told,
  });
  return place.parse(kept) ?? place.home;
}

/** What was asked for. Every form has a GET under its address that shows it, or leads to the page that it stands on. */
function wantedPath<Path extends string>({ parse }: PersonPlace<Path>, context: WebContext): Path | null {
  const { pathname, search } = new URL(context.req.url);
  return parse(pathname + search) ?? parse(pathname);
}

/** Whether a login leads to a form that was sent and kept until then. */
export function keepsForm(to: string): boolean {
  return new RegExp(`[?&]${AGAIN}=`).test(to);
}
