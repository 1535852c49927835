-- Finding candidates: what the register is searched by is worked out by the database itself, so that an import stays one copy.

create extension if not exists pg_trgm;

-- A name as it is searched: Latin capitals, words apart by one space, coarser than what matching compares, so that spellings meet
-- (`Müller`, `Mueller`). The same as `foldName` in the program. Made of parts that never change with a locale, so it may be kept and
-- indexed.
create function fold_name(name text) returns text language sql immutable strict parallel safe as $$
  select left(btrim(regexp_replace(
    replace(replace(replace(replace(replace(
      upper(regexp_replace(regexp_replace(
        replace(replace(replace(replace(replace(replace(replace(replace(
          translate(
            case when octet_length(name) = char_length(name) then name else normalize(name, nfkd) end,
            'øØđĐðÐłŁıħĦŧŦŋŊ', 'OODDDDLLIHHTTNN'),
          'ß', 'SS'), 'ẞ', 'SS'), 'æ', 'AE'), 'Æ', 'AE'), 'œ', 'OE'), 'Œ', 'OE'), 'þ', 'TH'), 'Þ', 'TH'),
        '[\t-\r \-,./_\u1680\u2010-\u2015\u2212]+', ' ', 'g'), '[^A-Za-z ]+', '', 'g') collate "C"),
      'AE', 'A'), 'OE', 'O'), 'UE', 'U'), 'AA', 'A'), 'IJ', 'Y'),
    ' {2,}', ' ', 'g')), 200)
$$;

-- The family name in one word; whoever has one name alone is found by it.
create function search_family(folded_family text, folded_given text) returns text language sql immutable parallel safe as $$
  select coalesce(nullif(replace(folded_family, ' ', ''), ''), split_part(folded_given, ' ', 1)) collate "C"
$$;

alter table register_persons
  add column folded_family text collate "C" generated always as (fold_name(family_name)) stored,
  add column folded_given text collate "C" generated always as (fold_name(given_names)) stored;
comment on column register_persons.folded_family is 'privacy: personal — family name as it is searched';
comment on column register_persons.folded_given is 'privacy: personal — given names as they are searched';

-- The names stand in it too, so that hundreds who were born on one day can be looked over without being fetched.
create index register_persons_by_birth_date on register_persons (birth_year, birth_month, birth_day, folded_family, folded_given);
create index register_persons_by_family on register_persons
  (search_family(folded_family, folded_given), birth_year, birth_month, birth_day);
create index register_persons_by_given on register_persons
  (split_part(folded_given, ' ', 1), birth_year, birth_month, birth_day);

-- Giving numbers. A number says a birth date and its counter, so neither stands here in the clear: what was counted is sealed.

create table number_counters (
  series_hash bytea primary key,
  reached_sealed bytea not null
);
comment on table number_counters is 'How far each series of BIS numbers was counted: one row per birth date as a number tells it, and sex. Locked while a number is given.';
comment on column number_counters.series_hash is 'privacy: identifier — keyed hash of the series';
comment on column number_counters.reached_sealed is 'privacy: identifier — sealed: the series and its last counter';

create table assigned_numbers (
  number_hash bytea primary key,
  number_sealed bytea not null,
  case_id text not null,
  assigned_at timestamptz not null
);
comment on table assigned_numbers is 'BIS numbers that were given, each once, with the case for which: never changed, never removed.';
comment on column assigned_numbers.number_hash is 'privacy: identifier — keyed hash of the national number';
comment on column assigned_numbers.number_sealed is 'privacy: identifier — sealed national number: it holds its series and counter';
comment on column assigned_numbers.case_id is 'privacy: personal — the case for which it was given';
comment on column assigned_numbers.assigned_at is 'privacy: none — when';

create table number_skips (
  number_hash bytea primary key,
  number_sealed bytea not null,
  reason text not null check (reason in ('registered', 'replaced', 'of-a-person')),
  case_id text not null,
  skipped_at timestamptz not null
);
comment on table number_skips is 'BIS numbers that were not given, because somebody has or had them: never changed, never removed.';
comment on column number_skips.number_hash is 'privacy: identifier — keyed hash of the national number';
comment on column number_skips.number_sealed is 'privacy: identifier — sealed national number: it holds its series and counter';
comment on column number_skips.reason is 'privacy: none — where it was found: in the register, among its replaced numbers, with a person';
comment on column number_skips.case_id is 'privacy: personal — the case that was given the next one';
comment on column number_skips.skipped_at is 'privacy: none — when';

create trigger assigned_numbers_kept before update or delete on assigned_numbers for each row execute function refuse_change();
create trigger assigned_numbers_not_emptied before truncate on assigned_numbers execute function refuse_change();
create trigger number_skips_kept before update or delete on number_skips for each row execute function refuse_change();
create trigger number_skips_not_emptied before truncate on number_skips execute function refuse_change();
