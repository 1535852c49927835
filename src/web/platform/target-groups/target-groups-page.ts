import { MOST_COUNTED, type TargetGroupFigures } from '../../../domain/platform/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { platformPage } from '../platform-page.ts';

/** What each target group is, how its organisations are known, and how many there are. */
export function targetGroupsPage(page: StaffPage, groups: readonly TargetGroupFigures[]): Html {
  const { words } = page.frame;
  const title = words.say('platform.groups.title');
  const headings = ['group', 'code', 'organisations', 'applications'] as const;
  const rows = groups.map(({ targetGroup, organisations, applications }) => {
    const cell = (heading: (typeof headings)[number], content: Fragment) =>
      html`<td data-label="${words.say(`platform.groups.${heading}`)}">${content}</td>`;
    const counted =
      organisations > MOST_COUNTED
        ? words.say('platform.groups.more', { count: MOST_COUNTED })
        : words.say('platform.groups.count', { count: organisations });
    return html`<tr><th scope="row">${words.say(`platform.group.${targetGroup}`)}<small translate="no">${targetGroup}</small></th>
${cell('code', targetGroup === 'BUR' ? words.say('platform.group.BUR.code') : words.say(`platform.group.${targetGroup}.code`))}
${cell('organisations', targetGroup === 'BUR' ? '–' : html`<a href="/platform/organisations?group=${targetGroup}">${counted}</a>`)}
${cell('applications', words.say('platform.groups.count', { count: applications }))}</tr>`;
  });
  return platformPage(page, {
    section: 'platform-groups',
    title,
    body: html`<p class="lede">${words.say('platform.groups.lede')}</p>
<div class="scroll stack" role="region" tabindex="0" aria-label="${title}"><table class="list"><thead><tr>${headings.map((heading) => html`<th scope="col">${words.say(`platform.groups.${heading}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`,
  });
}
