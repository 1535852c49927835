import { dayOf, mondayOf } from '../../base/calendar.ts';
import { later } from '../../base/time.ts';
import {
  type CaseCounts,
  type CaseFilter,
  type CaseLists,
  type CasePage,
  type CaseState,
  casePeriods,
  lateBefore,
  openStates,
} from '../../domain/casework/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import { parseReference } from '../../domain/registration/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { searchPatterns } from '../persons/index.ts';
import { CASE_COLUMNS, hashAbout, readCase, type StoredCase } from './case-content.ts';
import { casesIn, type DecidedSpan, dayIn, firstOf, usualDaysOf } from './case-days.ts';
import { COUNTED, listStatements, planWithValues, TARGET_RUNS } from './case-list-statements.ts';
import { type ListedRow, readRow } from './case-row.ts';

type NameRow = { id: string; given_names: string; family_name: string };
type StateKind = CaseState['kind'];

/** Whatever page is asked for: the database counts rows in 32 bits. */
const FURTHEST = 1_000_000_000;
/** Cases that nobody works on and somebody should. */
const FREE: readonly StateKind[] = ['new', 'reopened'];
const statesOf: Readonly<Record<CaseFilter['list'], readonly StateKind[] | null>> = {
  mine: openStates,
  unassigned: FREE,
  all: null,
  waiting: ['waiting'],
  'to-confirm': ['to-confirm'],
  decided: ['decided'],
};

/** Which cases a list holds, as SQL: the same for the list and for what is counted of it. */
function inList(list: 'unassigned' | 'waiting' | 'to-confirm' | 'decided'): string {
  return `state in (${(statesOf[list] ?? []).map((state) => `'${state}'`).join(', ')})`;
}

const counts: Statement = {
  name: 'case_lists.counts',
  readsOnly: true,
  text: `select count(*)::int as open, count(*) filter (where agent = $1)::int as mine,
      count(*) filter (where ${inList('unassigned')})::int as unassigned,
      count(*) filter (where target_at < $2 and ${TARGET_RUNS})::int as late,
      count(*) filter (where ${inList('waiting')})::int as waiting,
      count(*) filter (where ${inList('to-confirm')})::int as "toConfirm",
      (select count(*)::int from cases where ${inList('decided')} and submitted_at is not null
        and decided_at >= ${firstOf('$3')}) as "decidedThisWeek"
    from cases where is_open and submitted_at is not null`,
};
// What an agent is looking at is left to that agent, and nobody is given a case of their own, however many there are.
const next: Statement = {
  name: 'case_lists.next',
  text: `select ${CASE_COLUMNS} from cases
    where submitted_at is not null and state in ('new', 'reopened')
      and not exists (select from case_locks held
        where held.case_id = cases.id and held.agent <> $1 and held.seen_at > $2)
      and not about_keys && $3::bytea[] and id <> all($4::uuid[])
      and not exists (select from eidas_links own
        where own.identifier_hash = cases.identity_hash and own.person = $1 and own.ended_at is null)
    order by target_at, id limit 1 for no key update of cases skip locked`,
};
// How many cases went from which day to which: working days are counted in one place, which knows the holidays.
const usualDays: Statement = {
  name: 'case_lists.usual_days',
  readsOnly: true,
  text: `select ${dayIn('submitted_at')} as since, ${dayIn('decided_at')} as until, count(*)::int as cases
    from cases where decided_at > $1::timestamptz - interval '30 days' and decided_at <= $1 and submitted_at is not null
    group by 1, 2`,
};
/** Fewer cases tell nothing of what is usual. */
const FEWEST = 5;
const namesOf: Statement = {
  name: 'case_lists.names_of',
  readsOnly: true,
  text: 'select id, given_names, family_name from persons where id = any($1::uuid[])',
};
// One step per country instead of one per case.
const countries: Statement = {
  name: 'case_lists.countries',
  readsOnly: true,
  text: `with recursive each as (
      select min(country) as country from cases where submitted_at is not null
      union all
      select (select min(country) from cases where submitted_at is not null and cases.country > each.country)
      from each where each.country is not null
    )
    select country from each where country is not null`,
};
const agents: Statement = {
  name: 'case_lists.agents',
  readsOnly: true,
  text: `select distinct p.id, p.given_names, p.family_name from user_rights r
    join work_relations w on w.id = r.work_relation
    join organisations o on o.id = w.organisation and o.id = r.organisation
    join persons p on p.id = w.person
    where r.application = $1 and r.user_right = $2
      and r.valid_from <= $3 and (r.valid_until is null or r.valid_until > $3)
      and w.valid_from <= $3 and (w.valid_until is null or w.valid_until > $3)
      and o.valid_from <= $3 and (o.valid_until is null or o.valid_until > $3)
    order by p.family_name, p.given_names, p.id`,
};

/** Lists and counts of cases, from columns in the clear and their indexes; only `next` opens a case. */
export function caseListsIn({ queries, protection }: StoreContext): CaseLists {
  return {
    async list(filter) {
      const wanted = wantedOf(filter);
      if (wanted === null) return { rows: [], total: 0, atLeast: false };
      await queries.changeUnheard(planWithValues, []);
      const statement = listStatements[filter.sort](filter.descending, wanted.onlyOpen);
      return readPage(await queries.all<ListedRow & { total: number }>(statement, wanted.values));
    },
    async counts(agent, at) {
      const row = await queries.first<CaseCounts>(counts, [agent, lateBefore(at), mondayOf(dayOf(at))]);
      if (row === null) throw new Error('a count must give a row');
      return row;
    },
    async next({ person, about, barred }, at) {
      const words = about.map((word) => hashAbout(protection, word));
      const since = later(at, -casePeriods.lockMilliseconds);
      const row = await queries.first<StoredCase>(next, [person, since, words, barred]);
      return row === null ? null : readCase(protection, row);
    },
    async usualDays(at) {
      const spans = await queries.all<DecidedSpan>(usualDays, [at]);
      return casesIn(spans) < FEWEST ? null : usualDaysOf(spans);
    },
    async namesOf(persons) {
      const rows = await queries.all<NameRow>(namesOf, [[...new Set(persons)]]);
      return new Map(rows.map((row) => [row.id as PersonId, nameOf(row)]));
    },
    async countries() {
      return (await queries.all<{ country: string }>(countries, [])).map(({ country }) => country);
    },
    async agents(application, right, at) {
      const rows = await queries.all<NameRow>(agents, [application, right, at]);
      return rows.map((row) => ({ person: row.id as PersonId, name: nameOf(row) }));
    },
  };
}

/** The parameters of a list; `null` when its conditions exclude one another. */
function wantedOf(
  filter: CaseFilter,
): { readonly values: readonly unknown[]; readonly onlyOpen: boolean } | null {
  const { list, agent, assignee, at, page, pageSize, outcome, received, decided } = filter;
  if (list === 'mine' && assignee !== undefined && assignee !== agent) return null;
  const states = statesBoth(statesOf[list], filter.states ?? null);
  const late = filter.late === true;
  const search = filter.search?.trim() ?? '';
  // Eight letters alone are a name, though they could be a reference that lacks its beginning.
  const reference = /^slu\b|\d/i.test(search) ? parseReference(search) : null;
  const patterns = reference === null ? searchPatterns(search) : [];
  if (states?.length === 0 || (search !== '' && reference === null && patterns.length === 0)) return null;
  const values = [
    states,
    list === 'mine' ? agent : (assignee ?? null),
    filter.country ?? null,
    filter.language ?? null,
    filter.origin ?? null,
    late ? lateBefore(at) : null,
    reference,
    ...[0, 1, 2].map((place) => patterns[place] ?? null),
    Math.min((page - 1) * pageSize, FURTHEST),
    pageSize,
    outcome ?? null,
    received?.from ?? null,
    received?.until ?? null,
    decided?.from ?? null,
    decided?.until ?? null,
  ];
  return { values, onlyOpen: late || states?.every((state) => openStates.includes(state)) === true };
}

function statesBoth(
  ofList: readonly StateKind[] | null,
  asked: readonly StateKind[] | null,
): readonly StateKind[] | null {
  if (ofList === null || asked === null) return ofList ?? asked;
  return ofList.filter((state) => asked.includes(state));
}

/** Every row brings the total along; a page without rows is one row of nothing else. */
function readPage(rows: readonly (ListedRow & { total: number })[]): CasePage {
  const total = rows[0]?.total ?? 0;
  return {
    rows: rows.filter(({ id }) => id !== null).map(readRow),
    total: Math.min(total, COUNTED),
    atLeast: total > COUNTED,
  };
}

function nameOf({ given_names, family_name }: NameRow): string {
  return `${given_names} ${family_name}`.trim();
}
