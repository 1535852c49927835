import type { Orphan } from '../../../domain/enterprise-register/index.ts';
import type { OrganisationId } from '../../../domain/organisation/index.ts';
import type { StaffMemberRights } from '../../../domain/platform/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { dateTag } from '../../ui/parts.ts';
import { organisationPath } from '../organisation-in.ts';
import { platformPage } from '../platform-page.ts';
import { REQUESTS } from '../request-path.ts';
import { staffTable } from '../staff-table.ts';

export type HomeProps = {
  readonly orphans: readonly Orphan[];
  readonly next: OrganisationId | null;
  readonly ending: readonly StaffMemberRights[];
  readonly isEmpty: boolean;
  /** How many requests for access wait on the platform. */
  readonly requests: number;
};

/** Where a platform administrator begins: what needs somebody, and what to do first where nothing is there yet. */
export function homePage(page: StaffPage, { orphans, next, ending, isEmpty, requests }: HomeProps): Html {
  const { words } = page.frame;
  return platformPage(page, {
    section: 'platform',
    title: words.say('platform.home.title'),
    body: html`<p class="lede">${words.say('platform.home.lede')}</p>
${isEmpty && firstStep(page)}
<h2>${words.say('platform.home.requests')}</h2>
<p>${requests === 0 ? words.say('platform.home.requests.none') : html`<a href="${REQUESTS}">${words.say('platform.home.requests.count', { count: requests })}</a>`}</p>
<h2>${words.say('platform.home.orphans')}</h2>
${orphans.length === 0 ? html`<p>${words.say('platform.home.orphans.none')}</p>` : orphanTable(page, orphans)}
${next !== null && html`<nav class="pages" aria-label="${words.say('desk.pages')}"><a href="/platform?after=${next}" rel="next">${words.say('desk.next')}</a></nav>`}
<h2>${words.say('platform.home.ending')}</h2>
${ending.length === 0 ? html`<p>${words.say('platform.home.ending.none')}</p>` : staffTable(page, words.say('platform.home.ending'), ending)}`,
  });
}

function firstStep({ frame: { words } }: StaffPage): Html {
  return html`<section class="card"><h2>${words.say('platform.home.first')}</h2><p>${words.say('platform.home.first.text')}</p>
<div class="row"><a class="btn" href="/platform/organisations/new">${words.say('platform.organisations.add')}</a></div></section>`;
}

/** Organisations in which nobody decides, each with the way to invite somebody who does. */
function orphanTable({ frame }: StaffPage, orphans: readonly Orphan[]): Html {
  const { words } = frame;
  const headings = ['name', 'code', 'targetGroup', 'since', 'next'] as const;
  const rows = orphans.map(({ id, name, code, targetGroup, since }) => {
    const cell = (heading: (typeof headings)[number], content: Fragment) =>
      html`<td data-label="${words.say(`platform.orphan.${heading}`)}">${content}</td>`;
    return html`<tr><th scope="row"><a href="${organisationPath(id)}" translate="no">${name}</a></th>
${cell('code', html`<span translate="no">${code}</span>`)}
${cell('targetGroup', words.say(`platform.group.${targetGroup}`))}
${cell('since', since === null ? words.say('platform.orphan.never') : dateTag(frame, since))}
${cell('next', html`<a href="${organisationPath(id)}/administrators/new">${words.say('platform.appoint')}<span class="vh">: ${name}</span></a>`)}</tr>`;
  });
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('platform.home.orphans')}"><table class="list"><thead><tr>${headings.map((heading) => html`<th scope="col">${words.say(`platform.orphan.${heading}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
