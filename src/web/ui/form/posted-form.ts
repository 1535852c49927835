import type { Frame } from '../frame.ts';
import { type Fragment, type Html, html } from '../html.ts';

/** A form of ours that posts to `action`, with the token of its session. */
export function postedForm(
  { frame }: { readonly frame: Frame },
  action: string,
  content: Fragment,
  name = '',
): Html {
  return html`<form method="post" action="${action}" novalidate${name && html` class="${name}"`}><input type="hidden" name="csrf" value="${frame.formToken}">${content}</form>`;
}

/** A value that goes along with a form. */
export function hidden(name: string, value: string | number): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}
