import type { PersonInList } from '../../../domain/work-relation/index.ts';
import type { FormState } from '../../ui/form/form-fields.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Html, html } from '../../ui/html.ts';
import { checkList } from '../check-list.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';
import { carriedAnswers, type GivingForm } from './giving-form.ts';

type Form = FormState & { readonly frame: OrganisationFrame };

/** L5, first: to whom, one or many. The search is sent with the form, so that no name stands in an address. */
export function whoPage(form: Form, answered: GivingForm, found: readonly PersonInList[]): Html {
  const { frame } = form;
  const { words, here } = frame;
  const choices = found.map(({ relation, givenNames, familyName, jobTitle }) => ({
    value: relation,
    label: html`<span translate="no">${givenNames} ${familyName}</span>${jobTitle && html` <small>${jobTitle}</small>`}`,
    isChosen: answered.lists.people.includes(relation),
  }));
  // Whoever was chosen before another search stays chosen; the next step names everybody.
  const others = answered.lists.people.filter((id) => !found.some(({ relation }) => relation === id));
  const content = html`${carriedAnswers(answered, ['people', 'search'])}${others.map((id) => hidden('people', id))}
<div class="field search"><label for="search">${words.say('giving.search')}</label>
<span class="search-row"><input type="search" id="search" name="search" value="${answered.typed.search ?? ''}" maxlength="100" autocomplete="off" spellcheck="false"><button class="btn sec" name="go" value="search">${words.say('country.search.go')}</button></span></div>
${found.length === 0 ? html`<p role="status">${words.say('giving.nobody')}</p>` : checkList(form, { name: 'people', label: words.say('giving.people'), hint: words.say('giving.people.hint') }, choices)}
<div class="row"><button class="btn" name="go" value="next">${words.say('giving.next')}</button></div>
<p>${words.mark('giving.newPerson', {}, [here.at('/people/add')])}</p>`;
  return organisationLayout(frame, {
    title: words.say('giving.who'),
    section: 'people',
    back: here.at('/people'),
    errors: form.errors,
    body: postedForm({ frame }, frame.path, content),
  });
}
