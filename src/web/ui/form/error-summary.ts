import type { Frame } from '../frame.ts';
import { type Fragment, html } from '../html.ts';

/** One thing that was wrong with a form: where it is, and what to do about it. */
export type FieldError = { readonly field: string; readonly id: string; readonly text: string };

/** The box above the h1 with every error as a link to its field (the same words stand at the field). */
export function errorSummary({ words }: Frame, errors: readonly FieldError[]): Fragment {
  if (errors.length === 0) return null;
  return html`<section class="summary" role="alert" tabindex="-1" aria-labelledby="summary-title" data-focus>
<h2 id="summary-title">${words.say('frame.problem')}</h2>
<ul>${errors.map((error) => html`<li><a href="#${error.id}">${error.text}</a></li>`)}</ul>
</section>`;
}

/** The error at a field, to be named in `aria-describedby` by `id`. */
export function fieldError({ words }: Frame, error: FieldError | undefined, id: string): Fragment {
  return (
    error &&
    html`<p class="msg" id="${id}"><span class="vh">${words.label('frame.error')} </span>${error.text}</p>`
  );
}
