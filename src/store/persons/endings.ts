import type { EndingStore, Foundation } from '../../domain/person/index.ts';
import type { StoreContext } from '../ground/context.ts';
import type { Statement } from '../ground/statement.ts';

const end: Statement = {
  name: 'endings.end',
  text: `insert into endings (id, before, ended_at) select id, coalesce($3::timestamptz, 'infinity'), $2::timestamptz from unnest($1::uuid[]) as id
    on conflict (id) do update set before = greatest(endings.before, excluded.before), ended_at = excluded.ended_at`,
};

/** Ends what sessions, logins and tokens rest on. */
export function endingsIn({ queries }: Pick<StoreContext, 'queries'>): EndingStore {
  return {
    async end(ids, at, before) {
      await queries.changeUnheard(end, [ids, at, before ?? null]);
    },
  };
}

/** The condition that nothing this row rests on has ended: a part of the statement that looks the row up, never one of its own. */
export function stillRests(row: string): string {
  return `not exists (select from endings where endings.id = any(${row}.rests_on) and endings.before > ${row}.rests_since)`;
}

/** The two columns `rests_on` and `rests_since` of a row. */
export function restingOn(foundation: Foundation | null): readonly [readonly string[] | null, Date | null] {
  return foundation === null ? [null, null] : [foundation.on, foundation.since];
}
