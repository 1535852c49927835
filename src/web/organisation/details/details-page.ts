import type { OrganisationDetails } from '../../../domain/organisation-desk/index.ts';
import { codeInWords } from '../../ui/access/code-in-words.ts';
import { type FormState, textField } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import type { Contact } from '../../ui/journey-page.ts';
import { banner, countryOfTheWorld, dateTag, facts, properName } from '../../ui/parts.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';

type Form = FormState & { readonly frame: OrganisationFrame };

export type DetailsProps = {
  readonly details: OrganisationDetails;
  readonly mayChange: boolean;
  readonly isChanged: boolean;
  readonly contact: Contact;
};

/** What the register says of the organisation, its units, where mail for it goes, and what to do when it stops. */
export function detailsPage(form: Form, { details, mayChange, isChanged, contact }: DetailsProps): Html {
  const { frame, errors } = form;
  const { words } = frame;
  return organisationLayout(frame, {
    title: words.say('details.title'),
    section: 'details',
    errors,
    notice: isChanged && banner('ok', words.say('details.changed')),
    body: html`<section class="card"><h2>${words.say('details.register')}</h2>${register(frame, details)}
<p class="hint">${words.say('details.register.text')}</p></section>
<section class="card"><h2>${words.say('details.units')}</h2>${unitTree(frame, details)}</section>
<section class="card"><h2>${words.say('details.contact')}</h2>${mayChange ? emailForm(form) : html`<p>${details.email ?? words.say('details.email.none')}</p>`}</section>
<section class="card"><h2>${words.say('details.stop')}</h2><p>${words.say('details.stop.text', contact)}</p></section>`,
  });
}

function register(frame: OrganisationFrame, details: OrganisationDetails): Html {
  const { words } = frame;
  const { organisation, parent, receiver, vat } = details;
  const rows: readonly (readonly [Fragment, Fragment] | false)[] = [
    [words.say('details.name'), properName(organisation.name)],
    [words.say('details.code'), html`<span translate="no">${codeInWords(organisation)}</span>`],
    [words.say('details.group'), words.say(`details.group.${organisation.targetGroup}`)],
    [words.say('details.country'), countryOfTheWorld(frame, organisation.country)],
    vat !== null && [words.say('details.vat'), html`<span translate="no">${vat}</span>`],
    [words.say('details.since'), dateTag(frame, organisation.validity.from)],
    parent !== null && [words.say('details.parent'), properName(parent.name)],
    receiver !== null && [words.say('details.receiver'), properName(receiver.name)],
  ];
  return facts(rows.filter((each) => each !== false));
}

/** The units, each beneath the one that it is a unit of. */
function unitTree({ words }: OrganisationFrame, { units }: OrganisationDetails): Html {
  if (units.length === 0) return html`<p>${words.say('details.units.none')}</p>`;
  return html`${branch(units, 1)}`;
}

function branch(units: OrganisationDetails['units'], depth: number): Html {
  const items = units.flatMap((unit, index) => {
    if (unit.depth !== depth) return [];
    const rest = units.slice(index + 1);
    const end = rest.findIndex((each) => each.depth <= depth);
    const beneath = end === -1 ? rest : rest.slice(0, end);
    const { id, name, code } = unit.organisation;
    return [
      html`<li><a href="/organisation/${id}" translate="no">${name}</a> <small>${code}</small>${beneath.length > 0 && branch(beneath, depth + 1)}</li>`,
    ];
  });
  return html`<ul>${items}</ul>`;
}

function emailForm(form: Form): Html {
  const { frame } = form;
  const { words, here } = frame;
  const field = textField(form, {
    name: 'email',
    label: words.say('details.email'),
    hint: words.say('details.email.hint'),
    type: 'email',
    autocomplete: 'off',
    verbatim: true,
    optional: true,
  });
  const button = html`<div class="row"><button class="btn">${words.say('details.email.do')}</button></div>`;
  return postedForm(form, here.at('/details'), html`${field}${button}`);
}
