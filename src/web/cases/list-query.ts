import { isLanguage, type Language } from '../../base/language.ts';
import { parseCalendarDate } from '../../base/time.ts';
import {
  type Case,
  type CaseFilter,
  type CaseSorting,
  type CaseState,
  caseSortings,
  caseStateKinds,
  type DaySpan,
  type Outcome,
  openStates,
} from '../../domain/casework/index.ts';
import { type PersonId, parsePersonId } from '../../domain/person/index.ts';
import type { SealedSearch, SearchSeal } from '../http/sealed-search.ts';

export const caseLists = ['mine', 'unassigned', 'all', 'waiting', 'to-confirm', 'decided'] as const;
export type CaseListName = (typeof caseLists)[number];

/** Which page of which list, as the address says it. What is `null` filters nothing. */
export type ListQuery = {
  readonly list: CaseListName;
  /** `open` stands for every state in which somebody still has to act. */
  readonly state: CaseState['kind'] | 'open' | null;
  readonly country: string | null;
  readonly origin: Case['origin'] | null;
  readonly assignee: PersonId | null;
  readonly language: Language | null;
  readonly late: boolean;
  readonly outcome: Outcome['kind'] | null;
  readonly received: DaySpan | null;
  readonly decided: DaySpan | null;
  readonly search: SealedSearch | null;
  readonly sort: CaseSorting;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
};

/** Drafts are never listed. */
export const listedStates = ['open', ...caseStateKinds.filter((state) => state !== 'draft')] as const;

export const CASES_PER_PAGE = 25;
const LAST_PAGE = 10_000;

/** Reads the query of a list; what it does not understand filters nothing. */
export function readListQuery(params: URLSearchParams, seal: SearchSeal): ListQuery {
  const text = (name: string) => params.get(name) ?? '';
  const list = caseLists.find((each) => each === text('list')) ?? 'mine';
  const [sort, direction] = text('sort').split('.');
  const known = caseSortings.find((each) => each === sort);
  const page = /^[1-9]\d{0,4}$/.test(text('page')) ? Math.min(Number(text('page')), LAST_PAGE) : 1;
  const state = listedStates.find((each) => each === text('status')) ?? null;
  const late = text('late') === 'yes';
  return {
    list,
    state,
    country: /^[A-Z]{2}$/.test(text('country')) ? text('country') : null,
    origin: (['eidas', 'office'] as const).find((each) => each === text('origin')) ?? null,
    assignee: parsePersonId(text('assignee')),
    language: isLanguage(text('language')) ? (text('language') as Language) : null,
    late,
    outcome: outcomes.find((each) => each === text('outcome')) ?? null,
    received: readSpan(text('received')),
    decided: readSpan(text('decided')),
    search: text('found') === '' ? null : seal.open(text('found')),
    ...(known ? { sort: known, descending: direction === 'desc' } : usualSorting({ list, state, late })),
    page,
  };
}

const outcomes = ['linked', 'new-number', 'refused'] as const satisfies readonly Outcome['kind'][];

/** `2026-11-02..2026-11-08`, either day may be left out: `2026-11-02..`. */
function readSpan(text: string): DaySpan | null {
  const found = /^((?:19|20)\d\d-\d\d-\d\d)?\.\.((?:19|20)\d\d-\d\d-\d\d)?$/.exec(text);
  if (!found) return null;
  const [from, until] = [found[1], found[2]].map((day) =>
    day === undefined ? null : parseCalendarDate(day),
  );
  return from === null && until === null ? null : { from: from ?? null, until: until ?? null };
}

function writeSpan(span: DaySpan | null): string | null {
  return span && `${span.from ?? ''}..${span.until ?? ''}`;
}

/** The most urgent first where somebody must act; elsewhere the newest. */
function usualSorting({
  list,
  state,
  late,
}: Pick<ListQuery, 'list' | 'state' | 'late'>): Pick<ListQuery, 'sort' | 'descending'> {
  if (list === 'decided') return { sort: 'changed', descending: true };
  if (list === 'all' && state !== 'open' && !late) return { sort: 'submitted', descending: true };
  return { sort: 'target', descending: false };
}

/** Whether a list stands in the order in which it opens. */
export function isUsuallySorted(query: ListQuery): boolean {
  const usual = usualSorting(query);
  return usual.sort === query.sort && usual.descending === query.descending;
}

/** The same list in the order in which it opens. */
export function inUsualOrder(query: ListQuery): ListQuery {
  return { ...query, ...usualSorting(query) };
}

/** The query as it stands in an address: what is usual is left out. */
export function writeListQuery(query: ListQuery): string {
  const params: readonly (readonly [string, string | null])[] = [
    ['list', query.list],
    ['status', query.state],
    ['country', query.country],
    ['origin', query.origin],
    ['assignee', query.assignee],
    ['language', query.language],
    ['late', query.late ? 'yes' : null],
    ['outcome', query.outcome],
    ['received', writeSpan(query.received)],
    ['decided', writeSpan(query.decided)],
    ['found', query.search?.sealed ?? null],
    ['sort', isUsuallySorted(query) ? null : `${query.sort}.${query.descending ? 'desc' : 'asc'}`],
    ['page', query.page === 1 ? null : String(query.page)],
  ];
  return new URLSearchParams(
    params.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]])),
  ).toString();
}

/** The address of a list. */
export function listPath(query: ListQuery): string {
  return `/cases/list?${writeListQuery(query)}`;
}

/** The same list without filters, from its beginning. */
export function withoutFilters(query: ListQuery): ListQuery {
  const { list, sort, descending } = query;
  return isUsuallySorted(query) ? emptyQuery(list) : { ...emptyQuery(list), sort, descending };
}

/** A list as it is opened from the menu; of the open cases alone when asked. */
export function emptyQuery(list: CaseListName, state: 'open' | null = null): ListQuery {
  return {
    list,
    state,
    country: null,
    origin: null,
    assignee: null,
    language: null,
    late: false,
    outcome: null,
    received: null,
    decided: null,
    search: null,
    ...usualSorting({ list, state, late: false }),
    page: 1,
  };
}

/** What the store is asked for. */
export function filterOf(query: ListQuery, pageSize = CASES_PER_PAGE): Omit<CaseFilter, 'agent' | 'at'> {
  return {
    list: query.list,
    ...(query.state && { states: query.state === 'open' ? openStates : [query.state] }),
    ...(query.country && { country: query.country }),
    ...(query.origin && { origin: query.origin }),
    ...(query.assignee && { assignee: query.assignee }),
    ...(query.language && { language: query.language }),
    ...(query.late && { late: true }),
    ...(query.outcome && { outcome: query.outcome }),
    ...(query.received && { received: query.received }),
    ...(query.decided && { decided: query.decided }),
    ...(query.search && { search: query.search.words }),
    sort: query.sort,
    descending: query.descending,
    page: query.page,
    pageSize,
  };
}
