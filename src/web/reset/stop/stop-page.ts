import { postedForm } from '../../ui/form/posted-form.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import { type Contact, unbroken } from '../../ui/journey-page.ts';
import { resetPage } from '../reset-page.ts';

/** One button: it was not them. */
export function stopPage(frame: Frame): Html {
  const { words, path } = frame;
  return resetPage(frame, {
    key: 'lostKey.stop.title',
    body: html`<p class="lede">${words.say('lostKey.stop.lede')}</p>
${postedForm({ frame }, path, html`<div class="row"><button class="btn danger">${words.say('lostKey.stop.go')}</button><a class="btn sec" href="/">${words.say('lostKey.stop.not')}</a></div>`)}`,
  });
}

/** It is stopped: nothing changed, and whom to ask. */
export function stoppedPage(frame: Frame, contact: Contact): Html {
  const { words } = frame;
  return resetPage(frame, {
    key: 'lostKey.stopped.title',
    body: html`<p class="lede">${words.say('lostKey.stopped.text')}</p>
<p>${words.say('lostKey.call', unbroken(contact))}</p>
<div class="row"><a class="btn" href="/account">${words.say('lostKey.toAccount')}</a><a class="btn sec" href="/">${words.say('lostKey.toStart')}</a></div>`,
  });
}
