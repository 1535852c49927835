import { languages } from '../../../base/language.ts';
import { identityDocumentTypes } from '../../../domain/casework/index.ts';
import type { StaffMember } from '../../../domain/staff/index.ts';
import type { PlainKey } from '../../texts/values.ts';
import { errorSummary } from '../../ui/form/error-summary.ts';
import {
  checkboxField,
  countryField,
  dateField,
  type FormState,
  nationalityField,
  radioField,
  textArea,
  textField,
} from '../../ui/form/form-fields.ts';
import { type Html, html } from '../../ui/html.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';

/** Opens a case from the document in the officer's hands. `once` makes the same form, sent twice, open one case. */
export function newCasePage(form: FormState, member: StaffMember, once: string): Html {
  const { frame, errors } = form;
  const { words } = frame;
  const title = words.say('counter.new');
  return staffLayout(frame, {
    member,
    section: 'office',
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}<h1>${title}</h1>
<p class="lede">${words.say('counter.new.lede')}</p>
<form method="post" action="/office/new" novalidate><input type="hidden" name="csrf" value="${frame.formToken}"><input type="hidden" name="once" value="${once}">
${part(form, 'counter.new.document', documentFields(form))}
${part(form, 'counter.new.person', personFields(form))}
${part(form, 'counter.new.address', addressFields(form))}
${part(form, 'counter.new.contact', contactFields(form))}
${part(form, 'counter.new.number', numberField(form))}
${checkboxField(form, { name: 'checked', label: words.say('counter.new.checked') })}
<div class="row"><button class="btn">${words.say('counter.new.button')}</button><a href="/office">${words.say('counter.case.back')}</a></div></form>`,
  });
}

function part({ frame }: FormState, head: PlainKey, fields: Html): Html {
  return html`<section class="card"><h2>${frame.words.say(head)}</h2>${fields}</section>`;
}

function documentFields(form: FormState): Html {
  const { words } = form.frame;
  const choices = identityDocumentTypes.map((value) => ({
    value,
    label: words.say(`request.document.${value}`),
  }));
  return html`${radioField(form, { name: 'documentType', label: words.say('request.document.documentType'), choices })}
${textField(form, { name: 'documentNumber', label: words.say('request.document.documentNumber'), width: 'number', autocomplete: 'off', verbatim: true })}
${countryField(form, { name: 'documentCountry', label: words.say('request.document.documentCountry') })}
${dateField(form, { name: 'documentExpires', label: words.say('request.document.documentExpires') })}
${checkboxField(form, { name: 'documentNoEnd', label: words.say('request.document.documentNoEnd') })}`;
}

function personFields(form: FormState): Html {
  const { words } = form.frame;
  const sexes = (['female', 'male'] as const).map((value) => ({
    value,
    label: words.say(`number.sex.${value}`),
  }));
  return html`${textField(form, { name: 'familyName', label: words.say('counter.new.familyName'), hint: words.say('counter.new.familyName.hint'), autocomplete: 'off', verbatim: true })}
${textField(form, { name: 'givenNames', label: words.say('counter.new.givenNames'), optional: true, autocomplete: 'off', verbatim: true })}
${dateField(form, { name: 'birthDate', label: words.say('counter.new.birthDate'), hint: words.say('counter.new.birthDate.hint') })}
${textField(form, { name: 'birthPlace', label: words.say('request.birth.place'), autocomplete: 'off', verbatim: true })}
${countryField(form, { name: 'birthCountry', label: words.say('request.birth.country') })}
${radioField(form, { name: 'sex', label: words.say('request.sex.choice'), choices: sexes })}
${nationalityField(form, { name: 'nationality-1', label: words.say('request.nationality.first'), hint: words.say('counter.new.nationality.hint') })}
${nationalityField(form, { name: 'nationality-2', label: words.say('request.nationality.other', { number: 2 }), optional: true })}`;
}

function addressFields(form: FormState): Html {
  const { words } = form.frame;
  return html`${textArea(form, { name: 'addressLines', label: words.say('request.address.addressLines'), rows: 2 })}
${textField(form, { name: 'postcode', label: words.say('request.address.postcode'), optional: true, width: 'short', autocomplete: 'off', verbatim: true })}
${textField(form, { name: 'municipality', label: words.say('request.address.municipality'), autocomplete: 'off', verbatim: true })}
${countryField(form, { name: 'addressCountry', label: words.say('request.address.addressCountry') })}`;
}

function contactFields(form: FormState): Html {
  const { words } = form.frame;
  const choices = languages.map((value) => ({
    value,
    label: html`<span lang="${value}">${words.nameOfLanguage(value)}</span>`,
  }));
  return html`${textField(form, { name: 'email', label: words.say('request.contact.email'), hint: words.say('counter.new.email.hint'), optional: true, type: 'email', autocomplete: 'off', verbatim: true })}
${textField(form, { name: 'telephone', label: words.say('request.contact.telephone'), hint: words.say('counter.new.telephone.hint'), optional: true, type: 'tel', width: 'number', autocomplete: 'off' })}
${radioField(form, { name: 'language', label: words.say('request.contact.language'), choices })}`;
}

function numberField(form: FormState): Html {
  const { words } = form.frame;
  return html`<p>${words.say('counter.new.number.text')}</p>
${textField(form, { name: 'number', label: words.say('counter.new.number.label'), hint: words.say('counter.new.number.hint'), optional: true, width: 'number', inputmode: 'numeric', autocomplete: 'off', verbatim: true })}`;
}
