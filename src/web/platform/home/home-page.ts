import type { StaffMemberRights } from '../../../domain/platform/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { type Html, html } from '../../ui/html.ts';
import { platformPage } from '../platform-page.ts';
import { staffTable } from '../staff-table.ts';

export type HomeProps = { readonly ending: readonly StaffMemberRights[]; readonly isEmpty: boolean };

/** Where a platform administrator begins: what needs somebody, and what to do first where nothing is there yet. */
export function homePage(page: StaffPage, { ending, isEmpty }: HomeProps): Html {
  const { words } = page.frame;
  return platformPage(page, {
    section: 'platform',
    title: words.say('platform.home.title'),
    body: html`<p class="lede">${words.say('platform.home.lede')}</p>
${isEmpty && firstStep(page)}
<h2>${words.say('platform.home.ending')}</h2>
${ending.length === 0 ? html`<p>${words.say('platform.home.ending.none')}</p>` : staffTable(page, words.say('platform.home.ending'), ending)}`,
  });
}

function firstStep({ frame: { words } }: StaffPage): Html {
  return html`<section class="card"><h2>${words.say('platform.home.first')}</h2><p>${words.say('platform.home.first.text')}</p>
<div class="row"><a class="btn" href="/platform/organisations/new">${words.say('platform.organisations.add')}</a></div></section>`;
}
