import type { Frame } from '../frame.ts';
import { type Html, html } from '../html.ts';
import { banner } from '../parts.ts';

/** Says of a form that was kept until whoever sent it had logged in once more that nothing of it was done yet. */
export function afterLoginBanner({ words }: Frame): Html {
  return banner('info', words.say('case.after-login'), html`<p>${words.say('case.after-login.text')}</p>`);
}
