import { lastDayBefore } from '../../../base/calendar.ts';
import type { Invitation } from '../../../domain/invitation/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import type { Listed, StaffMemberRights } from '../../../domain/platform/index.ts';
import type { SealedSearch } from '../../http/sealed-search.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { platformPage } from '../platform-page.ts';
import { staffRightName } from '../staff-right-name.ts';
import { STAFF, staffTable } from '../staff-table.ts';

export const staffOutcomes = ['invited', 'withdrawn', 'ended'] as const;
export type StaffQuery = { readonly search: SealedSearch | null; readonly after: PersonId | null };
export type StaffProps = Listed<StaffMemberRights> & {
  readonly query: StaffQuery;
  readonly invitations: readonly Invitation[];
  readonly done: (typeof staffOutcomes)[number] | null;
};

/** Who works with Sluis, by which rights, and who is invited to. */
export function platformStaffPage(
  page: StaffPage,
  { items, hasMore, query, invitations, done }: StaffProps,
): Html {
  const { words } = page.frame;
  const title = words.say('platform.staff.title');
  return platformPage(page, {
    section: 'platform-staff',
    title,
    done: done && words.say(`platform.staff.done.${done}`),
    body: html`<p class="lede">${words.say('platform.staff.lede')}</p>
<div class="row"><a class="btn sec" href="${STAFF}/invite">${words.say('platform.invite')}</a></div>
${search(page, query)}
${items.length === 0 ? html`<section class="card"><p role="status">${words.say('platform.staff.none')}</p></section>` : staffTable(page, title, items)}
${pages(page, query, hasMore ? items.at(-1) : undefined)}
<h2>${words.say('platform.invitations')}</h2>
${invitations.length === 0 ? html`<p>${words.say('platform.invitations.none')}</p>` : invitationTable(page, invitations)}`,
  });
}

function search(page: StaffPage, query: StaffQuery): Html {
  const { words } = page.frame;
  return postedForm(
    page,
    STAFF,
    html`<div><label for="search">${words.say('platform.staff.search')}</label><input type="search" id="search" name="search" value="${query.search?.words ?? ''}" maxlength="100" autocomplete="off" spellcheck="false"></div>
<div class="row"><button class="btn sec">${words.say('platform.search')}</button>${query.search && html`<a href="${STAFF}">${words.say('platform.staff.all')}</a>`}</div>`,
    'filters',
  );
}

function pages(
  { frame: { words } }: StaffPage,
  { search, after }: StaffQuery,
  last: StaffMemberRights | undefined,
): Fragment {
  if (last === undefined && after === null) return null;
  const path = (place: PersonId | null) => {
    const query = new URLSearchParams({
      ...(search && { search: search.sealed }),
      ...(place && { after: place }),
    });
    return query.size > 0 ? `${STAFF}?${query}` : STAFF;
  };
  const first = after !== null && html`<a href="${path(null)}">${words.say('platform.first')}</a>`;
  const next = last && html`<a href="${path(last.person)}" rel="next">${words.say('desk.next')}</a>`;
  return html`<nav class="pages" aria-label="${words.say('desk.pages')}">${first}${next}</nav>`;
}

function invitationTable({ frame }: StaffPage, invitations: readonly Invitation[]): Html {
  const { words } = frame;
  const headings = ['name', 'right', 'until', 'next'] as const;
  const rows = invitations.map(({ id, name, email, right, expiresAt }) => {
    const cell = (heading: (typeof headings)[number], content: Fragment) =>
      html`<td data-label="${words.say(`platform.invitations.${heading}`)}">${content}</td>`;
    const called = name ?? email.reveal();
    return html`<tr><th scope="row"><span translate="no">${called}</span>${name !== null && html`<small translate="no">${email.reveal()}</small>`}</th>
${cell('right', staffRightName(frame, right))}
${cell('until', words.date(lastDayBefore(expiresAt)))}
${cell('next', html`<a href="${STAFF}/invitations/${id}">${words.say('platform.withdraw')}<span class="vh">: ${called}</span></a>`)}</tr>`;
  });
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('platform.invitations')}"><table class="list"><thead><tr>${headings.map((heading) => html`<th scope="col">${words.say(`platform.invitations.${heading}`)}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
