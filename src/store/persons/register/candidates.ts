import type { RegisterSearch, SearchKeys } from '../../../domain/candidates/index.ts';
import type { StoreContext } from '../../ground/context.ts';
import type { Statement } from '../../ground/statement.ts';
import { type RegisterRow, readRegistered } from './register.ts';
import { REGISTER_COLUMNS } from './register-columns.ts';

/** So many of each way of finding somebody go on to be ordered together. */
const MOST_PER_WAY = 60;
/** Names less alike than this (`pg_trgm`) are found by a word in common alone. */
const LIKE = 0.35;
const MUCH_ALIKE = 0.5;

const FAMILY = 'search_family(p.folded_family, p.folded_given)';
const GIVEN = `split_part(p.folded_given, ' ', 1)`;
const NAME = `(p.folded_family || ' ' || p.folded_given)`;
const NAMES = 6;
const eachOf = (parameter: string, count: number, likeness: (one: string) => string) =>
  Array.from({ length: count }, (_, index) => likeness(`(${parameter}::text[])[${index + 1}]`));
/**
 * How alike the whole name is to the likest spelling that is sought, or a part of it to a name that is half known. Written out,
 * and with offsets that keep the database from working anything out twice: it is done hundreds of times in one search.
 */
const LIKENESS = `select coalesce(greatest(${[
  ...eachOf('$1', NAMES, (one) => `similarity(${one}, held.name)`),
  ...eachOf('$2', 2, (one) => `word_similarity(${one}, held.name)`),
].join(', ')}), 0) as likeness from (select ${NAME} as name offset 0) as held offset 0`;
const HAS_WORD = `string_to_array(${NAME}, ' ') && $3::text[]`;

/** One way of finding somebody: always by an index, and then the likest of those. */
const way = (from: string, holds: string) => `(
    select p.number_hash, near.likeness from ${from}
      cross join lateral (${LIKENESS}) near
    where ${holds} order by near.likeness desc, p.number_hash limit ${MOST_PER_WAY})`;

/** Everybody of a day, whose names the index itself tells; only those who are alike are fetched. */
const byDay = `(
    select p.number_hash, alike.likeness from (
        select p.birth_year, p.birth_month, p.birth_day, p.folded_family, p.folded_given, max(near.likeness) as likeness
        from unnest($9::smallint[], $10::smallint[], $11::smallint[]) as asked (year, month, day)
          join register_persons p
            on p.birth_year = asked.year and p.birth_month = asked.month and p.birth_day = asked.day
          cross join lateral (${LIKENESS}) near
        where near.likeness >= ${LIKE} or ${HAS_WORD} or cardinality($1) = 0
        group by 1, 2, 3, 4, 5 order by likeness desc, 4, 5 limit ${MOST_PER_WAY}
      ) as alike join register_persons p using (birth_year, birth_month, birth_day, folded_family, folded_given)
    order by alike.likeness desc, p.number_hash limit ${MOST_PER_WAY})`;
const byFamily = (on: string) =>
  way(
    `unnest($4::text[]) as asked (family) join register_persons p on ${FAMILY} = asked.family and ${on}`,
    `near.likeness >= ${LIKE}`,
  );
const byGiven = (on: string) =>
  way(
    `unnest($5::text[]) as asked (given) join register_persons p on ${GIVEN} = asked.given and ${on}`,
    `near.likeness >= ${MUCH_ALIKE}`,
  );
const byBeginning = way(
  'register_persons p',
  `${FAMILY} >= $13::text and ${FAMILY} < $13 || '[' and starts_with(${GIVEN}, $14)`,
);

/** A date that differs in one part: `$6` to `$8` are year, month and day as said, `$12` the years that one slip makes of it. */
const nearDates = [
  'p.birth_year = $6::smallint and p.birth_month = $7::smallint',
  'p.birth_year = $6 and p.birth_day = $8::smallint',
  'p.birth_year = $6 and p.birth_month is null',
  'p.birth_year = $6 and $7 is null',
  'p.birth_year = any ($12::smallint[]) and p.birth_month = $7 and p.birth_day = $8',
];
const ways = [
  byDay,
  ...nearDates.map(byFamily),
  // Nothing added to a given name keeps the database from beginning with everybody of that year who has it.
  byFamily(`p.birth_year = $6 and ${GIVEN} || '' = any ($5)`),
  // Two slips in a date: the names are right, and the year is near.
  byFamily(`p.birth_year = any ($12) and p.birth_month = $7 and ${GIVEN} || '' = any ($5)`),
  byFamily(`p.birth_year = any ($12) and p.birth_day = $8 and ${GIVEN} || '' = any ($5)`),
  byFamily('p.birth_year is null and $6 is not null'),
  ...nearDates.map(byGiven),
  byBeginning,
];

/**
 * Each way reads little, whatever the size of the register: everybody of a day, or a name together with most of a date. Likeness of
 * names is looked at only among those.
 */
const find: Statement = {
  name: 'candidates.find',
  readsOnly: true,
  text: `with found as (${ways.join(' union all ')}),
    likeliest as (select number_hash, max(likeness) as likeness from found group by number_hash)
    select number_hash, ${REGISTER_COLUMNS} from likeliest join register_persons using (number_hash)
    where not exists (select from register_replaced_numbers old where old.number_hash = likeliest.number_hash)
    order by likeness desc, number_hash limit $15`,
};

// So many ways cost more to plan than to go, and the plan is the same whoever is sought: it is kept from one search to the next.
const planOnce: Statement = {
  name: 'candidates.plan_once',
  text: 'set local plan_cache_mode = force_generic_plan',
};
const planAsBefore: Statement = {
  name: 'candidates.plan_as_before',
  text: 'set local plan_cache_mode = auto',
};

/** The search for candidates in the embedded register. */
export function candidatesIn({ queries, protection }: StoreContext): RegisterSearch {
  return {
    async find(keys, limit) {
      await queries.changeUnheard(planOnce, []);
      const rows = await queries.all<RegisterRow>(find, [...valuesOf(keys), limit]);
      await queries.changeUnheard(planAsBefore, []);
      return rows.map((row) => readRegistered(protection, row));
    },
  };
}

function valuesOf(keys: SearchKeys): readonly unknown[] {
  const { year, month, day } = keys.birthDate;
  return [
    keys.names,
    keys.parts,
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
