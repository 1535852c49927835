import { type Statement, statementInParts } from '../ground/statement.ts';

/** How many states one request takes away, uses up, changes and adds. The protocol knows a handful of such shapes. */
export type ChangeCounts = {
  readonly gone: number;
  readonly consumed: number;
  readonly changed: number;
  readonly added: number;
};

/** A statement with how many rows it changes, unless something was not as it must be; `null` where that may be any. */
export type ChangeStatement = { readonly statement: Statement; readonly rows: number | null };

/**
 * All that one request changes of `oidc_states`, as one statement: two of one table cannot be joined. What it adds, it adds only where
 * everything that it uses up or changes was as it must be. Its parameters are, in this order: the ids that go; the ids that are used up;
 * payload, end, what it rests on (two), id and version of each change; the columns of each row that is added; and, where it does more than
 * add, the present.
 */
export function changeStatement({ gone, consumed, changed, added }: ChangeCounts): ChangeStatement {
  const found = statements.get(nameOf({ gone, consumed, changed, added }));
  if (found === undefined) throw new Error('no request changes so much of the state of the protocol');
  return found;
}

const upTo = (most: number) => Array.from({ length: most + 1 }, (_, count) => count);
/** More than the protocol ever asks for. Made once: a statement is known again by being the same. */
const statements: ReadonlyMap<string, ChangeStatement> = new Map(
  upTo(2)
    .flatMap((gone) => upTo(1).map((consumed) => ({ gone, consumed })))
    .flatMap((counts) => upTo(1).map((changed) => ({ ...counts, changed })))
    .flatMap((counts) => upTo(2).map((added) => ({ ...counts, added })))
    .flatMap((counts) => {
      const made = make(counts);
      return made === null ? [] : [[nameOf(counts), made]];
    }),
);

function nameOf({ gone, consumed, changed, added }: ChangeCounts): string {
  return `oidc_states.keep_${gone}_${consumed}_${changed}_${added}`;
}

function make(counts: ChangeCounts): ChangeStatement | null {
  const { gone, consumed, changed, added } = counts;
  const name = nameOf(counts);
  let last = 0;
  const now = `$${gone + consumed + 6 * changed + 7 * added + 1}`;
  const next = () => {
    last += 1;
    return `$${last}`;
  };
  const times = (count: number, text: () => string) => Array.from({ length: count }, text);
  const parts = [
    ...times(gone, () => `delete from oidc_states where id_hash = ${next()} and expires_at > ${now}`),
    ...times(
      consumed,
      () =>
        `update oidc_states set consumed_at = ${now} where id_hash = ${next()} and consumed_at is null and expires_at > ${now}`,
    ),
    ...times(
      changed,
      () => `update oidc_states set payload = ${next()}, expires_at = ${next()}, rests_on = ${next()}, rests_since = ${next()},
        version = version + 1 where id_hash = ${next()} and version = ${next()} and expires_at > ${now}`,
    ),
  ];
  const rows = times(
    added,
    () =>
      `(${next()}::bytea, ${next()}::text, ${next()}::text, ${next()}::bytea, ${next()}::timestamptz, ${next()}::uuid[], ${next()}::timestamptz)`,
  );
  const conditions = consumed + changed;
  if (added === 0) {
    // A request that uses something up gives something for it.
    const [only, another] = parts;
    if (only === undefined || another !== undefined) return null;
    return { statement: { name, text: only }, rows: conditions === 0 ? null : conditions };
  }
  const met = Array.from({ length: conditions }, (_, place) => `exists (select from state_${gone + place})`);
  const where = met.length === 0 ? '' : ` where ${met.join(' and ')}`;
  const insert = `insert into oidc_states (id_hash, model, grant_id, payload, expires_at, rests_on, rests_since)
    select * from (values ${rows.join(', ')}) as added${where}`;
  const named = parts.map((text, place) => `state_${place} as (${text} returning 1)`);
  const statement = named.length === 0 ? { name, text: insert } : statementInParts(name, named, insert);
  return { statement, rows: added };
}
