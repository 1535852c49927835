import {
  type CountedNumber,
  type NumberAuthority,
  type NumberSeries,
  nextBisNumber,
  seriesFor,
} from '../../../domain/number-authority/index.ts';
import type { StoreContext } from '../../ground/context.ts';
import type { Statement } from '../../ground/statement.ts';
import { explainNumbers, type NumberExplanation } from '../explain-numbers.ts';
import { hashNumber, keepNumber } from '../national-numbers.ts';
import { hashSeries, type Reached, readReached, sealReached } from './number-counters.ts';

/** So many counters are looked at in one question to the database. */
const LOOK_AHEAD = 16;

const begin: Statement = {
  name: 'numbers.begin_series',
  text: `insert into number_counters (series_hash, reached_sealed) values ($1, $2) on conflict (series_hash) do nothing`,
};
// Whoever comes second waits here, until the number is given or the transaction of the first is rolled back.
const lock: Statement = {
  name: 'numbers.lock_series',
  text: 'select reached_sealed from number_counters where series_hash = $1 for update',
};
const advance: Statement = {
  name: 'numbers.advance_series',
  text: 'update number_counters set reached_sealed = $2 where series_hash = $1',
};
const findTaken: Statement = {
  name: 'numbers.find_taken',
  text: `select asked.number_hash, case
        when exists (select from assigned_numbers a where a.number_hash = asked.number_hash) then 'assigned'
        when exists (select from number_skips s where s.number_hash = asked.number_hash) then 'skipped'
        when exists (select from register_persons r where r.number_hash = asked.number_hash) then 'registered'
        when exists (select from register_replaced_numbers r where r.number_hash = asked.number_hash) then 'replaced'
        when exists (select from person_numbers p where p.number_hash = asked.number_hash) then 'of-a-person'
      end as reason
    from unnest($1::bytea[]) as asked (number_hash)`,
};
const skip: Statement = {
  name: 'numbers.skip',
  text: 'insert into number_skips (number_hash, number_sealed, reason, case_id, skipped_at) values ($1, $2, $3, $4, $5)',
};
const keep: Statement = {
  name: 'numbers.keep',
  text: 'insert into assigned_numbers (number_hash, number_sealed, case_id, assigned_at) values ($1, $2, $3, $4)',
};

type Taken = 'assigned' | 'skipped' | 'registered' | 'replaced' | 'of-a-person';
type On = Parameters<NumberAuthority['assign']>[1];

/** The embedded authority, with the check that it can explain every counter. */
export type EmbeddedNumberAuthority = NumberAuthority & {
  /** Whether every counter that was passed is a number given or a number skipped. Nobody can be given a number meanwhile. */
  explain(): Promise<NumberExplanation>;
};

/**
 * Gives BIS numbers in the transaction of this context: a rollback takes back the number, its counter and what was skipped. Series are
 * locked from the day to the year, by everybody, so that two transactions that each give one number never wait for each other.
 */
export function numberAuthorityIn(context: StoreContext): EmbeddedNumberAuthority {
  return {
    async assign(ask, on) {
      for (const series of seriesFor(ask, on.at)) {
        const counted = await takeFrom(context, series, on);
        if (counted === null) continue;
        const { hash, sealed } = keepNumber(
          context.protection,
          'assigned_numbers.number_sealed',
          counted.number,
        );
        await context.queries.change(keep, [hash, sealed, on.case, on.at]);
        return { kind: 'assigned', number: counted.number };
      }
      return { kind: 'exhausted' };
    },
    explain: () => explainNumbers(context),
  };
}

/** The next free number of a series; `null` when it is used up. The counter stands on what was passed. */
async function takeFrom(context: StoreContext, series: NumberSeries, on: On): Promise<CountedNumber | null> {
  const { queries, protection, numbersAfter: begun } = context;
  const key = hashSeries(protection, series);
  await queries.change(begin, [key, sealReached(protection, { series, begun, last: begun })]);
  const row = await queries.first<{ reached_sealed: Buffer }>(lock, [key]);
  if (row === null) throw new Error('a series that was just begun is gone');
  const before = readReached(protection, { series_hash: key, ...row });
  const { free, last } = await firstFree(context, before, on);
  if (last !== before.last)
    await queries.change(advance, [key, sealReached(protection, { ...before, last })]);
  return free;
}

async function firstFree(
  context: StoreContext,
  { series, last }: Reached,
  on: On,
): Promise<{ readonly free: CountedNumber | null; readonly last: number }> {
  let passed = last;
  for (;;) {
    const next = numbersAfter(series, passed, on.at);
    if (next.length === 0) return { free: null, last: passed };
    const taken = await takenOf(context, next);
    for (const [index, counted] of next.entries()) {
      passed = counted.counter;
      const reason = taken[index] ?? null;
      if (reason === null) return { free: counted, last: passed };
      await recordSkip(context, counted, reason, on);
    }
  }
}

function numbersAfter(series: NumberSeries, last: number, today: Date): readonly CountedNumber[] {
  const found: CountedNumber[] = [];
  let next = nextBisNumber(series, last, today);
  while (next !== null && found.length < LOOK_AHEAD) {
    found.push(next);
    next = nextBisNumber(series, next.counter, today);
  }
  return found;
}

async function takenOf(
  { queries, protection }: StoreContext,
  asked: readonly CountedNumber[],
): Promise<readonly (Taken | null)[]> {
  const hashes = asked.map(({ number }) => hashNumber(protection, number));
  const rows = await queries.all<{ number_hash: Buffer; reason: Taken | null }>(findTaken, [hashes]);
  return hashes.map((hash) => rows.find((row) => row.number_hash.equals(hash))?.reason ?? null);
}

/** A number that was given or skipped before, as after a counter was put back by hand, is explained already. */
async function recordSkip(
  context: StoreContext,
  { number }: CountedNumber,
  reason: Taken,
  on: On,
): Promise<void> {
  if (reason === 'assigned' || reason === 'skipped') return;
  const { hash, sealed } = keepNumber(context.protection, 'number_skips.number_sealed', number);
  await context.queries.change(skip, [hash, sealed, reason, on.case, on.at]);
}
