import { languages } from '../../base/language.ts';
import { identityDocumentTypes, type QuestionPage, type RequestView } from '../../domain/casework/index.ts';
import {
  checkboxField,
  countryField,
  dateField,
  type FormState,
  nationalityField,
  radioField,
  textArea,
  textField,
} from '../ui/form/form-fields.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';
import { disclosure } from '../ui/parts.ts';
import { applicantFacts } from './request-facts.ts';

const places = [1, 2, 3] as const;

/** The fields of one page of questions. Their names are those of `TypedFields`. */
export function questionFields(page: QuestionPage, form: FormState, view: RequestView): Html {
  return fields[page](form, view);
}

const fields: Readonly<Record<QuestionPage, (form: FormState, view: RequestView) => Html>> = {
  names: nameFields,
  birth: birthFields,
  sex(form) {
    const { words } = form.frame;
    const choices = (['female', 'male'] as const).map((value) => ({
      value,
      label: words.say(`number.sex.${value}`),
    }));
    return radioField(form, { name: 'sex', label: words.say('request.sex.choice'), choices });
  },
  nationality(form) {
    const { words } = form.frame;
    return html`${places.map((number) =>
      nationalityField(form, {
        name: `nationality-${number}`,
        label:
          number === 1
            ? words.say('request.nationality.first')
            : words.say('request.nationality.other', { number }),
        ...(number === 1 ? { hint: words.say('request.nationality.hint') } : {}),
        optional: number > 1,
      }),
    )}`;
  },
  address: addressFields,
  document: documentFields,
  contact: contactFields,
};

function nameFields(form: FormState, view: RequestView): Html {
  const { frame, errors, typed } = form;
  const { words } = frame;
  const isOpen = (typed.remark ?? '') !== '' || errors.some(({ field }) => field === 'remark');
  return html`<section class="card"><h2>${words.say('request.check.fromEid')}</h2>${applicantFacts(frame, view.applicant, 'names')}</section>
<fieldset class="field"><legend>${words.say('request.names.previous')} <span class="optional">${words.say('form.optional')}</span></legend>
<span class="hint">${words.say('request.names.previous.hint')}</span>
${places.map((number) =>
  textField(form, {
    name: `previousName-${number}`,
    label: words.say('request.names.previous.label', { number }),
    verbatim: true,
  }),
)}</fieldset>
${disclosure(
  words.say('request.names.wrong'),
  textArea(form, {
    name: 'remark',
    label: words.say('request.names.remark'),
    hint: words.say('request.names.remark.hint'),
    rows: 3,
  }),
  isOpen,
)}`;
}

function birthFields(form: FormState, { applicant }: RequestView): Html {
  const { words } = form.frame;
  const told: Fragment =
    applicant.identity?.birthPlace != null
      ? html`<section class="card"><h2>${words.say('request.check.fromEid')}</h2>${applicantFacts(form.frame, applicant, 'birth')}</section>`
      : textField(form, {
          name: 'birthPlace',
          label: words.say('request.birth.place'),
          hint: words.say('request.birth.place.hint'),
          verbatim: true,
        });
  return html`${told}
${countryField(form, { name: 'birthCountry', label: words.say('request.birth.country'), hint: words.say('request.birth.country.hint') })}`;
}

function addressFields(form: FormState): Html {
  const { words } = form.frame;
  return html`${textArea(form, { name: 'addressLines', label: words.say('request.address.addressLines'), rows: 2, autocomplete: 'street-address' })}
${textField(form, { name: 'postcode', label: words.say('request.address.postcode'), optional: true, width: 'short', autocomplete: 'postal-code', verbatim: true })}
${textField(form, { name: 'municipality', label: words.say('request.address.municipality'), autocomplete: 'address-level2', verbatim: true })}
${countryField(form, { name: 'addressCountry', label: words.say('request.address.addressCountry'), autocomplete: 'country' })}`;
}

function documentFields(form: FormState): Html {
  const { words } = form.frame;
  const choices = identityDocumentTypes.map((value) => ({
    value,
    label: words.say(`request.document.${value}`),
  }));
  return html`${radioField(form, { name: 'documentType', label: words.say('request.document.documentType'), choices })}
${textField(form, {
  name: 'documentNumber',
  label: words.say('request.document.documentNumber'),
  hint: words.say('request.document.documentNumber.hint'),
  width: 'number',
  autocomplete: 'off',
  verbatim: true,
})}
${countryField(form, {
  name: 'documentCountry',
  label: words.say('request.document.documentCountry'),
  hint: words.say('request.document.documentCountry.hint'),
})}
${dateField(form, {
  name: 'documentExpires',
  label: words.say('request.document.documentExpires'),
  hint: words.say('request.document.documentExpires.hint'),
})}
${checkboxField(form, { name: 'documentNoEnd', label: words.say('request.document.documentNoEnd') })}`;
}

/** How to reach somebody: asked in the request, and changed later on a page of its own. */
export function contactFields(form: FormState): Html {
  const { words } = form.frame;
  const choices = languages.map((value) => ({
    value,
    label: html`<span lang="${value}">${words.nameOfLanguage(value)}</span>`,
  }));
  return html`${textField(form, {
    name: 'email',
    label: words.say('request.contact.email'),
    hint: words.say('request.contact.email.hint'),
    type: 'email',
    autocomplete: 'email',
    verbatim: true,
  })}
${textField(form, {
  name: 'telephone',
  label: words.say('request.contact.telephone'),
  hint: words.say('request.contact.telephone.hint'),
  optional: true,
  type: 'tel',
  width: 'number',
  autocomplete: 'tel',
})}
${radioField(form, { name: 'language', label: words.say('request.contact.language'), choices })}`;
}
