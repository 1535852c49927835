import type { Frame } from './frame.ts';
import { type Html, html } from './html.ts';

/** A code to read out or paste. The script shows the button; without script there is only the code to select. */
export function copyable({ words }: Frame, code: string): Html {
  return html`<p class="copyable"><code translate="no">${code}</code><button type="button" class="btn sec sm" data-copy="${code}" data-done="${words.say('frame.copied')}" hidden>${words.say('frame.copy')}</button></p>`;
}
