import { type CaseSorting, runningStates } from '../../domain/casework/index.ts';
import type { Statement } from '../ground/statement.ts';
import { firstAfter, firstOf } from './case-days.ts';
import { ROW_COLUMNS } from './case-row.ts';

/** Each sorting is the order of an index, which begins with these columns. */
const ORDERS: Readonly<Record<CaseSorting, readonly string[]>> = {
  target: ['target_at', 'id'],
  submitted: ['submitted_at', 'id'],
  changed: ['changed_at', 'id'],
  name: ['search_name', 'id'],
  country: ['country', 'target_at', 'id'],
};

/** Whether the time to decide runs: where it does not, nothing is past its target. */
export const TARGET_RUNS = `state in (${runningStates.map((state) => `'${state}'`).join(', ')})`;

/** How far a list is counted. */
export const COUNTED = 1000;

/**
 * Lists are planned with the values of their filter, which the other statements are not (see `pool.ts`): a condition that is not
 * asked for then falls away, and the plan follows what is rare. No workers: to start them takes longer than most lists, and agents
 * have to share them. Holds until the end of the transaction.
 */
export const planWithValues: Statement = {
  name: 'case_lists.plan_with_values',
  text: `select set_config('plan_cache_mode', 'force_custom_plan', true),
    set_config('max_parallel_workers_per_gather', '0', true)`,
};

/** The statements of all sortings: those for open cases alone may use the small index of what is open. */
export const listStatements: Readonly<
  Record<CaseSorting, (descending: boolean, open: boolean) => Statement>
> = {
  target: variantsOf('target'),
  submitted: variantsOf('submitted'),
  changed: variantsOf('changed'),
  name: variantsOf('name'),
  country: variantsOf('country'),
};

function variantsOf(sort: CaseSorting): (descending: boolean, open: boolean) => Statement {
  const up = { open: listStatement(sort, 'asc', true), all: listStatement(sort, 'asc', false) };
  const down = { open: listStatement(sort, 'desc', true), all: listStatement(sort, 'desc', false) };
  return (descending, open) => (descending ? down : up)[open ? 'open' : 'all'];
}

/** Finds ids within an index, as many as are counted or needed for the page, and fetches the rows of the page alone. */
function listStatement(sort: CaseSorting, direction: 'asc' | 'desc', open: boolean): Statement {
  const order = ORDERS[sort].map((column) => `${column} ${direction}`).join(', ');
  return {
    name: `case_lists.by_${sort}_${direction}${open ? '_open' : ''}`,
    text: `with found as materialized (
        select id from cases
        where submitted_at is not null ${open ? 'and is_open' : ''}
          and ($1::text[] is null or state = any($1))
          and ($2::uuid is null or agent = $2)
          and ($3::text is null or country = $3)
          and ($4::text is null or language = $4)
          and ($5::text is null or origin = $5)
          and ($6::timestamptz is null or target_at < $6 and ${TARGET_RUNS})
          and ($7::text is null or reference = $7)
          and ($8::text is null or search_name like $8)
          and ($9::text is null or search_name like $9)
          and ($10::text is null or search_name like $10)
          and ($13::text is null or outcome = $13)
          and ($14::date is null or submitted_at >= ${firstOf('$14')})
          and ($15::date is null or submitted_at < ${firstAfter('$15')})
          and ($16::date is null or decided_at >= ${firstOf('$16')})
          and ($17::date is null or decided_at < ${firstAfter('$17')})
        order by ${order} limit greatest(${COUNTED} + 1, $11::int + $12::int)
      )
      select total, page.* from (select count(*)::int as total from found) counted
      left join (select ${ROW_COLUMNS}, search_name from cases
        where id = any(array(select id from found offset $11 limit $12))) page on true
      order by ${order}`,
  };
}
