import { Hono } from 'hono';
import { type Attempt, type AttemptId, parseAttemptId, type Reply, spokenIn } from '../../../login/index.ts';
import { ownerOfBrowser, showFormAgain, withForm } from '../../http/form-again.ts';
import { rememberLanguage } from '../../http/page-language.ts';
import { type FormFields, readForm } from '../../http/read-form.ts';
import { formTargets } from '../../http/security-headers.ts';
import { showProblem } from '../../http/show-problem.ts';
import {
  type Browser,
  clientAddress,
  isOwnForm,
  readBrowser,
  type Web,
  type WebContext,
  type WebEnv,
} from '../../http/web-context.ts';
import { isRegistered, openRequest } from '../../request/hand-over/hand-over.ts';
import { countryInWords } from '../../ui/country-in-words.ts';
import { hopPage } from '../../ui/hop-page.ts';
import { lastMeansIn, obeyWish } from '../remembered-means.ts';
import { formOf, type LoginTold, nameOfForm, showView } from '../show-view.ts';
import { readAnswer } from './read-answer.ts';

const MAX_FORM_BYTES = 4096;
const MAX_QUERY = 60;
/** What can stand in the address of the page that leads to a country; whether there is such a country, the login knows. */
const COUNTRY = /^[A-Z]{2}$/;

/** A form on a page of a login that passed the checks every form must pass. */
type OwnForm = {
  readonly id: AttemptId;
  readonly browser: Browser;
  readonly secret: string;
  readonly fields: FormFields;
};

/**
 * One login, one address: GET shows where it stands, with what was wrong with the last answer, or leaves for the application (a page in
 * between); POST answers it and leads back to GET (303). The page that leads to a member state has an address of its own.
 */
export function loginRoutes(web: Web): Hono<WebEnv> {
  const { world } = web;
  const routes = new Hono<WebEnv>();

  routes.get('/login/:id', async (context) => {
    const id = parseAttemptId(context.req.param('id'));
    if (!id) return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
    const browser = readBrowser(web, context);
    const binding = world.bindBrowser(browser.secret ?? '');
    const language = web.languages.parse(context.req.query('lang'));
    if (language) {
      await world.login.changeLanguage(id, binding, language);
      context.header('set-cookie', rememberLanguage(language, web.secure), { append: true });
      return context.redirect(withForm(context, `/login/${id}`), 303);
    }
    const query = (context.req.query('q') ?? '').trim().slice(0, MAX_QUERY);
    const view = await world.login.show(id, binding, lastMeansIn(web, context));
    return showView(web, context, browser, view, { path: `/login/${id}`, query });
  });

  routes.post('/login/:id', async (context) => {
    const form = await readOwnForm(web, context);
    if (form instanceof Response) return form;
    if (form.fields.get('answer') === 'remember' && obeyWish(web, context, form.fields.get('means') ?? ''))
      return context.redirect(`/login/${form.id}`, 303);
    const answer = readAnswer(form.fields, clientAddress(web, context));
    if (!answer) return showProblem(web, context, { problem: { kind: 'request-refused' } });
    // To a page of its own, by GET: a page that answers a form cannot be come back to without sending the form again.
    if (answer.kind === 'choose-country' && COUNTRY.test(answer.country))
      return context.redirect(`/login/${form.id}/country/${answer.country}`, 303);
    const reply = await world.login.answer(form.id, world.bindBrowser(form.secret), answer);
    return follow(web, context, form, reply);
  });

  /** The page in between that leads to a member state, with a fresh request each time it is asked for: after "back" and "reload" too. */
  routes.get('/login/:id/country/:country', async (context) => {
    const id = parseAttemptId(context.req.param('id'));
    const country = context.req.param('country');
    if (!id || !COUNTRY.test(country))
      return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
    const browser = readBrowser(web, context);
    if (!isOwnNavigation(context)) return context.redirect(`/login/${id}`, 303);
    const secret = browser.secret ?? '';
    const chosen = { answer: 'choose-country', country };
    const reply = await world.login.answer(id, world.bindBrowser(secret), {
      kind: 'choose-country',
      country,
    });
    return follow(web, context, { id, fields: new Map(Object.entries(chosen)) }, reply);
  });

  routes.post('/login/:id/more-time', async (context) => {
    const form = await readOwnForm(web, context);
    if (form instanceof Response) return form;
    await world.giveMoreTime(form.id, world.bindBrowser(form.secret));
    return context.redirect(`/login/${form.id}`, 303);
  });
  /** From the page that says that a login has ended: the same, once more. */
  routes.post('/login/:id/again', async (context) => {
    const form = await readOwnForm(web, context);
    if (form instanceof Response) return form;
    const begun = await world.login.beginAgain(form.id, world.bindBrowser(form.secret));
    return context.redirect(`/login/${begun.kind === 'moved' ? begun.attempt.id : form.id}`, 303);
  });
  /** From a login that waits for a request to the request itself. */
  routes.post('/login/:id/request', async (context) => {
    const form = await readOwnForm(web, context);
    if (form instanceof Response) return form;
    const view = await world.login.show(form.id, world.bindBrowser(form.secret));
    if (isRegistered(view)) return openRequest(web, context, view);
    return context.redirect(`/login/${form.id}`, 303);
  });
  return routes;
}

/** Whether another site had no hand in it: fetch metadata, where the browser tells them. The id of a login is known to nobody else. */
function isOwnNavigation(context: WebContext): boolean {
  const site = context.req.header('sec-fetch-site');
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** The checks of every form: a login of ours, small, urlencoded, from our own page in this browser. Else a problem page. */
async function readOwnForm(web: Web, context: WebContext): Promise<OwnForm | Response> {
  const id = parseAttemptId(context.req.param('id') ?? '');
  if (!id) return showProblem(web, context, { problem: { kind: 'unknown-attempt' } });
  const path = `/login/${id}`;
  const form = await readForm(context.req.raw, MAX_FORM_BYTES);
  if (form.kind === 'too-large') return showProblem(web, context, { problem: { kind: 'too-large' }, path });
  if (form.kind === 'not-a-form')
    return showProblem(web, context, { problem: { kind: 'request-refused' }, path });
  const browser = readBrowser(web, context);
  const own = isOwnForm(web, context, browser, form.fields.get('csrf') ?? '');
  if (!own || browser.secret === null) return showProblem(web, context, { problem: { kind: 'form' }, path });
  return { id, browser, secret: browser.secret, fields: form.fields };
}

function follow(
  web: Web,
  context: WebContext,
  { id, fields }: Pick<OwnForm, 'id' | 'fields'>,
  reply: Reply,
): Response | Promise<Response> {
  const path = `/login/${id}`;
  switch (reply.kind) {
    case 'moved':
      return wasMismatch(reply.attempt, fields)
        ? showMismatch(web, context, reply.attempt, fields)
        : context.redirect(path, 303);
    // Whatever came of it, the address of the login shows it.
    case 'ended':
    case 'problem':
      return context.redirect(path, 303);
    case 'invalid':
      return showInvalid(web, context, reply, { path, fields });
    case 'leave': {
      const { departure, attempt, country } = reply;
      if (departure.kind === 'post') context.set('formTargets', formTargets(departure.url));
      const frame = web.frames({ language: spokenIn(attempt), isOnPath: true, path });

      const named = countryInWords(frame, country);
      const title = frame.words.say('hop.country', named);
      return context.html(
        hopPage(frame, {
          title,
          text: frame.words.say('hop.country.text'),
          target: named.country,
          departure,
        }),
      );
    }
  }
}

/** A number that did not match, and may be typed once more. */
function wasMismatch({ state }: Attempt, fields: FormFields): boolean {
  const asksAgain = state.kind === 'asking-number' && state.notice?.kind === 'number-did-not-match';
  return asksAgain && fields.get('answer') === 'give-number';
}

/** The question once more, with the number as the person typed it. */
function showMismatch(
  web: Web,
  context: WebContext,
  { id }: Pick<Attempt, 'id'>,
  fields: FormFields,
): Response | Promise<Response> {
  const owner = ownerOfBrowser(web, context);
  const page = `/login/${id}`;
  if (owner === null) return context.redirect(page, 303);
  const form = nameOfForm(id, 'number');
  return showFormAgain<LoginTold>(web, context, owner, {
    form,
    page,
    typed: Object.fromEntries(fields),
    told: { errors: [] },
  });
}

function showInvalid(
  web: Web,
  context: WebContext,
  { view, errors }: Extract<Reply, { kind: 'invalid' }>,
  { path, fields }: { readonly path: string; readonly fields: FormFields },
): Response | Promise<Response> {
  const owner = ownerOfBrowser(web, context);
  if (owner === null) return context.redirect(path, 303);
  const sent = { form: formOf(view), page: path, typed: Object.fromEntries(fields), told: { errors } };
  return showFormAgain<LoginTold>(web, context, owner, sent);
}
