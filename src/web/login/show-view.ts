import type { InputError, LoginOutcome, View } from '../../login/index.ts';
import { showProblem } from '../http/show-problem.ts';
import type { Browser, Web, WebContext } from '../http/web-context.ts';
import { hopPage } from '../pages/hop-page.ts';
import { isRegistered, showRegistered } from '../request/hand-over.ts';
import { nameOf } from '../ui/parts.ts';
import { fieldErrors } from './field-errors.ts';
import { journeyPage } from './journey.ts';

type PageView = Extract<View, { readonly kind: 'page' }>;

export type ShowOptions = {
  readonly path: string;
  readonly errors?: readonly InputError[];
  /** What was typed: shown again beside its errors, and nowhere else. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly query?: string;
};

/** Answers with the page of a view: 200; 422 with errors; a problem page; or the page in between when the login is finished. */
export async function showView(
  web: Web,
  context: WebContext,
  browser: Browser,
  view: View,
  options: ShowOptions,
): Promise<Response> {
  if (view.kind === 'problem') return showProblem(web, context, { ...view, path: options.path });
  if (view.page.kind === 'finished')
    return leaveForApplication(web, context, view, view.page.outcome, options.path);
  if (isRegistered(view)) return showRegistered(web, context, browser, view);
  const { world } = web;
  const { attempt } = view;
  const now = world.clock();
  const { path, errors = [], typed = {}, query = '' } = options;
  const frame = web.frames({ language: attempt.language, path, formToken: browser.formToken, attempt, now });
  const page = journeyPage(view, {
    frame,
    errors: fieldErrors(errors, frame.words),
    typed,
    query,
    contact: world.settings.contact,
    demoPeople: view.page.kind === 'demo-person' && world.demo ? await world.demo.people() : [],
    now,
  });
  return context.html(page, errors.length > 0 ? 422 : 200);
}

/** Never a redirect: the browser may come from a form, and what follows ends at another origin. */
async function leaveForApplication(
  { world, frames }: Web,
  context: WebContext,
  { attempt, application }: PageView,
  outcome: LoginOutcome,
  path: string,
): Promise<Response> {
  const { location } = await world.complete(attempt, outcome);
  const frame = frames({ language: attempt.language, path });
  const target = nameOf(application, attempt.language);
  const title = frame.words.say(outcome.kind === 'granted' ? 'hop.application' : 'hop.application.back', {
    application: target,
  });
  return context.html(
    hopPage(frame, { title, text: '', target, departure: { kind: 'redirect', url: location } }),
  );
}
