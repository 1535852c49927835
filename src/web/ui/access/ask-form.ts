import { textIn } from '../../../base/language.ts';
import type { AskForm } from '../../../domain/access-request/index.ts';
import { nameOfContext, type RightDefinition } from '../../../domain/application/index.ts';
import type { Organisation } from '../../../domain/organisation/index.ts';
import { fieldError } from '../form/error-summary.ts';
import { dateField, type FormState, textArea } from '../form/form-fields.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { nameOf } from '../parts.ts';
import { codeInWords } from './code-in-words.ts';

export type AskFormProps = {
  readonly form: AskForm;
  /** The page that the form stands on: the choice of an organisation leads back to it. */
  readonly page: string;
  /** Where the form is posted. */
  readonly action: string;
  readonly search: string;
  /** Whether somebody searched too often. */
  readonly waits: boolean;
  /** The contexts that were chosen before, as the boxes name them. */
  readonly contexts: readonly string[];
  /** Hidden fields of the area, its token among them. */
  readonly hidden: Fragment;
};

/** How a box names a context of a right. */
export function contextValue(right: string, context: string): string {
  return `${encodeURIComponent(right)} ${encodeURIComponent(context)}`;
}

/** The form by which somebody asks an organisation for access: first which one, then what for. */
export function askForm(state: FormState, props: AskFormProps): Html {
  const { words } = state.frame;
  const { chosen } = props.form;
  return html`<section class="card" id="ask"><h2>${words.say('ask.title')}</h2>
${chosen === null ? chooseOrganisation(state, props) : wishOf(state, { ...props, chosen })}</section>`;
}

function chooseOrganisation(state: FormState, props: AskFormProps): Html {
  const { words } = state.frame;
  const { form, page, search, waits } = props;
  const error = state.errors.find(({ field }) => field === 'organisation');
  const named = { application: form.application === null ? '' : nameOf(form.application, words.language) };
  const isEmpty = form.found !== null && form.found.length === 0;
  return html`<div id="organisation"${error && html` class="is-err"`}><h3>${words.say('ask.organisation')}</h3>
${fieldError(state.frame, error, 'organisation-error')}
${choices(props, form.own, words.say('ask.choose'))}
<form role="search" method="get" action="${page}#ask" class="field search">
<label for="find">${words.say('ask.search')}</label>
<span class="hint" id="find-hint">${words.say('ask.search.hint')}</span>
<span class="search-row"><input type="search" id="find" name="find" value="${search}" maxlength="60" aria-describedby="find-hint" autocomplete="off" spellcheck="false"><button class="btn sec">${words.say('country.search.go')}</button></span>
<p role="status">${waits ? words.say('ask.search.wait') : isEmpty && words.say('ask.search.none', named)}</p></form>
${choices(props, form.found ?? [], words.say('ask.choose'))}</div>`;
}

/** Organisations, each with the link that chooses it. */
function choices({ page }: AskFormProps, organisations: readonly Organisation[], label: string): Fragment {
  if (organisations.length === 0) return null;
  const separator = page.includes('?') ? '&' : '?';
  return html`<ul class="plain">${organisations.map(
    (each) =>
      html`<li><p><b translate="no">${each.name}</b> <small class="num" translate="no">${codeInWords(each)}</small> <a class="btn sec sm" href="${page}${separator}organisation=${each.id}#ask">${label}<span class="vh"> ${each.name}</span></a></p></li>`,
  )}</ul>`;
}

type Chosen = AskFormProps & { readonly chosen: NonNullable<AskForm['chosen']> };

function wishOf(state: FormState, props: Chosen): Html {
  const { words } = state.frame;
  const { chosen, form, page, action, hidden } = props;
  const { organisation, deciders, count, expectedDays } = chosen;
  const separator = page.includes('?') ? '&' : '?';
  const who =
    deciders === 'administrators'
      ? words.say('ask.decides.administrators', { count })
      : words.say(`ask.decides.${deciders}`);
  return html`<h3>${words.say('ask.for', { organisation: organisation.name })}</h3>
<p><a href="${page}${separator}organisation=other#ask">${words.say('ask.change')}</a></p>
<p>${who} ${words.say('ask.expected', { days: expectedDays })}</p>
<form method="post" action="${action}" novalidate>${hidden}<input type="hidden" name="organisation" value="${organisation.id}">
${form.application && rightChoice(state, { rights: chosen.rights, contexts: props.contexts })}
${form.application && dateField(state, { name: 'until', label: words.say('ask.until'), hint: words.say('ask.until.hint'), optional: true })}
${textArea(state, { name: 'reason', label: words.say('ask.reason'), hint: words.say('ask.reason.hint'), rows: 4 })}
<div class="row"><button class="btn">${words.say('ask.send')}</button></div></form>`;
}

/** The rights that are offered there, each with its contexts in the same step. */
export function rightChoice(
  state: FormState,
  { rights, contexts }: { readonly rights: readonly RightDefinition[]; readonly contexts: readonly string[] },
): Html {
  const { words } = state.frame;
  const [error, missing] = ['right', 'contexts'].map((field) =>
    state.errors.find((each) => each.field === field),
  );
  const typed = state.typed.right ?? (rights.length === 1 ? rights[0]?.code : '');
  const radios = rights.map((right, index) => {
    const id = index === 0 ? 'right' : `right-${index}`;
    const description = right.description && textIn(right.description, words.language);
    return html`<div class="radio"><input type="radio" id="${id}" name="right" value="${right.code}"${typed === right.code && html` checked`}${description && html` aria-describedby="${id}-hint"`}><label for="${id}" translate="no">${textIn(right.name, words.language)}</label>${description && html`<span class="hint" id="${id}-hint">${description}</span>`}</div>${contextChoice(state, right, { index, contexts })}`;
  });
  return html`<fieldset class="field group${(error || missing) && ' is-err'}"><legend>${words.say('ask.right')}</legend>
${fieldError(state.frame, error, 'right-error')}${fieldError(state.frame, missing, 'contexts-error')}${radios}</fieldset>`;
}

function contextChoice(
  { frame: { words } }: FormState,
  right: RightDefinition,
  { index, contexts }: { readonly index: number; readonly contexts: readonly string[] },
): Fragment {
  if (right.contexts.length === 0) return null;
  const key = right.contextRequired ? 'ask.contexts' : 'ask.contexts.optional';
  const boxes = right.contexts.map((context, place) => {
    const id = index === 0 && place === 0 ? 'contexts' : `contexts-${index}-${place}`;
    const value = contextValue(right.code, context);
    return html`<div class="radio"><input type="checkbox" id="${id}" name="contexts" value="${value}"${contexts.includes(value) && html` checked`}><label for="${id}" translate="no">${nameOfContext(right, context, words.language)}</label></div>`;
  });
  return html`<fieldset class="field group inside"><legend>${words.say(key, { right: textIn(right.name, words.language) })}</legend>${boxes}</fieldset>`;
}
