import type { RegisterSearch, SearchKeys } from '../domain/candidates/index.ts';
import type { StoreContext } from './context.ts';
import { REGISTER_COLUMNS, type RegisterRow, readRegistered } from './register.ts';
import type { Statement } from './statement.ts';

/** So many of each way of finding somebody go on to be ordered together. */
const MOST_PER_WAY = 60;
/** Names less alike than this (`pg_trgm`) are found by a word in common alone. */
const LIKE = 0.35;
const MUCH_ALIKE = 0.5;

const FAMILY = 'search_family(p.folded_family, p.folded_given)';
const GIVEN = `split_part(p.folded_given, ' ', 1)`;
const NAME = `(p.folded_family || ' ' || p.folded_given)`;
/** How alike the likest spelling that is sought is to the whole name, or to a part of it. */
const LIKENESS = `(
      select coalesce(max(greatest(similarity(sought.name, ${NAME}), word_similarity(sought.name, ${NAME}))), 0)
      from unnest($1::text[]) as sought (name))`;
const HAS_WORD = `string_to_array(${NAME}, ' ') && $2::text[]`;

/** One way of finding somebody: always by an index, and then the likest of those. */
const way = (from: string, holds: string) => `(
    select p.number_hash, near.likeness from ${from}
      cross join lateral (select ${LIKENESS} as likeness) near
    where ${holds} order by near.likeness desc, p.number_hash limit ${MOST_PER_WAY})`;

const byFamily = (on: string) =>
  way(
    `unnest($3::text[]) as asked (family) join register_persons p on ${FAMILY} = asked.family and ${on}`,
    `near.likeness >= ${LIKE}`,
  );
const byGiven = (on: string) =>
  way(
    `unnest($4::text[]) as asked (given) join register_persons p on ${GIVEN} = asked.given and ${on}`,
    `near.likeness >= ${MUCH_ALIKE}`,
  );

/**
 * Each way reads little, whatever the size of the register: everybody of a day, or a name together with most of a date. Likeness of
 * names is looked at only among those. `$5` to `$7`: year, month and day as said; `$8` to `$10`: whole dates; `$11`: years
 * that one slip makes of it; `$12` and `$13`: beginnings of family and given name where no date is known.
 */
const find: Statement = {
  name: 'candidates.find',
  readsOnly: true,
  text: `with found as (
      ${way(
        `unnest($8::smallint[], $9::smallint[], $10::smallint[]) as asked (year, month, day)
      join register_persons p
        on p.birth_year = asked.year and p.birth_month = asked.month and p.birth_day = asked.day`,
        `near.likeness >= ${LIKE} or ${HAS_WORD} or cardinality($1::text[]) = 0`,
      )}
      union all ${byFamily('p.birth_year = $5::smallint')}
      union all ${byFamily('p.birth_year is null and $5 is not null')}
      union all ${byFamily('p.birth_year = any ($11::smallint[]) and p.birth_month = $6::smallint and p.birth_day = $7::smallint')}
      union all ${byGiven('p.birth_year = $5 and p.birth_month = $6')}
      union all ${byGiven('p.birth_year = $5 and p.birth_month is null')}
      union all ${byGiven('p.birth_year = $5 and p.birth_day = $7')}
      union all ${byGiven('p.birth_year = any ($11) and p.birth_month = $6 and p.birth_day = $7')}
      union all ${byGiven('p.birth_year = $5 and $6 is null')}
      union all ${way(
        `register_persons p`,
        `${FAMILY} >= $12::text and ${FAMILY} < $12 || '[' and starts_with(${GIVEN}, $13)`,
      )}
    ), likeliest as (select number_hash, max(likeness) as likeness from found group by number_hash)
    select ${REGISTER_COLUMNS} from likeliest join register_persons using (number_hash)
    where not exists (select from register_replaced_numbers old where old.number_hash = likeliest.number_hash)
    order by likeness desc, number_hash limit $14`,
};

/** The search for candidates in the embedded register. */
export function candidatesIn({ queries, protection }: StoreContext): RegisterSearch {
  return {
    async find(keys, limit) {
      const rows = await queries.all<RegisterRow>(find, [...valuesOf(keys), limit]);
      return rows.map((row) => readRegistered(protection, row));
    },
  };
}

function valuesOf(keys: SearchKeys): readonly unknown[] {
  const { year, month, day } = keys.birthDate;
  return [
    keys.names,
    keys.words,
    keys.families,
    keys.givens,
    year,
    month,
    day,
    keys.birthDates.map((date) => date.year),
    keys.birthDates.map((date) => date.month),
    keys.birthDates.map((date) => date.day),
    keys.nearYears,
    keys.beginning?.family ?? null,
    keys.beginning?.given ?? null,
  ];
}
