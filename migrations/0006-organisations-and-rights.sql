create table organisations (
  id uuid primary key,
  target_group text not null check (target_group in ('BUR', 'GID', 'LB', 'OV', 'EA', 'VER')),
  code text not null,
  name text not null,
  country text not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  unique (target_group, code)
);
comment on table organisations is 'Organisations that people act for.';
comment on column organisations.id is 'privacy: none — random internal id';
comment on column organisations.target_group is 'privacy: none — target group';
comment on column organisations.code is 'privacy: none — the code by which the world knows it';
comment on column organisations.name is 'privacy: none — name';
comment on column organisations.country is 'privacy: none — country';
comment on column organisations.valid_from is 'privacy: none — since when';
comment on column organisations.valid_until is 'privacy: none — until when, exclusive';

create table legal_representations (
  organisation uuid not null references organisations (id),
  person uuid not null references persons (id),
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (organisation, person, valid_from)
);
comment on table legal_representations is 'Who represents an organisation by law.';
comment on column legal_representations.organisation is 'privacy: personal — which organisation';
comment on column legal_representations.person is 'privacy: personal — who';
comment on column legal_representations.valid_from is 'privacy: none — since when';
comment on column legal_representations.valid_until is 'privacy: none — until when, exclusive';
create unique index legal_representations_one_live on legal_representations (organisation, person) where valid_until is null;
create index legal_representations_by_person on legal_representations (person);

create table administrations (
  organisation uuid not null references organisations (id),
  person uuid not null references persons (id),
  kind text not null check (kind in ('head-local-administrator', 'local-administrator')),
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (organisation, person, kind, valid_from)
);
comment on table administrations is 'Who manages the people of an organisation and their rights.';
comment on column administrations.organisation is 'privacy: personal — which organisation';
comment on column administrations.person is 'privacy: personal — who';
comment on column administrations.kind is 'privacy: none — how far it reaches';
comment on column administrations.valid_from is 'privacy: none — since when';
comment on column administrations.valid_until is 'privacy: none — until when, exclusive';
create unique index administrations_one_live on administrations (organisation, person, kind) where valid_until is null;
create index administrations_by_person on administrations (person);

create table work_relations (
  id uuid primary key,
  person uuid not null references persons (id),
  organisation uuid not null references organisations (id),
  user_type text not null check (user_type in ('civil-servant', 'permanent', 'external', 'occasional')),
  email text,
  valid_from timestamptz not null,
  valid_until timestamptz
);
comment on table work_relations is 'Who works for which organisation; user rights hang on this.';
comment on column work_relations.id is 'privacy: none — internal id';
comment on column work_relations.person is 'privacy: personal — who';
comment on column work_relations.organisation is 'privacy: personal — for which organisation';
comment on column work_relations.user_type is 'privacy: personal — in which kind of relation';
comment on column work_relations.email is 'privacy: personal — address at work';
comment on column work_relations.valid_from is 'privacy: none — since when';
comment on column work_relations.valid_until is 'privacy: none — until when, exclusive';
create unique index work_relations_one_live on work_relations (person, organisation) where valid_until is null;
create index work_relations_by_organisation on work_relations (organisation);

create table user_rights (
  id uuid primary key,
  work_relation uuid not null references work_relations (id),
  organisation uuid not null references organisations (id),
  application text not null references applications (id),
  user_right text not null,
  contexts text[] not null,
  valid_from timestamptz not null,
  valid_until timestamptz
);
comment on table user_rights is 'What a work relation may do in an application; ended, never deleted.';
comment on column user_rights.id is 'privacy: none — internal id';
comment on column user_rights.work_relation is 'privacy: personal — who, for which organisation';
comment on column user_rights.organisation is 'privacy: personal — for which organisation';
comment on column user_rights.application is 'privacy: none — in which application';
comment on column user_rights.user_right is 'privacy: personal — which right';
comment on column user_rights.contexts is 'privacy: personal — in which contexts';
comment on column user_rights.valid_from is 'privacy: none — since when';
comment on column user_rights.valid_until is 'privacy: none — until when, exclusive';
create index user_rights_by_relation on user_rights (work_relation, application);
