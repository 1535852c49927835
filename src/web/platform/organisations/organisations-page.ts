import type { Organisation, OrganisationId, TargetGroup } from '../../../domain/organisation/index.ts';
import type { Listed } from '../../../domain/platform/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { ORGANISATIONS } from '../organisation-in.ts';
import { organisationTable } from '../organisation-table.ts';
import { platformPage } from '../platform-page.ts';
import { organisationGroups } from '../target-groups-of-organisations.ts';

export type OrganisationsQuery = {
  readonly words: string;
  readonly targetGroup: TargetGroup | null;
  readonly after: OrganisationId | null;
};

/** All organisations by name, fifty at a time, and a search by name or code. */
export function organisationsPage(
  page: StaffPage,
  query: OrganisationsQuery,
  { items, hasMore }: Listed<Organisation>,
): Html {
  const { words } = page.frame;
  const title = words.say('platform.organisations.title');
  const found =
    items.length === 0
      ? html`<section class="card"><p role="status">${words.say(query.words === '' ? 'platform.organisations.none' : 'platform.organisations.notFound')}</p></section>`
      : organisationTable(page, title, items);
  return platformPage(page, {
    section: 'platform-organisations',
    title,
    body: html`<div class="row"><a class="btn sec" href="${ORGANISATIONS}/new">${words.say('platform.organisations.add')}</a></div>
${search(page, query)}
${found}
${pages(page, query, hasMore ? items.at(-1) : undefined)}`,
  });
}

function search({ frame: { words } }: StaffPage, query: OrganisationsQuery): Html {
  const options = organisationGroups.map(
    (group) =>
      html`<option value="${group}"${group === query.targetGroup && html` selected`}>${words.say(`platform.group.${group}`)}</option>`,
  );
  const isNarrow = query.words !== '' || query.targetGroup !== null;
  return html`<form method="get" action="${ORGANISATIONS}" class="filters" role="search">
<div><label for="q">${words.say('platform.organisations.search')}</label><input type="search" id="q" name="q" value="${query.words}" maxlength="100" autocomplete="off" spellcheck="false"></div>
<div><label for="group">${words.say('platform.organisation.targetGroup')}</label><select id="group" name="group"><option value="">${words.say('platform.organisations.allGroups')}</option>${options}</select></div>
<div class="row"><button class="btn sec">${words.say('platform.search')}</button>${isNarrow && html`<a href="${ORGANISATIONS}">${words.say('platform.organisations.all')}</a>`}</div></form>`;
}

function pages(
  { frame: { words } }: StaffPage,
  query: OrganisationsQuery,
  last: Organisation | undefined,
): Fragment {
  if (last === undefined && query.after === null) return null;
  const first =
    query.after !== null &&
    html`<a href="${pathOf({ ...query, after: null })}">${words.say('platform.first')}</a>`;
  const next =
    last && html`<a href="${pathOf({ ...query, after: last.id })}" rel="next">${words.say('desk.next')}</a>`;
  return html`<nav class="pages" aria-label="${words.say('desk.pages')}">${first}${next}</nav>`;
}

function pathOf({ words, targetGroup, after }: OrganisationsQuery): string {
  const query = new URLSearchParams({
    ...(words !== '' && { q: words }),
    ...(targetGroup !== null && { group: targetGroup }),
    ...(after !== null && { after }),
  });
  return query.size > 0 ? `${ORGANISATIONS}?${query}` : ORGANISATIONS;
}
