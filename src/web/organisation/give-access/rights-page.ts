import { textIn } from '../../../base/language.ts';
import { nameOfContext, type RightDefinition } from '../../../domain/application/index.ts';
import type { OfferedApplication, RelationOfRights } from '../../../domain/user-rights/index.ts';
import type { PersonInList } from '../../../domain/work-relation/index.ts';
import { fieldError } from '../../ui/form/error-summary.ts';
import { dateField, type FormState, selectField, textArea } from '../../ui/form/form-fields.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner, disclosure, nameOf } from '../../ui/parts.ts';
import { fullName } from '../full-name.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';
import { carriedAnswers, type GivingForm } from './giving-form.ts';
import { namesLine, stepButtons } from './step-parts.ts';

type Form = FormState & { readonly frame: OrganisationFrame };

export type RightsProps = {
  readonly people: readonly RelationOfRights[];
  readonly offered: OfferedApplication;
  /** Who has rights in this application already: what they have may be copied. */
  readonly colleagues: readonly PersonInList[];
  /** What of a colleague could not be copied, in words. */
  readonly leftOut: readonly string[];
};

/** L5, then: which rights, each with its contexts, until when and why. A package or a colleague fills in the boxes. */
export function rightsPage(form: Form, answered: GivingForm, props: RightsProps): Html {
  const { frame, errors } = form;
  const { words } = frame;
  const { people, offered, leftOut } = props;
  const { application, rights } = offered;
  const name = nameOf(application, words.language);
  const error = errors.find(({ field }) => field === 'rights' || field === 'contexts');
  const boxes = rights.map((right, place) => rightBox(form, answered, { right, place }));
  const content = html`${carriedAnswers(answered, ['rights', 'contexts', 'colleague', 'until-day', 'until-month', 'until-year', 'reason'])}
${beginnings(form, props)}
<fieldset class="field group${error ? ' is-err' : ''}"><legend>${words.say('giving.rights.label')}</legend>
${fieldError(frame, error, 'rights-error')}
${boxes}</fieldset>
${dateField(form, { name: 'until', label: words.say('giving.until'), hint: words.say('giving.until.hint') })}
${textArea(form, { name: 'reason', label: words.say('giving.reason'), hint: words.say('giving.reason.hint'), rows: 3 })}
${stepButtons(frame, words.say('giving.toCheck'))}`;
  return organisationLayout(frame, {
    title: words.say('giving.rights', { application: name }),
    section: 'people',
    errors,
    notice:
      leftOut.length > 0 &&
      banner(
        'info',
        words.say('giving.leftOut'),
        html`<ul>${leftOut.map((each) => html`<li>${each}</li>`)}</ul>`,
      ),
    body: html`${namesLine(frame, people)}
${postedForm({ frame }, frame.path, content)}`,
  });
}

/** A right with what it is for, and the contexts in which it may count beside it. */
function rightBox(
  { frame: { words } }: Form,
  { lists }: GivingForm,
  { right, place }: { readonly right: RightDefinition; readonly place: number },
): Html {
  const { code, description, contexts, contextRequired, secondAdministrator } = right;
  const id = place === 0 ? 'rights' : `rights-${place}`;
  const boxes = contexts.map((context, index) => {
    const value = `${code} ${context}`;
    const own = place === 0 && index === 0 ? 'contexts' : `${id}-${index}`;
    return html`<div class="radio"><input type="checkbox" id="${own}" name="contexts" value="${value}"${lists.contexts.includes(value) && html` checked`}><label for="${own}">${nameOfContext(right, context, words.language)}</label></div>`;
  });
  const name = textIn(right.name, words.language);
  return html`<div class="radio"><input type="checkbox" id="${id}" name="rights" value="${code}"${lists.rights.includes(code) && html` checked`}${description && html` aria-describedby="${id}-hint"`}><label for="${id}">${name}</label>${secondAdministrator && html` <span class="tag wait">${words.say('giving.second')}</span>`}${description && html`<span class="hint" id="${id}-hint">${textIn(description, words.language)}</span>`}</div>
${boxes.length > 0 && html`<fieldset class="field group inner"><legend>${words.say(contextRequired ? 'giving.contexts.needed' : 'giving.contexts', { right: name })}</legend>${boxes}</fieldset>`}`;
}

/** What fills in the boxes: a package, or what a colleague has. */
function beginnings(form: Form, { offered, colleagues, people }: RightsProps): Fragment {
  const { words } = form.frame;
  const { packages } = offered;
  const others = colleagues.filter(({ relation }) => !people.some(({ id }) => id === relation));
  if (packages.length === 0 && others.length === 0) return null;
  const buttons = packages.map(
    ({ code, name, description }) =>
      html`<p><button class="btn sec" name="go" value="package ${code}">${textIn(name, words.language)}</button>${description && html` <span class="hint">${textIn(description, words.language)}</span>`}</p>`,
  );
  const copy =
    others.length > 0 &&
    html`${selectField(form, { name: 'colleague', label: words.say('giving.sameAs'), choices: others.map((each) => ({ value: each.relation, label: fullName(each) })) })}<p><button class="btn sec" name="go" value="copy">${words.say('giving.copy')}</button></p>`;
  return disclosure(
    words.say('giving.beginnings'),
    html`${packages.length > 0 && html`<p>${words.say('giving.packages')}</p>${buttons}`}${copy}`,
    packages.length > 0,
  );
}
