import type { Organisation } from '../../domain/organisation/index.ts';
import type { StaffPage } from '../http/session/staff-page.ts';
import { type Html, html } from '../ui/html.ts';
import { organisationPath } from './organisation-in.ts';
import { standingTag } from './standing-tag.ts';

/** Organisations in rows: name, code, target group, and whether each counts now. */
export function organisationTable(
  page: StaffPage,
  label: string,
  organisations: readonly Organisation[],
): Html {
  const { words } = page.frame;
  const headings = ['name', 'code', 'targetGroup', 'standing'] as const;
  const rows = organisations.map((each) => {
    const cell = (heading: (typeof headings)[number], content: Html | string) =>
      html`<td data-label="${words.say(`platform.organisation.${heading}`)}">${content}</td>`;
    return html`<tr><th scope="row"><a href="${organisationPath(each.id)}" translate="no">${each.name}</a></th>
${cell('code', html`<span translate="no">${each.code}</span>`)}
${cell('targetGroup', words.say(`platform.group.${each.targetGroup}`))}
${cell('standing', standingTag(page, each))}</tr>`;
  });
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${label}"><table class="list"><thead><tr>${headings.map((heading) => html`<th scope="col">${words.say(`platform.organisation.${heading}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
