import { parseNationality } from '../../../base/nationalities.ts';
import type { Frame } from '../frame.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { type FieldError, fieldError } from './error-summary.ts';

/** What the fields of one form are made from: what was typed before, and what was wrong with it. */
export type FormState = {
  readonly frame: Frame;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
};

/** What every field has. Fields that may stay empty say so; nothing is starred. */
export type FieldProps = {
  readonly name: string;
  readonly label: Fragment;
  readonly hint?: Fragment;
  readonly optional?: boolean;
};

export type TextProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel';
  /** How long an answer is expected to be; the field is that wide. */
  readonly width?: 'short' | 'number';
  readonly inputmode?: 'numeric';
  readonly autocomplete?: string;
  /** A name or a code: nothing for a spell checker or a translator. */
  readonly verbatim?: boolean;
  /** Asked for by the browser before a form goes on to make a passkey, which cannot be unmade. */
  readonly required?: boolean;
};

export type Choice = { readonly value: string; readonly label: Fragment; readonly hint?: Fragment };

/** A field of one line. Its length is not bounded here: what is too long is kept and told, never cut off. */
export function textField(form: FormState, props: TextProps): Html {
  const { name, type = 'text', width, inputmode, autocomplete, verbatim, required } = props;
  const input = html`<input type="${type}" id="${name}" name="${name}" value="${form.typed[name] ?? ''}" dir="auto"${width && html` class="${width}"`}${inputmode && html` inputmode="${inputmode}"`}${autocomplete && html` autocomplete="${autocomplete}"`}${verbatim && html` spellcheck="false" translate="no"`}${required && html` required`}${described(form, props)}>`;
  return labelled(form, props, input);
}

/** A field of several lines. */
export function textArea(
  form: FormState,
  props: FieldProps & { readonly rows: number; readonly autocomplete?: string },
): Html {
  const { name, rows, autocomplete } = props;
  return labelled(
    form,
    props,
    html`<textarea id="${name}" name="${name}" rows="${rows}"${rows < 4 && html` class="few"`} dir="auto"${autocomplete && html` autocomplete="${autocomplete}"`}${described(form, props)}>${protectLineFeed(form.typed[name] ?? '')}</textarea>`,
  );
}

/** A choice from a long list, with an empty first line so that nothing is chosen by accident. */
export function selectField(
  form: FormState,
  props: FieldProps & {
    readonly choices: readonly Choice[];
    readonly autocomplete?: string;
    readonly without?: boolean;
  },
): Html {
  const { name, choices, autocomplete, without } = props;
  const typed = form.typed[name] ?? '';
  const options = choices.map(
    ({ value, label }) =>
      html`<option value="${value}"${value === typed && html` selected`}>${label}</option>`,
  );
  return labelled(
    form,
    props,
    html`<select id="${name}" name="${name}"${autocomplete && html` autocomplete="${autocomplete}"`}${described(form, props)}>${!without && html`<option value="">${form.frame.words.say('form.choose')}</option>`}${options}</select>`,
  );
}

/** Every country of the world by name, in the alphabetical order of the page's language. */
export function countryField(form: FormState, props: FieldProps & { readonly autocomplete?: string }): Html {
  const { countries, words } = form.frame;
  const choices = countries.world(words.language).map(([value, label]) => ({ value, label }));
  return selectField(form, { ...props, choices });
}

/**
 * A nationality: typed and chosen from what fits, by scripts or without. What was chosen before stands there by its name; a code is
 * what was kept, or what somebody typed from a document.
 */
export function nationalityField(form: FormState, props: FieldProps): Html {
  const { countries, words } = form.frame;
  const { name } = props;
  const typed = form.typed[name] ?? '';
  const known = parseNationality(typed);
  // By the name that is read again when the form is sent once more.
  const value = countries.nationalities(words.language).find(([code]) => code === known)?.[1] ?? typed;
  const options = countries
    .nationalities(words.language)
    .map(([, label]) => html`<option value="${label}"></option>`);
  return labelled(
    form,
    props,
    html`<input type="text" id="${name}" name="${name}" list="${name}-list" value="${value}" dir="auto" autocomplete="off" spellcheck="false" translate="no"${described(form, props)}><datalist id="${name}-list">${options}</datalist>`,
  );
}

/** One choice out of a few. */
export function radioField(
  form: FormState,
  props: FieldProps & { readonly choices: readonly Choice[] },
): Html {
  const { name, choices } = props;
  const radios = choices.map(({ value, label, hint }, index) => {
    const id = index === 0 ? name : `${name}-${value}`;
    return html`<div class="radio"><input type="radio" id="${id}" name="${name}" value="${value}"${form.typed[name] === value && html` checked`}${hint && html` aria-describedby="${id}-hint"`}><label for="${id}">${label}</label>${hint && html`<span class="hint" id="${id}-hint">${hint}</span>`}</div>`;
  });
  return grouped(form, props, html`${radios}`);
}

/** One statement to agree with. */
export function checkboxField(form: FormState, props: FieldProps): Html {
  const { name, label, hint } = props;
  const error = errorOf(form, name);
  return html`<div class="field${error ? ' is-err' : ''}">${fieldError(form.frame, error, `${name}-error`)}<div class="radio"><input type="checkbox" id="${name}" name="${name}" value="yes"${form.typed[name] === 'yes' && html` checked`}${described(form, props)}><label for="${name}">${label}</label>${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}</div></div>`;
}

/** A date in three fields: typed from a document, not picked from a calendar. */
export function dateField(form: FormState, props: FieldProps): Html {
  const { words } = form.frame;
  const parts = (['day', 'month', 'year'] as const).map((part) => {
    const id = `${props.name}-${part}`;
    return html`<div><label for="${id}">${words.say(`form.${part}`)}</label><input type="text" inputmode="${part === 'month' ? 'text' : 'numeric'}" class="${part}" id="${id}" name="${id}" value="${form.typed[id] ?? ''}" autocomplete="off"${errorOf(form, props.name) && html` aria-invalid="true"`}></div>`;
  });
  return grouped(form, props, html`<div class="date">${parts}</div>`);
}

/** A file from the device. */
export function fileField(form: FormState, props: FieldProps & { readonly accept: string }): Html {
  const { name, accept } = props;
  return labelled(
    form,
    props,
    html`<input type="file" id="${name}" name="${name}" accept="${accept}"${described(form, props)}>`,
  );
}

/** The error of a field; of a list or a date, the one of any of its parts. */
function errorOf({ errors }: FormState, name: string): FieldError | undefined {
  return errors.find(({ field }) => field === name);
}

function described(form: FormState, { name, hint }: FieldProps): Fragment {
  const error = errorOf(form, name);
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`${ids && html` aria-describedby="${ids}"`}${error && html` aria-invalid="true"`}`;
}

function labelled(form: FormState, props: FieldProps, control: Html): Html {
  const { name, label, hint } = props;
  const error = errorOf(form, name);
  return html`<div class="field${error ? ' is-err' : ''}"><label for="${name}">${label}${optional(form, props)}</label>
${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}${fieldError(form.frame, error, `${name}-error`)}
${control}</div>`;
}

function grouped(form: FormState, props: FieldProps, content: Html): Html {
  const { name, label, hint } = props;
  const error = errorOf(form, name);
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<fieldset class="field group${error ? ' is-err' : ''}"${ids && html` aria-describedby="${ids}"`}><legend>${label}${optional(form, props)}</legend>
${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}${fieldError(form.frame, error, `${name}-error`)}
${content}</fieldset>`;
}

function optional({ frame }: FormState, props: FieldProps): Fragment {
  return props.optional && html` <span class="optional">${frame.words.say('form.optional')}</span>`;
}

/** HTML drops the first line feed in a text area: what was typed must come back whole. */
function protectLineFeed(text: string): string {
  return text.startsWith('\n') || text.startsWith('\r') ? `\n${text}` : text;
}
