import type { CaseCounts, CasePage, SavedList } from '../../../domain/casework/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { errorSummary, type FieldError, fieldError } from '../../ui/form/error-summary.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { banner } from '../../ui/parts.ts';
import { staffLayout } from '../../ui/staff/staff-layout.ts';
import { isAssignable } from '../assignable.ts';
import {
  type CaseListName,
  caseLists,
  emptyQuery,
  type ListQuery,
  listPath,
  withoutFilters,
  writeListQuery,
} from '../list-query.ts';
import { activeFilters, filterForm } from './list-filters.ts';
import { pageLinks, rangeText } from './list-pages.ts';
import { caseTable } from './list-table.ts';
import { savedLists, saveListForm } from './saved-lists.ts';

export type ListProps = {
  readonly query: ListQuery;
  readonly found: CasePage;
  readonly names: ReadonlyMap<PersonId, string>;
  readonly countries: readonly string[];
  readonly agents: readonly { readonly person: PersonId; readonly name: string }[];
  readonly counts: CaseCounts;
  readonly saved: readonly SavedList[];
  readonly errors: readonly FieldError[];
  /** The last case of the list was left. */
  readonly ended: boolean;
  /** The name that a list could not be kept under. */
  readonly typed: Readonly<Record<string, string>>;
};

/** One list of cases: choose another, filter it, sort it, assign some of it. */
export function listPage(page: StaffPage, props: ListProps): Html {
  const { frame, member } = page;
  const { words } = frame;
  const { query, errors } = props;
  const title = words.say(`desk.list.${query.list}`);
  return staffLayout(frame, {
    member,
    section: 'list',
    title,
    failed: errors.length > 0,
    body: html`${errorSummary(frame, errors)}${props.ended && banner('info', words.say('desk.end'), html`<p>${words.say('desk.end.text')}</p>`)}<h1>${title}</h1>
${listTabs(page, props)}
${savedLists(page, query, props.saved)}
${filterForm(page, props)}
${activeFilters(page, props)}
${content(page, props)}
${saveListForm(page, query, props)}`,
  });
}

function listTabs({ frame: { words } }: StaffPage, { query, counts }: ListProps): Html {
  const numbers: Readonly<Partial<Record<CaseListName, number>>> = {
    mine: counts.mine,
    unassigned: counts.unassigned,
    waiting: counts.waiting,
    'to-confirm': counts.toConfirm,
  };
  const tabs = caseLists.map((list) => {
    const count = numbers[list];
    return html`<li><a href="${listPath(emptyQuery(list))}"${list === query.list && html` aria-current="page"`}>${words.say(`desk.tab.${list}`)}${count !== undefined && html` <span class="count">${count}</span>`}</a></li>`;
  });
  return html`<nav class="tabs" aria-label="${words.say('desk.lists')}"><ul>${tabs}</ul></nav>`;
}

function content(page: StaffPage, props: ListProps): Fragment {
  const { frame } = page;
  const { query, found, errors } = props;
  if (found.rows.length === 0) return nothing(page, query);
  const error = errors.find(({ field }) => field === 'case');
  const range = html`<p class="range" role="status">${rangeText(frame, query, found)}</p>`;
  if (!found.rows.some(isAssignable))
    return html`${range}${caseTable(page, props, false)}${pageLinks(page, query, found)}`;
  return html`${range}${postedForm(
    page,
    '/cases/assign',
    html`${hidden('query', writeListQuery(query))}${fieldError(frame, error, 'case-error')}${caseTable(page, props, true)}
<div class="row"><button class="btn">${frame.words.say('desk.assign.button')}</button></div>`,
    error ? 'is-err' : '',
  )}${pageLinks(page, query, found)}`;
}

/** An empty list says why it is empty, and what one can do. */
function nothing({ frame: { words } }: StaffPage, query: ListQuery): Html {
  if (query.page > 1)
    return html`<section class="card"><p>${words.say('desk.nothing.page')}</p><p><a href="${listPath({ ...query, page: 1 })}">${words.say('desk.firstPage')}</a></p></section>`;
  if (writeListQuery({ ...query, page: 1 }) !== writeListQuery(withoutFilters(query)))
    return html`<section class="card"><p role="status">${words.say('desk.nothing.filtered')}</p><p><a href="${listPath(withoutFilters(query))}">${words.say('desk.filter.clear')}</a></p></section>`;
  return html`<section class="card"><p>${words.say(`desk.nothing.${query.list}`)}</p></section>`;
}
