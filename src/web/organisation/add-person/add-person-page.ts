import { languages } from '../../../base/language.ts';
import type { TargetGroup } from '../../../domain/organisation/index.ts';
import { type FormState, radioField, selectField, textField } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';
import { relationFields } from '../relation-form.ts';

export type AddPersonProps = {
  readonly group: TargetGroup;
  /** From when on the next invitation is taken. */
  readonly wait: Date | null;
};

/** L3: add somebody, by an invitation that is mailed, or by their national number with the names that one knows. */
export function addPersonPage(
  frame: OrganisationFrame,
  form: FormState,
  { group, wait }: AddPersonProps,
): Html {
  const { words, here } = frame;
  const ways = (['mail', 'number'] as const).map((way) => ({
    value: way,
    label: words.say(`people.way.${way}`),
    hint: words.say(`people.way.${way}.hint`),
  }));
  const spoken = languages.map((language) => ({ value: language, label: words.nameOfLanguage(language) }));
  return organisationLayout(frame, {
    title: words.say('people.add'),
    section: 'people',
    back: here.at('/people'),
    errors: form.errors,
    notice: wait && banner('warn', words.say('people.wait', { moment: words.moment(wait) })),
    body: html`<p class="lede">${words.say('people.add.text', { organisation: here.organisation.name })}</p>
${postedForm(
  { frame },
  here.at('/people/add'),
  html`<h2>${words.say('people.who')}</h2>
${textField(form, { name: 'givenNames', label: words.say('people.givenNames'), autocomplete: 'off', verbatim: true })}
${textField(form, { name: 'familyName', label: words.say('people.familyName'), autocomplete: 'off', verbatim: true })}
${radioField(form, { name: 'way', label: words.say('people.way'), choices: ways })}
${textField(form, { name: 'email', label: words.say('people.email'), hint: words.say('people.email.hint'), type: 'email', autocomplete: 'off', verbatim: true })}
${textField(form, { name: 'number', label: words.say('people.number'), hint: words.say('people.number.hint'), autocomplete: 'off', width: 'number', verbatim: true, optional: true })}
${selectField(form, { name: 'language', label: words.say('people.language'), choices: spoken, without: true })}
<h2>${words.say('people.work')}</h2>
${relationFields(form, { group })}
<div class="row"><button class="btn">${words.say('people.add.go')}</button><a class="btn sec" href="${here.at('/people')}">${words.say('people.cancel')}</a></div>`,
)}`,
  });
}
