import type { OfficePage, OfficeRow } from '../../../domain/casework/index.ts';
import type { Frame } from '../../ui/frame.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { dateTag } from '../../ui/parts.ts';
import { stateTag } from '../../ui/staff/state-tag.ts';
import { type OfficeQuery, officeListNames, officePath } from '../office-query.ts';

/** The cases of the office: which ones, a search, and for each what to do next. */
export function officeList(frame: Frame, query: OfficeQuery, found: OfficePage): Html {
  const { words } = frame;
  return html`<section id="cases"><h2>${words.say('counter.list')}</h2>
${tabs(frame, query, found)}
<form method="post" action="/office/search" class="filters" role="search"><input type="hidden" name="csrf" value="${frame.formToken}"><input type="hidden" name="list" value="${query.list}">
<div><label for="search">${words.say('counter.list.search')}</label><input type="search" id="search" name="search" value="${query.search?.words ?? ''}" autocomplete="off" spellcheck="false" maxlength="100"></div>
<div class="row"><button class="btn sec">${words.say('counter.list.search.button')}</button>${query.search && html`<a href="${officePath({ ...query, search: null, page: 1 })}">${words.say('counter.list.all')}</a>`}</div></form>
${found.rows.length === 0 ? nothing(frame, query) : table(frame, found.rows)}
${pages(frame, query, found)}</section>`;
}

function tabs({ words }: Frame, query: OfficeQuery, { counts }: OfficePage): Html {
  const items = officeListNames.map(
    (list) =>
      html`<li><a href="${officePath({ list, page: 1, search: query.search })}"${list === query.list && html` aria-current="page"`}>${words.say(`counter.list.${list}`)} <span class="count">${counts[list]}</span></a></li>`,
  );
  return html`<nav class="tabs" aria-label="${words.say('counter.list')}"><ul>${items}</ul></nav>`;
}

function table(frame: Frame, rows: readonly OfficeRow[]): Html {
  const { words } = frame;
  return html`<div class="scroll stack" role="region" tabindex="0" aria-label="${words.say('counter.list')}"><table class="list">
<thead><tr><th scope="col">${words.say('counter.list.person')}</th><th scope="col">${words.say('counter.case.state')}</th><th scope="col">${words.say('counter.list.next')}</th><th scope="col">${words.say('counter.list.changed')}</th></tr></thead>
<tbody>${rows.map((row) => tableRow(frame, row))}</tbody></table></div>`;
}

function tableRow(frame: Frame, row: OfficeRow): Html {
  const { words } = frame;
  const label = (key: 'counter.case.state' | 'counter.list.next' | 'counter.list.changed') => words.say(key);
  return html`<tr><th scope="row"><a href="/office/case/${row.id}" translate="no">${row.name}</a><small translate="no">${row.reference}</small></th>
<td data-label="${label('counter.case.state')}">${stateTag(frame, row.state, row.outcome)}</td>
<td data-label="${label('counter.list.next')}">${nextStep(frame, row)}</td>
<td data-label="${label('counter.list.changed')}">${dateTag(frame, row.changedAt)}</td></tr>`;
}

/** What an officer does next with a case, in one sentence. */
function nextStep({ words }: Frame, { state, outcome, isHere, dueOn }: OfficeRow): string {
  switch (state) {
    case 'handed-over':
      return words.say(isHere ? 'counter.next.here' : 'counter.next.elsewhere');
    case 'waiting':
      return words.say('counter.next.waiting', { date: dueOn === null ? '' : words.date(dueOn) });
    case 'to-confirm':
      return words.say('counter.next.to-confirm');
    case 'decided':
      return words.say(outcome === 'refused' ? 'counter.next.refused' : 'counter.next.decided');
    case 'withdrawn':
    case 'expired':
      return words.say('counter.next.closed');
    default:
      return words.say('counter.next.agents');
  }
}

function nothing({ words }: Frame, query: OfficeQuery): Html {
  const key =
    query.search === null ? (`counter.list.none.${query.list}` as const) : 'counter.list.none.search';
  return html`<section class="card"><p role="status">${words.say(key)}</p></section>`;
}

function pages({ words }: Frame, query: OfficeQuery, { hasMore }: OfficePage): Fragment {
  if (query.page === 1 && !hasMore) return null;
  const link = (page: number, key: 'desk.previous' | 'desk.next', rel: string) =>
    html`<a href="${officePath({ ...query, page })}" rel="${rel}">${words.say(key)}</a>`;
  return html`<nav class="pages" aria-label="${words.say('desk.pages')}">${query.page > 1 && link(query.page - 1, 'desk.previous', 'prev')}<span>${words.say('desk.page', { page: query.page })}</span>${hasMore && link(query.page + 1, 'desk.next', 'next')}</nav>`;
}
