import { languages } from '../../../base/language.ts';
import { type DaySpan, openStates } from '../../../domain/casework/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import type { StaffPage } from '../../http/session/staff-page.ts';
import { hidden, postedForm } from '../../ui/form/posted-form.ts';
import { type Fragment, type Html, html } from '../../ui/html.ts';
import { countryIn } from '../../ui/parts.ts';
import {
  type CaseListName,
  inUsualOrder,
  isUsuallySorted,
  type ListQuery,
  listedStates,
  listPath,
  withoutFilters,
  writeListQuery,
} from '../list-query.ts';

type FilterProps = {
  readonly query: ListQuery;
  readonly countries: readonly string[];
  readonly agents: readonly { readonly person: PersonId; readonly name: string }[];
};
type Option = readonly [value: string, label: string];

/** States by which a list can be narrowed: none where the list is one state already. */
function statesIn(list: CaseListName): readonly NonNullable<ListQuery['state']>[] {
  if (list === 'all') return listedStates;
  return list === 'mine' ? openStates.filter((state) => state !== 'draft' && state !== 'new') : [];
}

/**
 * Filters begin empty and are sent with a button. They are posted, so that the name that somebody searches for stays out of
 * the address; the answer leads to an address with the rest.
 */
export function filterForm(page: StaffPage, props: FilterProps): Html {
  const { frame } = page;
  const { words } = frame;
  const { query } = props;
  const states = statesIn(query.list).map((state): Option => [state, words.say(`desk.state.${state}`)]);
  const countries = props.countries
    .map((code): Option => [code, countryIn(frame, code)])
    .sort(([, one], [, other]) => one.localeCompare(other, words.language));
  const agents = props.agents.map(
    ({ person, name }): Option => [person, person === page.member.person ? words.say('desk.me') : name],
  );
  return postedForm(
    page,
    '/cases/list',
    html`${hidden('list', query.list)}${kept(query)}${!isUsuallySorted(query) && hidden('sort', `${query.sort}.${query.descending ? 'desc' : 'asc'}`)}
<div><label for="search">${words.say('desk.filter.search')}</label><input type="search" id="search" name="search" value="${query.search?.words ?? ''}" autocomplete="off" spellcheck="false" maxlength="100"></div>
${states.length > 0 && choice(page, 'status', states, query.state)}
${choice(page, 'country', countries, query.country)}
${query.list !== 'mine' && query.list !== 'unassigned' && choice(page, 'assignee', agents, query.assignee)}
${choice(
  page,
  'language',
  languages.map((language): Option => [language, words.say(`desk.language.${language}`)]),
  query.language,
)}
${choice(
  page,
  'origin',
  (['eidas', 'office'] as const).map((origin): Option => [origin, words.say(`desk.origin.${origin}`)]),
  query.origin,
)}
${query.list !== 'decided' && html`<div class="check"><input type="checkbox" id="late" name="late" value="yes"${query.late && html` checked`}><label for="late">${words.say('desk.filter.late')}</label></div>`}
<div><button class="btn sec">${words.say('desk.filter.apply')}</button></div>`,
    'filters',
  );
}

/** "23 Nov 2026 to 29 Nov 2026", "since 23 Nov 2026". */
function spanWords({ frame: { words } }: StaffPage, { from, until }: DaySpan): string {
  if (from !== null && until !== null)
    return words.say('desk.filter.days.span', { from: words.shortDate(from), until: words.shortDate(until) });
  if (from !== null) return words.say('desk.filter.days.since', { from: words.shortDate(from) });
  return until === null ? '' : words.say('desk.filter.days.until', { until: words.shortDate(until) });
}

function choice(
  { frame: { words } }: StaffPage,
  name: 'status' | 'country' | 'assignee' | 'language' | 'origin',
  options: readonly Option[],
  chosen: string | null,
): Html {
  return html`<div><label for="${name}">${words.say(`desk.filter.${name}`)}</label><select id="${name}" name="${name}"><option value="">${words.say(`desk.filter.${name}.any`)}</option>${options.map(([value, label]) => html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`)}</select></div>`;
}

/** What a list was opened with from a count and no field of the form shows: it goes along until it is taken away. */
function kept(query: ListQuery): readonly Html[] {
  const params = new URLSearchParams(writeListQuery(query));
  return ['outcome', 'received', 'decided'].flatMap((name) => {
    const value = params.get(name);
    return value === null ? [] : [hidden(name, value)];
  });
}

/** The filters that count now, each with a link that takes it away. */
export function activeFilters(page: StaffPage, { query, agents }: FilterProps): Fragment {
  const { words } = page.frame;
  const nameOf = (person: PersonId) =>
    agents.find((each) => each.person === person)?.name ?? words.say('desk.formerAgent');
  const active: readonly (readonly [string, Partial<ListQuery>])[] = [
    ...(query.search ? [[query.search.words, { search: null }] as const] : []),
    ...(query.state ? [[words.say(`desk.state.${query.state}`), { state: null }] as const] : []),
    ...(query.country ? [[countryIn(page.frame, query.country), { country: null }] as const] : []),
    ...(query.assignee ? [[nameOf(query.assignee), { assignee: null }] as const] : []),
    ...(query.language ? [[words.say(`desk.language.${query.language}`), { language: null }] as const] : []),
    ...(query.origin ? [[words.say(`desk.origin.${query.origin}`), { origin: null }] as const] : []),
    ...(query.late ? [[words.say('desk.filter.late'), { late: false }] as const] : []),
    ...(query.outcome ? [[words.say(`desk.outcome.${query.outcome}`), { outcome: null }] as const] : []),
    ...(query.received
      ? [
          [
            words.say('desk.filter.received', { days: spanWords(page, query.received) }),
            { received: null },
          ] as const,
        ]
      : []),
    ...(query.decided
      ? [
          [
            words.say('desk.filter.decided', { days: spanWords(page, query.decided) }),
            { decided: null },
          ] as const,
        ]
      : []),
  ];
  if (active.length === 0) return null;
  const links = active.map(([label, without]) => {
    const rest = { ...query, ...without, page: 1 };
    const path = listPath(isUsuallySorted(query) ? inUsualOrder(rest) : rest);
    return html`<li><a class="chip" href="${path}"><span class="vh">${words.say('desk.filter.remove')} </span>${label}</a></li>`;
  });
  return html`<div class="active"><p id="active">${words.say('desk.filter.active')}</p><ul aria-labelledby="active">${links}</ul><a href="${listPath(withoutFilters(query))}">${words.say('desk.filter.clear')}</a></div>`;
}
