import { type Html, html } from '../ui/html.ts';
import { banner } from '../ui/parts.ts';
import type { OrganisationFrame } from './organisation-layout.ts';

/** Warns whoever administers the organisation alone, with the way to a second administrator. */
export function onlyOne(
  { words, here }: OrganisationFrame,
  { mayAppoint }: { readonly mayAppoint: boolean },
): Html {
  const button = html`<p><a class="btn" href="${here.at('/administrators/appoint')}">${words.say('administrators.second')}</a></p>`;
  return banner(
    'info',
    words.say('administrators.only'),
    html`<p>${words.say('administrators.only.text')}</p>${mayAppoint && button}`,
  );
}
