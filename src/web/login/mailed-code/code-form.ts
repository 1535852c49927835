import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';

/** A form of the pages of a mailed code: posts an answer of this kind to their address. */
export function codeForm({ formToken }: Frame, place: string, answer: string, content: Fragment): Html {
  return html`<form method="post" action="${place}" novalidate><input type="hidden" name="csrf" value="${formToken}"><input type="hidden" name="answer" value="${answer}">${content}</form>`;
}
