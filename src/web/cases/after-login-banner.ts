import type { Frame } from '../ui/frame.ts';
import { type Html, html } from '../ui/html.ts';
import { banner } from '../ui/parts.ts';

/** Says of a form that was kept until its agent had logged in once more that nothing of it was done yet. */
export function afterLoginBanner({ words }: Frame): Html {
  return banner('info', words.say('case.after-login'), html`<p>${words.say('case.after-login.text')}</p>`);
}
