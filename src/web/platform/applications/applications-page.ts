import type { Application } from '../../../domain/application/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { nameOf } from '../../ui/parts.ts';
import { platformPage } from '../platform-page.ts';

export const APPLICATIONS = '/platform/applications';

/** Every application, to look at. */
export function applicationsPage(page: StaffPage, applications: readonly Application[]): Html {
  const { words } = page.frame;
  const title = words.say('platform.applications.title');
  const headings = ['name', 'groups', 'level', 'rights'] as const;
  const rows = applications
    .map((application) => ({ application, name: nameOf(application, words.language) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, words.language))
    .map(({ application: { id, openTo, assurance, rights }, name }) => {
      const cell = (heading: (typeof headings)[number], content: Fragment) =>
        html`<td data-label="${words.say(`platform.applications.${heading}`)}">${content}</td>`;
      const groups = openTo.map(({ targetGroup }) => words.say(`platform.group.${targetGroup}`));
      return html`<tr><th scope="row"><a href="${APPLICATIONS}/${encodeURIComponent(id)}" translate="no">${name}</a></th>
${cell('groups', words.list(groups))}
${cell('level', words.say(`level.${assurance}`))}
${cell('rights', words.say('platform.groups.count', { count: rights.length }))}</tr>`;
    });
  return platformPage(page, {
    section: 'platform-applications',
    title,
    body: html`<p class="lede">${words.say('platform.applications.lede')}</p>
<div class="scroll stack" role="region" tabindex="0" aria-label="${title}"><table class="list"><thead><tr>${headings.map((heading) => html`<th scope="col">${words.say(`platform.applications.${heading}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`,
  });
}
