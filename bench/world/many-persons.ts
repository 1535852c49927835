import type pg from 'pg';

/** Rows go in by so many at a time. */
const STEP = 500_000;

const syllables =
  'ba be bo da de do fa fe fi ga go ha he ka ke ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se so ta te ti to va ve vo wa we wi';
const endings = 'ns ert man sen kx ck rs t s lli ez ov ova ic ak er in on ard aud';

/**
 * Puts persons into the register whose names repeat as names do: the commonest family name is that of one in 200, the commonest given
 * name that of one in 50. One birth date in 70 is incomplete, one in 100 is the first of January. All have one sealed number, for a
 * million seals would say nothing about a search.
 */
export async function putManyPersons(
  client: pg.Client,
  sealedNumber: Buffer,
  from: number,
  until: number,
): Promise<void> {
  await client.query(nameFunctions);
  await client.query('select setseed($1)', [1 / (2 + from)]);
  // Indexes are made in one go afterwards: filling them row by row takes several times as long.
  const { rows: indexes } = await client.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes
      where tablename = 'register_persons' and indexname <> 'register_persons_pkey'`,
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  for (let first = from; first < until; first += STEP) {
    await client.query(PERSONS, [first, Math.min(first + STEP, until) - 1, sealedNumber]);
  }
  for (const { made } of indexes) await client.query(made);
  await client.query('vacuum analyze register_persons');
}

/** Functions of the session that draw names: `pg_temp.skewed`, `pg_temp.family`, `pg_temp.given`. */
export const nameFunctions = `
  create or replace function pg_temp.skewed(names int, evenness float) returns int language sql volatile as
    $$ select floor(evenness * (exp(random() * ln(1 + names / evenness)) - 1))::int $$;
  create or replace function pg_temp.syllable(place int) returns text language sql immutable as
    $$ select (string_to_array('${syllables}', ' '))[1 + place % 48] $$;
  create or replace function pg_temp.family(place int) returns text language sql immutable as
    $$ select initcap(pg_temp.syllable(place * 7) || pg_temp.syllable(place / 48) || (string_to_array('${endings}', ' '))[1 + (place / 2304) % 20]) $$;
  create or replace function pg_temp.given(place int) returns text language sql immutable as
    $$ select initcap(pg_temp.syllable(place * 5) || pg_temp.syllable(place / 48 + 11) || case when place % 3 = 0 then 'n' else 'a' end) $$`;

const PERSONS = `
  insert into register_persons (number_hash, number_sealed, family_name, given_names, birth_year, birth_month, birth_day, birth_place, sex,
    nationality, street, postcode, municipality, country)
  select sha256(convert_to('bench ' || i, 'UTF8')), $3,
    case when random() < 0.08 then 'van ' else '' end || pg_temp.family(family),
    pg_temp.given(given) || case when random() < 0.5 then ' ' || pg_temp.given(pg_temp.skewed(2300, 8)) else '' end,
    extract(year from born),
    case when luck < 0.01 then null when luck > 0.99 then 1 else extract(month from born) end,
    case when luck < 0.014 then null when luck > 0.99 then 1 else extract(day from born) end,
    initcap(pg_temp.syllable(family * 3) || 'stad'), case when given % 2 = 0 then 'female' else 'male' end, 'BE', 'Teststraat 1', '9000', 'Gent', 'BE'
  from (
    select i, pg_temp.skewed(46000, 30) as family, pg_temp.skewed(2300, 8) as given, random() as luck,
      date '1930-01-01' + floor(random() * 34000)::int as born
    from generate_series($1::int, $2::int) as i
  ) as drawn order by 1`;
