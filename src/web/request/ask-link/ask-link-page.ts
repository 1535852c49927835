import { errorSummary, type FieldError } from '../../ui/form/error-summary.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { layout } from '../../ui/layout.ts';
import { plainPage } from '../arrival-page.ts';
import { backLink, requestForm } from '../request-layout.ts';

/** Asks for a link by reference and e-mail address. */
export function askLinkPage(
  frame: Frame,
  {
    errors = [],
    typed = {},
  }: { readonly errors?: readonly FieldError[]; readonly typed?: FormState['typed'] } = {},
): Html {
  const { words } = frame;
  const form: FormState = { frame, typed, errors };
  const title = words.say('request.link.title');
  return layout(frame, {
    title,
    failed: errors.length > 0,
    body: html`${backLink(frame, '/request')}${errorSummary(frame, errors)}<h1>${title}</h1>
<p class="lede">${words.say('request.link.lede')}</p>
${requestForm(
  frame,
  '/request/link',
  html`${textField(form, { name: 'reference', label: words.say('request.link.reference'), hint: words.say('request.link.reference.hint'), width: 'number', autocomplete: 'off', verbatim: true })}
${textField(form, { name: 'email', label: words.say('request.link.email'), type: 'email', autocomplete: 'email', verbatim: true })}
<div class="row"><button class="btn">${words.say('request.link.go')}</button></div>`,
)}`,
  });
}

/** The answer to every asking, whatever is true. */
export function linkSentPage(frame: Frame, days: number): Html {
  return plainPage(
    frame,
    'request.asked',
    html`<p>${frame.words.say('request.asked.text', { days })}</p><div class="row"><a class="linkish" href="/request/link">${frame.words.say('request.asked.again')}</a></div>`,
  );
}
