import { cookieValues } from '../../base/browser-cookie.ts';
import type { CaseId } from '../../domain/casework/index.ts';
import { openSearchSeal } from '../http/sealed-search.ts';
import { setCookie } from '../http/set-cookie.ts';
import type { Web, WebContext } from '../http/web-context.ts';
import { CASES_PER_PAGE, type ListQuery, readListQuery, writeListQuery } from './list-query.ts';

/** Where in a list a case was opened: the page of the list, and which row of it, from 0. */
export type ListPlace = { readonly query: ListQuery; readonly row: number };

/**
 * Remembers for the cases that were opened last from which list that was, case by case, so that two windows do not mix. What stands in it is
 * read like the address of a list: it leads to no other page.
 */
const COOKIE = 'sluis_lists';
const REMEMBERED = 12;
const LONGEST_QUERY = 400;
const LONGEST_COOKIE = 3000;

/** The address of a case with the place that it is opened from. */
export function casePath(id: CaseId, { query, row }: ListPlace): string {
  const from = `${row}.${writeListQuery(query)}`;
  return from.length > LONGEST_QUERY ? `/cases/${id}` : `/cases/${id}?from=${encodeURIComponent(from)}`;
}

/** The place that an address or the cookie tells of; `null` for whatever is none. */
function readPlace(web: Web, text: string): ListPlace | null {
  const found = /^(\d{1,2})\.(.*)$/.exec(text.slice(0, LONGEST_QUERY));
  const row = Number(found?.[1]);
  if (!found || row >= CASES_PER_PAGE) return null;
  const seal = openSearchSeal(web.world.settings.formKey);
  return { query: readListQuery(new URLSearchParams(found[2]), seal), row };
}

/** From where this case was opened last in this browser; `null` when that is not known. */
export function placeOf(web: Web, context: WebContext, id: CaseId): ListPlace | null {
  const text = entriesIn(context).find(([each]) => each === id)?.[1];
  return text === undefined ? null : readPlace(web, text);
}

/** Keeps the place that the address of a case tells of. Whether it told of one. */
export function keepPlace(web: Web, context: WebContext, id: CaseId): boolean {
  const place = readPlace(web, context.req.query('from') ?? '');
  if (place === null) return false;
  const others = entriesIn(context).filter(([each]) => each !== id);
  const entries = [[id, `${place.row}.${writeListQuery(place.query)}`] as const, ...others];
  let value = '';
  for (const [each, text] of entries.slice(0, REMEMBERED)) {
    const next = `${value}${value === '' ? '' : '!'}${each}~${encodeURIComponent(text)}`;
    if (next.length > LONGEST_COOKIE) break;
    value = next;
  }
  setCookie(web, context, { name: COOKIE, value, path: '/cases' });
  return true;
}

function entriesIn(context: WebContext): readonly (readonly [string, string])[] {
  const [value = ''] = cookieValues(COOKIE, context.req.header('cookie'));
  return value.split('!').flatMap((entry) => {
    const found = /^([0-9a-f-]{36})~([A-Za-z0-9_.~%*'()-]+)$/.exec(entry);
    return found ? [[found[1] ?? '', decoded(found[2] ?? '')] as const] : [];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
