create table persons (
  id uuid primary key,
  subject text not null unique,
  given_names text not null,
  family_name text not null,
  since timestamptz not null
);
comment on table persons is 'Persons that Sluis knows, by random id.';
comment on column persons.id is 'privacy: personal — random internal id';
comment on column persons.subject is 'privacy: personal — the sub that applications see';
comment on column persons.given_names is 'privacy: personal — given names';
comment on column persons.family_name is 'privacy: personal — family name';
comment on column persons.since is 'privacy: none — when the person was first known';

create table person_numbers (
  number_hash bytea primary key,
  person uuid not null references persons (id),
  number_sealed bytea not null,
  valid_from timestamptz not null,
  valid_until timestamptz
);
comment on table person_numbers is 'National numbers of persons, with history: an old number still leads to its person, and to one only.';
comment on column person_numbers.number_hash is 'privacy: identifier — keyed hash of the national number';
comment on column person_numbers.person is 'privacy: personal — whose number';
comment on column person_numbers.number_sealed is 'privacy: identifier — sealed national number';
comment on column person_numbers.valid_from is 'privacy: none — since when it is the number';
comment on column person_numbers.valid_until is 'privacy: none — until when, exclusive; null for the live one';
create unique index person_numbers_one_live on person_numbers (person) where valid_until is null;
create index person_numbers_by_person on person_numbers (person);

create table vo_ids (
  person uuid not null references persons (id),
  target_group text not null,
  vo_id text not null unique,
  primary key (person, target_group)
);
comment on table vo_ids is 'The vo_id of a person in a target group: made once, the same ever after.';
comment on column vo_ids.person is 'privacy: personal — whose id';
comment on column vo_ids.target_group is 'privacy: none — in which target group';
comment on column vo_ids.vo_id is 'privacy: personal — the id that applications see';

-- The embedded register of persons: stands for the Belgian one, reached through a port.
create table register_persons (
  number_hash bytea primary key,
  number_sealed bytea not null,
  family_name text not null,
  given_names text not null,
  birth_year smallint,
  birth_month smallint,
  birth_day smallint,
  birth_place text,
  sex text check (sex in ('female', 'male')),
  nationality text,
  street text,
  postcode text,
  municipality text,
  country text
);
comment on table register_persons is 'Embedded register of persons, found by keyed hash of the number alone.';
comment on column register_persons.number_hash is 'privacy: identifier — keyed hash of the national number';
comment on column register_persons.number_sealed is 'privacy: identifier — sealed national number';
comment on column register_persons.family_name is 'privacy: personal — family name';
comment on column register_persons.given_names is 'privacy: personal — given names';
comment on column register_persons.birth_year is 'privacy: personal — year of birth, null when unknown';
comment on column register_persons.birth_month is 'privacy: personal — month of birth, null when unknown';
comment on column register_persons.birth_day is 'privacy: personal — day of birth, null when unknown';
comment on column register_persons.birth_place is 'privacy: personal — place of birth';
comment on column register_persons.sex is 'privacy: personal — sex';
comment on column register_persons.nationality is 'privacy: personal — nationality';
comment on column register_persons.street is 'privacy: personal — street and house number';
comment on column register_persons.postcode is 'privacy: personal — postcode';
comment on column register_persons.municipality is 'privacy: personal — municipality';
comment on column register_persons.country is 'privacy: personal — country of residence';

create table register_replaced_numbers (
  number_hash bytea primary key,
  current_hash bytea not null references register_persons (number_hash),
  replaced_at timestamptz not null
);
comment on table register_replaced_numbers is 'Numbers that the register replaced, most often BIS by RN.';
comment on column register_replaced_numbers.number_hash is 'privacy: identifier — keyed hash of the old number';
comment on column register_replaced_numbers.current_hash is 'privacy: identifier — keyed hash of the current number';
comment on column register_replaced_numbers.replaced_at is 'privacy: none — when it was replaced';
create index register_replaced_numbers_by_current on register_replaced_numbers (current_hash);
