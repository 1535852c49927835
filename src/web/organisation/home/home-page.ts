import { type Html, html } from '../../ui/html.ts';
import { type OrganisationFrame, organisationLayout } from '../organisation-layout.ts';

/** L1: what there is to do in this organisation. */
export function homePage(frame: OrganisationFrame): Html {
  const { words } = frame;
  return organisationLayout(frame, {
    title: words.say('organisation.home'),
    section: 'home',
    body: html`<p class="lede">${words.say('organisation.home.text')}</p>
<div class="row"><a class="btn" href="/organisation/choose">${words.say('organisation.notHere.do')}</a></div>`,
  });
}
