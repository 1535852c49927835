import type { OfferedApplication, RelationOfRights } from '../../../domain/user-rights/index.ts';
import { type FormState, radioField } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { nameOf } from '../../ui/parts.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';
import { carriedAnswers, type GivingForm } from './giving-form.ts';
import { namesLine, stepButtons } from './step-parts.ts';

type Form = FormState & { readonly frame: OrganisationFrame };

/** L5, then: in which application, of those that offer something here and that the administrator decides about. */
export function applicationPage(
  form: Form,
  answered: GivingForm,
  {
    people,
    offered,
  }: { readonly people: readonly RelationOfRights[]; readonly offered: readonly OfferedApplication[] },
): Html {
  const { frame } = form;
  const { words } = frame;
  const choices = offered.map(({ application, rights }) => ({
    value: application.id,
    label: html`<span translate="no">${nameOf(application, words.language)}</span>`,
    hint: words.say('giving.application.rights', { count: rights.length }),
  }));
  const question =
    offered.length === 0
      ? html`<p>${words.say('giving.application.none')}</p>`
      : radioField(form, { name: 'application', label: words.say('giving.application.label'), choices });
  return organisationLayout(frame, {
    title: words.say('giving.application'),
    section: 'people',
    errors: form.errors,
    body: html`${namesLine(frame, people)}
${postedForm({ frame }, frame.path, html`${carriedAnswers(answered, ['application'])}${question}${stepButtons(frame, offered.length > 0 ? words.say('giving.next') : null)}`)}`,
  });
}
