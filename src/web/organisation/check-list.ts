import { fieldError } from '../ui/form/error-summary.ts';
import type { FieldProps, FormState } from '../ui/form/form-fields.ts';
import { type Fragment, type Html, html } from '../ui/html.ts';

/** Several of a list: a box for each. */
export function checkList(
  { frame, errors }: FormState,
  { name, label, hint }: FieldProps,
  choices: readonly { readonly value: string; readonly label: Fragment; readonly isChosen: boolean }[],
): Html {
  const error = errors.find(({ field }) => field === name);
  const ids = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  const boxes = choices.map(({ value, label, isChosen }, index) => {
    const id = index === 0 ? name : `${name}-${index}`;
    return html`<div class="radio"><input type="checkbox" id="${id}" name="${name}" value="${value}"${isChosen && html` checked`}><label for="${id}">${label}</label></div>`;
  });
  return html`<fieldset class="field group${error ? ' is-err' : ''}"${ids && html` aria-describedby="${ids}"`}><legend>${label}</legend>
${hint && html`<span class="hint" id="${name}-hint">${hint}</span>`}${fieldError(frame, error, `${name}-error`)}
${boxes}</fieldset>`;
}
