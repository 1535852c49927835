import type { CasePage } from '../../../domain/casework/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, html } from '../../ui/html.ts';
import { CASES_PER_PAGE, type ListQuery, listPath } from '../list-query.ts';

/** "1 to 25 of 148", or of "more than 1,000" where nobody counted further. */
export function rangeText({ words }: Frame, { page }: ListQuery, { rows, total, atLeast }: CasePage): string {
  const first = (page - 1) * CASES_PER_PAGE + 1;
  const values = { first, last: first + rows.length - 1, total };
  return words.say(atLeast ? 'desk.rangeAtLeast' : 'desk.range', values);
}

/** The page before and the page after, where there is one. */
export function pageLinks(
  { frame: { words } }: StaffPage,
  query: ListQuery,
  { total, atLeast, rows }: CasePage,
): Fragment {
  const hasNext = rows.length === CASES_PER_PAGE && (atLeast || query.page * CASES_PER_PAGE < total);
  if (query.page === 1 && !hasNext) return null;
  const link = (page: number, key: 'desk.previous' | 'desk.next', rel: string) =>
    html`<a href="${listPath({ ...query, page })}" rel="${rel}">${words.say(key)}</a>`;
  return html`<nav class="pages" aria-label="${words.say('desk.pages')}">${query.page > 1 && link(query.page - 1, 'desk.previous', 'prev')}<span>${words.say('desk.page', { page: query.page })}</span>${hasNext && link(query.page + 1, 'desk.next', 'next')}</nav>`;
}
