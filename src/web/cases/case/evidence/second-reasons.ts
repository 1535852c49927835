import type { SecondReason } from '../../../../domain/casework/index.ts';
import { type Html, html } from '../../../ui/html.ts';
import type { Words } from '../../../ui/words.ts';

/** Why one member of staff is not enough, in words. */
export function secondReasonList(words: Words, needs: readonly SecondReason[]): Html {
  return html`<ul class="bullets">${needs.map((need) => html`<li>${words.say(`case.second.${need}`)}</li>`)}</ul>`;
}
