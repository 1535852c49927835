import type { Attempt, Reply } from '../../login/index.ts';
import { spokenIn } from '../../login/index.ts';
import { ownerOfBrowser, showFormAgain } from '../http/form-again.ts';
import type { FormFields } from '../http/read-form.ts';
import { formTargets } from '../http/security-headers.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { countryInWords } from '../ui/country-in-words.ts';
import { hopPage } from '../ui/hop-page.ts';
import { leaveForApplication } from './leave.ts';
import type { OwnForm } from './own-form.ts';
import { rememberProof } from './remembered-means.ts';
import { formOf, type LoginTold, nameOfForm } from './show-view.ts';
import { countriesPath, countryPath } from './tile-path.ts';

/** Answers with what an answer led to: the address of the login, the form once more, or the page that leads to a member state. */
export function follow(
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
    case 'ended':
      rememberProof(web, context, reply.view.attempt);
      return leaveForApplication(web, context, reply.view, path);
    // Whatever came of it, the address of the login shows it.
    case 'problem':
      return context.redirect(path, 303);
    case 'invalid':
      return showInvalid(web, context, reply, { path, fields });
    case 'leave': {
      const { departure, attempt, country, repeats } = reply;
      if (departure.kind === 'post') context.set('formTargets', formTargets(departure.url));
      const frame = web.frames({ language: spokenIn(attempt), isOnPath: true, path });
      const { words } = frame;
      const named = countryInWords(frame, country);
      const anew = repeats && {
        question: words.say('hop.country.again'),
        label: words.say('hop.country.anew'),
        path: countryPath(path, country.code, repeats),
      };
      return context.html(
        hopPage(frame, {
          title: words.say('hop.country', named),
          text: words.say('hop.country.text'),
          target: named.theCountry,
          departure,
          anew,
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

/** Where the page is that shows what was wrong. */
function placeOf(path: string, { page }: Extract<Reply, { kind: 'invalid' }>['view']): string {
  return page.kind === 'country' ? countriesPath(path) : path;
}

function showInvalid(
  web: Web,
  context: WebContext,
  { view, errors }: Extract<Reply, { kind: 'invalid' }>,
  { path, fields }: { readonly path: string; readonly fields: FormFields },
): Response | Promise<Response> {
  const owner = ownerOfBrowser(web, context);
  if (owner === null) return context.redirect(path, 303);
  const page = placeOf(path, view);
  const sent = { form: formOf(view), page, typed: Object.fromEntries(fields), told: { errors } };
  return showFormAgain<LoginTold>(web, context, owner, sent);
}
