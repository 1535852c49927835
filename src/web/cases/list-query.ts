import { isLanguage, type Language } from '../../base/language.ts';
import {
  type Case,
  type CaseFilter,
  type CaseSorting,
  type CaseState,
  caseSortings,
  caseStateKinds,
  openStates,
} from '../../domain/casework/index.ts';
import { type PersonId, parsePersonId } from '../../domain/person/index.ts';
import type { SealedSearch, SearchSeal } from './sealed-search.ts';

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
  return {
    list,
    state: listedStates.find((each) => each === text('status')) ?? null,
    country: /^[A-Z]{2}$/.test(text('country')) ? text('country') : null,
    origin: (['eidas', 'office'] as const).find((each) => each === text('origin')) ?? null,
    assignee: parsePersonId(text('assignee')),
    language: isLanguage(text('language')) ? (text('language') as Language) : null,
    late: text('late') === 'yes',
    search: text('found') === '' ? null : seal.open(text('found')),
    ...(known ? { sort: known, descending: direction === 'desc' } : usualSorting(list)),
    page,
  };
}

/** The most urgent first; of what is decided, the newest. */
function usualSorting(list: CaseListName): { readonly sort: CaseSorting; readonly descending: boolean } {
  return list === 'decided' ? { sort: 'changed', descending: true } : { sort: 'target', descending: false };
}

/** The query as it stands in an address: what is usual is left out. */
export function writeListQuery(query: ListQuery): string {
  const usual = usualSorting(query.list);
  const isUsual = usual.sort === query.sort && usual.descending === query.descending;
  const params: readonly (readonly [string, string | null])[] = [
    ['list', query.list],
    ['status', query.state],
    ['country', query.country],
    ['origin', query.origin],
    ['assignee', query.assignee],
    ['language', query.language],
    ['late', query.late ? 'yes' : null],
    ['found', query.search?.sealed ?? null],
    ['sort', isUsual ? null : `${query.sort}.${query.descending ? 'desc' : 'asc'}`],
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
export function withoutFilters({ list, sort, descending }: ListQuery): ListQuery {
  return { ...emptyQuery(list), sort, descending };
}

/** A list as it is opened from the menu. */
export function emptyQuery(list: CaseListName): ListQuery {
  return {
    list,
    state: null,
    country: null,
    origin: null,
    assignee: null,
    language: null,
    late: false,
    search: null,
    ...usualSorting(list),
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
    ...(query.search && { search: query.search.words }),
    sort: query.sort,
    descending: query.descending,
    page: query.page,
    pageSize,
  };
}
