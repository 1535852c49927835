import { type CaseRow, type CaseSorting, openStates } from '../../../domain/casework/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { dateTag } from '../../ui/parts.ts';
import { stateTag } from '../../ui/staff/state-tag.ts';
import { isAssignable } from '../assignable.ts';
import { assigneeName, countryTag, targetText } from '../case-facts.ts';
import { casePath } from '../list-place.ts';
import { type ListQuery, listPath } from '../list-query.ts';

type TableProps = {
  readonly query: ListQuery;
  readonly found: { readonly rows: readonly CaseRow[] };
  readonly names: ReadonlyMap<PersonId, string>;
};

/** An end that is over itself: the applicant replied, and somebody looks at it again. */
function isOpenRow({ state }: Pick<CaseRow, 'state'>): boolean {
  return openStates.includes(state);
}

/** The cases of one page of a list. On a narrow screen each row is a card, and the header a line of links to sort by. */
export function caseTable(page: StaffPage, { query, found, names }: TableProps, selectable: boolean): Html {
  const { words } = page.frame;
  const decided = query.list === 'decided';
  const sortable = (by: CaseSorting, label: string) => sortHeader(query, by, label);
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('desk.table')}"><table class="list">
<thead><tr>${selectable && html`<th><span class="vh">${words.say('desk.column.select')}</span></th>`}
${sortable('name', words.say('desk.column.case'))}
${sortable('country', words.say('desk.column.country'))}
${sortable('submitted', words.say('desk.column.received'))}
${decided ? sortable('changed', words.say('desk.column.decided')) : sortable('target', words.say('desk.column.target'))}
<th scope="col">${words.say('desk.column.assignee')}</th>
<th scope="col">${words.say('desk.column.status')}</th></tr></thead>
<tbody>${found.rows.map((row, place) => tableRow(page, row, { names, decided, selectable, path: casePath(row.id, { query, row: place }) }))}</tbody>
</table></div>`;
}

function sortHeader(query: ListQuery, by: CaseSorting, label: string): Html {
  const current = query.sort === by;
  const descending = current && !query.descending;
  const order = current && (query.descending ? 'descending' : 'ascending');
  return html`<th scope="col"${order && html` aria-sort="${order}"`}><a href="${listPath({ ...query, sort: by, descending, page: 1 })}">${label}</a></th>`;
}

function tableRow(
  page: StaffPage,
  row: CaseRow,
  {
    names,
    decided,
    selectable,
    path,
  }: {
    readonly names: ReadonlyMap<PersonId, string>;
    readonly decided: boolean;
    readonly selectable: boolean;
    readonly path: string;
  },
): Html {
  const { frame } = page;
  const { words } = frame;
  const cell = (
    key: 'country' | 'received' | 'decided' | 'target' | 'assignee' | 'status',
    content: Fragment,
  ) => html`<td data-label="${words.say(`desk.column.${key}`)}">${content}</td>`;
  return html`<tr>${selectable && html`<td class="pick">${isAssignable(row) && html`<input type="checkbox" name="case" value="${row.id}" id="case-${row.id}"><label class="vh" for="case-${row.id}">${words.say('desk.select', { name: row.name, reference: row.reference })}</label>`}</td>`}
<th scope="row"><a href="${path}" translate="no">${row.name}</a><small translate="no">${row.reference}</small></th>
${cell('country', html`${countryTag(frame, row.country)}${row.origin === 'office' && html`<small>${words.say('desk.origin.office')}</small>`}`)}
${cell('received', row.submittedAt ? dateTag(frame, row.submittedAt) : '–')}
${decided ? cell('decided', dateTag(frame, row.changedAt)) : cell('target', targetText(page, row))}
${cell('assignee', assigneeName(page, row.assignee, names))}
${cell('status', html`${stateTag(frame, row.state, row.outcome)}${row.state === 'waiting' && row.dueOn && html`<small>${words.say('desk.answerUntil', { date: words.shortDate(row.dueOn) })}</small>`}${row.repliedAfter && isOpenRow(row) && html`<small>${words.say(`desk.repliedAfter.${row.repliedAfter}`)}</small>`}`)}</tr>`;
}
