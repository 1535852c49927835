import type { Frame } from '../ui/frame.ts';
import { type Html, html } from '../ui/html.ts';

/** From the page of an own means back to all tiles, or on for whoever has lost every key. `back` is the address of the login. */
export function otherWays({ words }: Pick<Frame, 'words'>, back: string): Html {
  return html`<div class="row"><a class="btn sec" href="${back}">${words.say('passkey.other')}</a></div>
<p><a href="/lost-key">${words.say('passkey.lost')}</a></p>`;
}
