import type { OfficeCounts, OfficeFilter, OfficeLists, OfficeRow } from '../../domain/casework/index.ts';
import { parseReference } from '../../domain/registration/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { searchPatterns } from '../persons/index.ts';
import { hashAbout } from './case-content.ts';
import { type ListedRow, ROW_COLUMNS, readRow } from './case-row.ts';

/** Each list of an office, as SQL. */
const LISTS: Readonly<Record<OfficeFilter['list'], string>> = {
  open: `is_open and state <> 'waiting'`,
  waiting: `state = 'waiting'`,
  done: 'not is_open',
};

/** The cases of an office that are not about the officer: opened there or handed to it, and sent. */
const OF_OFFICE = `state <> 'draft' and (opened_office = $1 or handed_office = $1) and not about_keys && $2::bytea[]
    and not exists (select from eidas_links own
      where own.identifier_hash = cases.identity_hash and own.person = $3 and own.ended_at is null)`;

const listStatements: Readonly<Record<OfficeFilter['list'], Statement>> = {
  open: listStatement('open'),
  waiting: listStatement('waiting'),
  done: listStatement('done'),
};

// Who has to come to this very office stands first.
function listStatement(list: OfficeFilter['list']): Statement {
  return {
    name: `office_lists.${list.replaceAll('-', '_')}`,
    readsOnly: true,
    text: `select ${ROW_COLUMNS}, coalesce(state = 'handed-over' and handed_office = $1, false) as here from cases
      where ${OF_OFFICE} and ${LISTS[list]}
        and ($4::text is null or reference = $4)
        and ($5::text is null or search_name like $5)
        and ($6::text is null or search_name like $6)
        and ($7::text is null or search_name like $7)
      order by coalesce(state = 'handed-over' and handed_office = $1, false) desc, changed_at desc, id
      offset $8 limit $9`,
  };
}

const counts: Statement = {
  name: 'office_lists.counts',
  readsOnly: true,
  text: `select count(*) filter (where ${LISTS.open})::int as open, count(*) filter (where ${LISTS.waiting})::int as waiting,
      count(*) filter (where ${LISTS.done})::int as done
    from cases where ${OF_OFFICE}`,
};

/** The cases of one office, for its officers. */
export function officeListsIn({ queries, protection }: StoreContext): OfficeLists {
  return {
    async list(office, { list, search, page, pageSize }, { person, about }) {
      const wanted = search.trim();
      // Eight letters alone are a name, though they could be a reference that lacks its beginning.
      const reference = /^slu\b|\d/i.test(wanted) ? parseReference(wanted) : null;
      const patterns = reference === null ? searchPatterns(wanted) : [];
      if (wanted !== '' && reference === null && patterns.length === 0) return [];
      const rows = await queries.all<ListedRow & { here: boolean }>(listStatements[list], [
        office,
        about.map((word) => hashAbout(protection, word)),
        person,
        reference,
        ...[0, 1, 2].map((place) => patterns[place] ?? null),
        (page - 1) * pageSize,
        // One more than a page tells whether there is another one.
        pageSize + 1,
      ]);
      return rows.map((row): OfficeRow => ({ ...readRow(row), isHere: row.here }));
    },
    async counts(office, { person, about }) {
      const words = about.map((word) => hashAbout(protection, word));
      const row = await queries.first<OfficeCounts>(counts, [office, words, person]);
      if (row === null) throw new Error('a count must give a row');
      return row;
    },
  };
}
