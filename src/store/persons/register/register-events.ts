import type { RegisterNews } from '../../../domain/joining/index.ts';
import type { StoreContext } from '../../ground/context.ts';
import type { ImportSession } from '../../ground/import-session.ts';
import type { Statement } from '../../ground/statement.ts';
import { type KeptNumber, readNumber } from '../national-numbers.ts';

/** Beside the rows of an import: which numbers they replace by which, and whom they say to have ended. */
export const EVENTS_STAGING = `create temp table import_replaced (
    number_hash bytea primary key, line int not null, replaced_hash bytea not null, end_hash bytea, other_end bytea
  ) on commit drop;
  create temp table import_ended (number_hash bytea primary key) on commit drop`;

/** A chain of numbers longer than this is a circle, or might as well be one. */
const LONGEST_CHAIN = 50;

const gather: Statement = {
  name: 'register_events.gather',
  text: `insert into import_replaced (number_hash, line, replaced_hash, end_hash, other_end)
    select last.number_hash, last.file_line, last.replaced_hash, last.replaced_hash, known.current_hash
    from (select distinct on (number_hash) * from import_register order by number_hash, line desc) last
    left join register_replaced_numbers known on known.number_hash = last.number_hash
    where last.replaced_hash is not null`,
};
const NEXT = (end: string) => `select coalesce(
    (select current_hash from register_replaced_numbers r where r.number_hash = ${end}),
    (select replaced_hash from import_replaced f where f.number_hash = ${end}))`;
const walk: Statement = {
  name: 'register_events.walk',
  text: `update import_replaced i set
      end_hash = case when i.end_hash = i.number_hash then i.end_hash else coalesce((${NEXT('i.end_hash')}), i.end_hash) end,
      other_end = coalesce((${NEXT('i.other_end')}), i.other_end)
    where (i.end_hash <> i.number_hash and (${NEXT('i.end_hash')}) is not null) or (${NEXT('i.other_end')}) is not null`,
};
const wrong: Statement = {
  name: 'register_events.wrong',
  text: `select line, case when other_end is null then 'circle' else 'another' end as what from import_replaced i
    where line > $1 and (end_hash = number_hash or (${NEXT('i.end_hash')}) is not null or end_hash is distinct from coalesce(other_end, end_hash))
    order by line limit 1000`,
};
const drop: Statement = {
  name: 'register_events.drop',
  text: `with wrong as (
      delete from import_replaced i where end_hash = number_hash or (${NEXT('i.end_hash')}) is not null
        or end_hash is distinct from coalesce(other_end, end_hash)
      returning number_hash
    )
    delete from import_register i using wrong where i.number_hash = wrong.number_hash`,
};
/** What a file does not say stays. */
const keepEnds: Statement = {
  name: 'register_events.keep_ends',
  text: `update import_register i set ended_on = r.ended_on from register_persons r
    where r.ended_on is not null and r.number_hash = i.number_hash and not i.tells_end`,
};
const gatherEnds: Statement = {
  name: 'register_events.gather_ends',
  text: `insert into import_ended (number_hash)
    select last.number_hash from (select distinct on (number_hash) * from import_register order by number_hash, line desc) last
    left join register_persons r on r.number_hash = last.number_hash
    where last.ended_on is not null and r.ended_on is null`,
};
const replacements: Statement = {
  name: 'register_events.replacements',
  text: `select i.number_hash, i.number_sealed, i.replaced_hash, i.replaced_sealed
    from import_replaced r join import_register i on i.number_hash = r.number_hash and i.file_line = r.line
    where r.other_end is null and r.number_hash > $1 order by r.number_hash limit 1000`,
};
const endings: Statement = {
  name: 'register_events.endings',
  text: `select r.number_hash, r.number_sealed from import_ended e join register_persons r on r.number_hash = e.number_hash
    where e.number_hash > $1 order by e.number_hash limit 1000`,
};

/** Why a number cannot be replaced as a row says. */
export type WrongReplacement = { readonly line: number; readonly what: 'circle' | 'another' };

/**
 * Judges all replacements of a file together, with those that the register knows: a row whose number would lead back to itself, or that was
 * replaced by another one before, is told and left out, with all that it says.
 */
export async function* judgeReplacements({ queries }: ImportSession): AsyncGenerator<WrongReplacement> {
  await queries.change(gather, []);
  for (let step = 0; step < LONGEST_CHAIN; step += 1) if ((await queries.change(walk, [])) === 0) break;
  for (let after: number | undefined = -1; after !== undefined; ) {
    const rows: readonly WrongReplacement[] = await queries.all<WrongReplacement>(wrong, [after]);
    yield* rows;
    after = rows.at(-1)?.line;
  }
  await queries.change(drop, []);
}

/** Sees to what the file says of ends, before its rows go in. */
export async function gatherEndings({ queries }: ImportSession): Promise<void> {
  await queries.change(keepEnds, []);
  await queries.change(gatherEnds, []);
}

/** What was new in the rows that went in. */
export function registerNews({ queries }: ImportSession, { protection }: StoreContext): RegisterNews {
  const place = 'register_persons.number_sealed';
  async function* pages<Row extends KeptNumber>(statement: Statement): AsyncGenerator<Row> {
    for (let after: Buffer | undefined = Buffer.alloc(0); after !== undefined; ) {
      const rows: readonly Row[] = await queries.all<Row>(statement, [after]);
      yield* rows;
      after = rows.at(-1)?.number_hash;
    }
  }
  return {
    async *replacements() {
      type Row = KeptNumber & { replaced_hash: Buffer; replaced_sealed: Buffer };
      for await (const row of pages<Row>(replacements)) {
        const by = { number_hash: row.replaced_hash, number_sealed: row.replaced_sealed };
        yield { old: readNumber(protection, place, row), current: readNumber(protection, place, by) };
      }
    },
    async *endings() {
      for await (const row of pages<KeptNumber>(endings)) yield readNumber(protection, place, row);
    },
  };
}
