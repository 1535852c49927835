import type { Frame } from '../ui/frame.ts';
import { type Html, html } from '../ui/html.ts';
import type { Contact } from '../ui/journey-page.ts';
import { personLayout } from './person-layout.ts';

/** There is no such page for whoever asks: because it is not there, or because they do not administer it. It never says which. */
export function notHerePage(frame: Frame, contact: Contact): Html {
  const { words } = frame;
  return personLayout(frame, {
    title: words.say('organisation.notHere'),
    body: html`<p class="lede">${words.say('organisation.notHere.text')}</p>
<p>${words.say('organisation.notHere.ask', contact)}</p>
<div class="row"><a class="btn" href="/organisation/choose">${words.say('organisation.notHere.do')}</a></div>`,
  });
}
