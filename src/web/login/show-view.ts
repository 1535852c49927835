import { type AttemptId, type InputError, type Page, spokenIn, type View } from '../../login/index.ts';
import { compressed } from '../http/assets/compressed.ts';
import { keepForm, ownerOfBrowser, readFormAgain } from '../http/form-again.ts';
import { isRegistered } from '../http/registered-login.ts';
import { showProblem } from '../http/show-problem.ts';
import type { Browser, Web, WebContext } from '../http/web-context.ts';
import { type ErrorTable, sayErrors } from '../ui/form/error-words.ts';
import { askingIn } from './asking.ts';
import { capacityErrors } from './capacity/capacity-errors.ts';
import { countryErrors } from './country/country-errors.ts';
import { invitedIn } from './invited.ts';
import { journeyPage } from './journey-page.ts';
import { leaveForApplication } from './leave.ts';
import { meansErrors } from './means/means-errors.ts';
import { numberErrors } from './number/number-errors.ts';
import { readRemembered, rememberProof } from './remembered-means.ts';
import { tilePath } from './tile-path.ts';

type PageView = Extract<View, { readonly kind: 'page' }>;

export type ShowOptions = {
  /** Where its forms are posted: the address of the login. */
  readonly path: string;
  /** Where the page itself is, when that is elsewhere: its links to other languages lead back there. */
  readonly place?: string;
  readonly query?: string;
};

/** What is kept of an answer that was not taken, beside what was typed. */
export type LoginTold = { readonly errors: readonly InputError[] };

/** What can be wrong in any step: no two have a field of the same name. */
const stepErrors: ErrorTable = {
  texts: { ...meansErrors.texts, ...countryErrors.texts, ...numberErrors.texts, ...capacityErrors.texts },
  controls: { ...meansErrors.controls, ...numberErrors.controls },
  otherwise: numberErrors.otherwise,
};

/** The form of this page of this login: what was wrong with it is said on no other. */
export function formOf({ attempt, page }: PageView): string {
  return nameOfForm(attempt.id, page.kind);
}

/** The form of this kind of page in a login. */
export function nameOfForm(login: AttemptId, kind: Page['kind']): string {
  return `login ${login} ${kind}`;
}

/** Answers with the page of a view: 200, with what was wrong with the last answer; a problem page; or the page in between when the login is finished. */
export async function showView(
  web: Web,
  context: WebContext,
  browser: Browser,
  view: View,
  options: ShowOptions,
): Promise<Response> {
  if (view.kind === 'problem')
    return showProblem(web, context, { ...view, path: options.path, formToken: browser.formToken });
  rememberProof(web, context, view.attempt);
  if (view.page.kind === 'finished') return leaveForApplication(web, context, view, options.path);
  if (view.page.kind === 'tile')
    return context.redirect(tilePath(options.path, { tile: view.page.offer.tile.code }), 303);
  if (view.page.kind === 'no-capacity' && view.page.mayGoOn)
    return context.redirect(`${options.path}/look`, 303);
  if (isRegistered(view)) return web.registered.show(web, context, browser, view);
  const { world } = web;
  const { attempt } = view;
  const now = world.clock();
  const { path, place = path, query = '' } = options;
  const owner = ownerOfBrowser(web, context);
  const again = owner && (await readFormAgain<LoginTold>(web, context, owner, formOf(view)));
  const frame = web.frames({
    language: spokenIn(attempt),
    isOnPath: true,
    path,
    formToken: browser.formToken,
    attempt,
    now,
  });
  const asking = await askingIn(web, context, view, frame);
  const page = journeyPage(view, {
    asking,
    invited: await invitedIn(web, context, view),
    frame: keepForm(context, { ...frame, languagePath: (other) => `${place}?lang=${other}` }),
    errors: sayErrors(frame.words, again?.told.errors ?? [], stepErrors),
    typed: again?.typed ?? {},
    query,
    contact: world.settings.contact,
    remembers: readRemembered(web, context.req.header('cookie')).kind,
    now,
  });
  // Nothing of the request is on it, so its length tells nothing.
  const isPlain = query === '' && again === null;
  return view.page.kind === 'country' && isPlain ? compressed(context, page) : context.html(page);
}
