import type { StaffMemberRights } from '../../domain/platform/index.ts';
import type { StaffPage } from '../http/session/staff-page.ts';
import { type Html, html } from '../ui/html.ts';
import { dateTag } from '../ui/parts.ts';
import { staffRightName } from './staff-right-name.ts';

export const STAFF = '/platform/staff';

/** Members of staff in rows: name, each right with its organisation and end, and the way to end one. Nobody ends their own. */
export function staffTable(page: StaffPage, label: string, members: readonly StaffMemberRights[]): Html {
  const { frame, member } = page;
  const { words } = frame;
  const headings = ['name', 'rights', 'next'] as const;
  const rows = members.map(({ person, name, rights }) => {
    const held = rights.map(
      ({ right, organisationName, until }) =>
        html`<div>${staffRightName(frame, right)} · <span translate="no">${organisationName}</span>${until && html` · ${words.say('platform.staff.until')} ${dateTag(frame, until)}`}</div>`,
    );
    const next =
      person === member.person
        ? words.say('platform.staff.oneself')
        : html`<a href="${STAFF}/${person}/end">${words.say('platform.staff.end')}<span class="vh">: ${name}</span></a>`;
    return html`<tr><th scope="row"><span translate="no">${name}</span></th>
<td data-label="${words.say('platform.staff.rights')}">${held}</td>
<td data-label="${words.say('platform.staff.next')}">${next}</td></tr>`;
  });
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${label}"><table class="list"><thead><tr>${headings.map((heading) => html`<th scope="col">${words.say(`platform.staff.${heading}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
