import type { KeptForm } from '../../login/index.ts';
import type { Frame } from '../ui/frame.ts';
import { staffOf, whoseStaffForm } from './session/staff-context.ts';
import { readBrowser, type Web, type WebContext } from './web-context.ts';

/**
 * In the address of a form that a page sends by itself when its session ends, as it stood there: it is kept for whoever comes back, and nothing
 * is done with it, also where the session is there for a moment more.
 */
export const ENDED = 'ended';

/** Whose a form is: nobody else is shown what was typed in it. Made by `ownerOf…`. */
export type FormOwner = string & { readonly FormOwner: unique symbol };

/** The parameter that names a form that was not taken: a handle, never what was typed. */
export const AGAIN = 'again';
const HANDLE = /^[A-Za-z0-9_-]{22}$/;

/** A form as it is shown again. `Told` is what `showFormAgain` was given: codes of errors, or which page of several it was. */
export type FormAgain<Told> = Omit<KeptForm, 'told'> & { readonly told: Told };

export type SentForm<Told> = {
  /**
   * Which form it was, by a name of its own: the address of its page, and beside it the state that it belongs to, where one address shows
   * several. What was kept for one form is shown in no other, so a changed `Told` asks for a changed name.
   */
  readonly form: string;
  /** The address, within the platform, of the GET that shows it. It may have a query. */
  readonly page: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  readonly told: Told;
};

/**
 * POST, redirect, GET: what every form answers that is not taken, so that Back and a reload never ask to send it once more.
 *
 *     routes.post('/request/reply', async (context) => {
 *       …
 *       if (answer.kind === 'wrong') {
 *         const { errors } = answer;
 *         return showFormAgain<ReplyTold>(web, context, ownerOfSession(secret), { form: 'reply', page: '/request/status', typed, told: { errors } });
 *       }
 *       return context.redirect('/request/status?done=reply', 303);
 *     });
 *     routes.get('/request/status', async (context) => {
 *       …
 *       const again = await readFormAgain<ReplyTold>(web, context, ownerOfSession(secret), 'reply');
 *       return context.html(statusPage(frame, { view, typed: again?.typed ?? {}, errors: sayErrors(frame.words, again?.told.errors ?? [], replyErrors) }));
 *     });
 *
 * `told` is JSON, in codes: the page may be asked for in another language. What was typed is sealed in the database for two hours, for this owner
 * and this form; each refusal has a handle of its own, so tabs do not mix, and a link to it shows a stranger the empty form. The token of
 * the form and whatever is a file stay out: say on the page that files must be chosen again. The page itself is made from how things stand when it
 * is asked for, never from what was kept. Links to
 * other languages keep the form by `keepForm`, and redirects to the same page by `withForm`.
 */
export async function showFormAgain<Told>(
  web: Web,
  context: WebContext,
  owner: FormOwner,
  sent: SentForm<Told>,
): Promise<Response> {
  return context.redirect(await keepSentForm(web, owner, sent), 303);
}

/** Keeps a form as `showFormAgain` does. Answers with the address, within the platform, that shows it to its owner. */
export async function keepSentForm<Told>(
  { world }: Web,
  owner: FormOwner,
  { form, page, typed, lists = {}, told }: SentForm<Told>,
): Promise<string> {
  const { csrf: _, ...fields } = typed;
  return withHandle(page, await world.keptForms.keep(owner, form, { typed: fields, lists, told }));
}

function withHandle(path: string, handle: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${AGAIN}=${handle}`;
}

/** The form that the address says was not taken; `null` without one, after its time, in another browser, and on the page of another form. */
export async function readFormAgain<Told>(
  { world }: Web,
  context: WebContext,
  owner: FormOwner,
  form: string,
): Promise<FormAgain<Told> | null> {
  const handle = context.req.query(AGAIN) ?? '';
  if (!HANDLE.test(handle)) return null;
  return (await world.keptForms.find(owner, form, handle)) as FormAgain<Told> | null;
}

/** An address of ours with the form that this request shows again, for a redirect to the same page. */
export function withForm(context: WebContext, path: string): string {
  const handle = context.req.query(AGAIN) ?? '';
  if (!HANDLE.test(handle) || path.includes(`${AGAIN}=${handle}`)) return path;
  return withHandle(path, handle);
}

/** A frame whose links to other languages keep the form that this request shows again. */
export function keepForm(context: WebContext, frame: Frame): Frame {
  return { ...frame, languagePath: (language) => withForm(context, frame.languagePath(language)) };
}

/** A form on a page of a login, or on one that asks for no session. `null` without our cookie: then no form of ours was sent either. */
export function ownerOfBrowser(web: Web, context: WebContext): FormOwner | null {
  const { secret } = readBrowser(web, context);
  return secret === null ? null : (`browser ${secret}` as FormOwner);
}

/** Who was shown a form, by what stands behind its token, where one of our own pages sent it: no other site leaves anything here for later. */
export function whoseIn(context: WebContext, csrf: string): string | null {
  if (context.req.header('sec-fetch-site') !== 'same-origin') return null;
  return /^[A-Za-z0-9_-]{43}\.([A-Za-z0-9_-]{22})$/.exec(csrf)?.[1] ?? null;
}

/**
 * A form of somebody at work: of this person in this browser, whichever session that is, so that what they typed is there after they logged in
 * once more; another person who logs in meanwhile does not see it. Only behind `requireStaff`.
 */
export function ownerOfStaff(web: Web, context: WebContext): FormOwner {
  return ownerOfStaffForm(web, context, whoseStaffForm(web, staffOf(context)));
}

/** The same by the name that a form of staff carries, where its session is over: it is shown to nobody else. */
export function ownerOfStaffForm(web: Web, context: WebContext, whose: string): FormOwner {
  return `staff ${whose} ${readBrowser(web, context).secret ?? ''}` as FormOwner;
}
