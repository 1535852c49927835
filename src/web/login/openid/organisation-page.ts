import type { Application } from '../../../domain/application/index.ts';
import { organisationTile } from '../../../domain/login-means/index.ts';
import { errorSummary, type FieldError } from '../../ui/form/error-summary.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { layout } from '../../ui/layout.ts';
import { applicationPill, disclosure } from '../../ui/parts.ts';
import { tilePath } from '../tile-path.ts';

export type OrganisationProps = {
  readonly application: Application;
  readonly errors: readonly FieldError[];
  readonly typed: FormState['typed'];
};

/** Asks whoever logs in with the account of their organisation for their address there: it says which organisation. */
export function organisationPage(frame: Frame, { application, errors, typed }: OrganisationProps): Html {
  const { words, formToken } = frame;
  const form: FormState = { frame, typed, errors };
  const title = words.say('organisation.title');
  const field = textField(form, {
    name: 'email',
    label: words.say('organisation.email'),
    hint: words.say('organisation.email.hint'),
    type: 'email',
    autocomplete: 'username',
    verbatim: true,
  });
  return layout(frame, {
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${applicationPill(frame, application)}
<h1>${title}</h1>
<p class="lede">${words.say('organisation.lede')}</p>
<form method="post" action="${tilePath(frame.path, { tile: organisationTile })}" novalidate><input type="hidden" name="csrf" value="${formToken}">${field}
<div class="row"><button class="btn">${words.say('frame.continue')}</button></div></form>
${disclosure(words.say('organisation.first'), html`<p>${words.say('organisation.first.text')}</p>`)}
<div class="row"><a class="linkish" href="${frame.path}">${words.say('organisation.back')}</a></div>`,
  });
}
