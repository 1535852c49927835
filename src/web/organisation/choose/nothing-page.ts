import type { Frame } from '../../ui/frame.ts';
import { type Html, html } from '../../ui/html.ts';
import type { Contact } from '../../ui/journey-page.ts';
import { personLayout } from '../person-layout.ts';

/** Whoever administers nothing: how one becomes an administrator, whom to ask, and the ways on. */
export function nothingPage(frame: Frame, contact: Contact): Html {
  const { words } = frame;
  return personLayout(frame, {
    title: words.say('organisation.nothing'),
    body: html`<p class="lede">${words.say('organisation.nothing.text')}</p>
<h2>${words.say('organisation.nothing.how')}</h2>
<ul>
<li>${words.say('organisation.nothing.law', contact)}</li>
<li>${words.say('organisation.nothing.appointed')}</li>
<li>${words.say('organisation.nothing.none', contact)}</li>
</ul>
<p><a href="/help/administrator">${words.say('administrator.title')}</a></p>
<div class="row"><a class="btn" href="/account">${words.say('organisation.nothing.account')}</a><a class="btn sec" href="/">${words.say('account.toStart')}</a></div>`,
  });
}
