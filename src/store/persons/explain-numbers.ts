import { countersUpTo, placeOf } from '../../domain/number-authority/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';
import { type KeptNumber, readNumber } from './national-numbers.ts';
import { nameOfSeries, readReached } from './numbers/number-counters.ts';

/** What the counters say beside what was given and skipped; no number is in it. */
export type NumberExplanation = {
  readonly series: number;
  readonly assigned: number;
  readonly skipped: number;
  /** Counters that were passed, though no number was given or skipped: must be 0. */
  readonly holes: number;
  /** Numbers given or skipped beyond what their counter reached: must be 0. */
  readonly beyond: number;
};

type CounterRow = { series_hash: Buffer; reached_sealed: Buffer };

const BATCH = 5000;

// Whoever gives a number has this table locked against it, and the other way round.
const holdStill: Statement = { name: 'numbers.hold_still', text: 'lock table number_counters in share mode' };
const counters: Statement = {
  name: 'numbers.counters',
  text: 'select series_hash, reached_sealed from number_counters',
};
const kept = (table: 'assigned_numbers' | 'number_skips'): Statement => ({
  name: `numbers.all_of_${table}`,
  text: `select number_hash, number_sealed from ${table} where number_hash > $1 order by number_hash limit ${BATCH}`,
});

/** Accounts for every counter: passed counters are numbers given and numbers skipped, no more and no fewer. */
export async function explainNumbers(context: StoreContext): Promise<NumberExplanation> {
  const { queries, protection } = context;
  await queries.change(holdStill, []);
  const passed = new Map<string, Set<number>>();
  let series = 0;
  for (const row of await queries.all<CounterRow>(counters, [])) {
    const { series: own, begun, last } = readReached(protection, row);
    const counted = countersUpTo(own.counters, last).filter((counter) => counter > begun);
    passed.set(nameOfSeries(own), new Set(counted));
    series += 1;
  }
  let beyond = 0;
  const account = async (table: 'assigned_numbers' | 'number_skips') => {
    let count = 0;
    let last = Buffer.alloc(0);
    for (;;) {
      const rows = await queries.all<KeptNumber>(kept(table), [last]);
      for (const row of rows) {
        const number = readNumber(protection, `${table}.number_sealed`, row);
        const place = placeOf(number, context.clock());
        if (!passed.get(nameOfSeries(place.series))?.delete(place.counter)) beyond += 1;
      }
      count += rows.length;
      const end = rows.at(-1);
      if (end === undefined || rows.length < BATCH) return count;
      last = Buffer.from(end.number_hash);
    }
  };
  const assigned = await account('assigned_numbers');
  const skipped = await account('number_skips');
  const holes = [...passed.values()].reduce((sum, left) => sum + left.size, 0);
  return { series, assigned, skipped, holes, beyond };
}
