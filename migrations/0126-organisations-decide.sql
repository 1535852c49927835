-- Organisations decide themselves who may act for them: units and mergers, administrators whose powers rest on another's, and where each
-- relation and right comes from. Everything is added: a process of the release before goes on beside it.
alter table organisations
  add column parent uuid references organisations (id),
  add column email text,
  add column vat text,
  add column merged_into uuid references organisations (id);
comment on column organisations.parent is 'privacy: none — the organisation that it is a unit of';
comment on column organisations.email is 'privacy: none — address of the organisation';
comment on column organisations.vat is 'privacy: none — number for value added tax';
comment on column organisations.merged_into is 'privacy: none — the organisation that took it over';
create index organisations_by_parent on organisations (parent) where parent is not null;
create index organisations_by_receiver on organisations (merged_into) where merged_into is not null;

alter table administrations
  add column id uuid not null default gen_random_uuid(),
  add column delegated_by uuid,
  add column is_deputy boolean not null default false,
  add column may_delegate boolean not null default true,
  add column units uuid[],
  add column applications text[],
  add column appointed_by uuid references persons (id),
  add column appointed_as text not null default 'register';
comment on column administrations.id is 'privacy: none — internal id';
comment on column administrations.delegated_by is 'privacy: none — the administration that it rests on; none where it rests on the law, a register or the platform';
comment on column administrations.is_deputy is 'privacy: none — whether it stands in for another for a period';
comment on column administrations.may_delegate is 'privacy: none — whether it may appoint others';
comment on column administrations.units is 'privacy: none — the units that it is limited to; none where it is not';
comment on column administrations.applications is 'privacy: none — the applications that it is limited to; none where it is not';
comment on column administrations.appointed_by is 'privacy: personal — who appointed them';
comment on column administrations.appointed_as is 'privacy: none — on what authority they were appointed';
create unique index administrations_by_id on administrations (id);
create index administrations_by_delegation on administrations (delegated_by) where delegated_by is not null;
create index administrations_by_organisation on administrations (organisation, valid_from);

alter table work_relations
  add column phone text,
  add column job_title text,
  add column added_by uuid references persons (id),
  add column added_as text not null default 'import';
comment on column work_relations.phone is 'privacy: personal — telephone at work';
comment on column work_relations.job_title is 'privacy: personal — what they do there';
comment on column work_relations.added_by is 'privacy: personal — who added them';
comment on column work_relations.added_as is 'privacy: none — on what authority they were added';

alter table user_rights
  add column given_by uuid references persons (id),
  add column given_as text not null default 'import',
  add column given_at timestamptz,
  add column confirmed_by uuid references persons (id);
comment on column user_rights.given_by is 'privacy: personal — who gave it';
comment on column user_rights.given_as is 'privacy: none — on what authority it was given';
comment on column user_rights.given_at is 'privacy: none — when it was given';
comment on column user_rights.confirmed_by is 'privacy: personal — the second person who agreed, where two are needed';
create index user_rights_by_organisation on user_rights (organisation, application);

-- What changed in an organisation, each change with the values that hold from then on: it replays to what stands in the tables.
create table organisation_changes (
  id bigint generated always as identity primary key,
  organisation uuid not null references organisations (id),
  subject_kind text not null check (subject_kind in ('organisation', 'relation', 'right', 'administration', 'representation', 'invitation', 'request')),
  subject text not null,
  person uuid,
  kind text not null,
  at timestamptz not null,
  by_person uuid,
  by_authority text not null,
  after jsonb not null,
  reason_sealed bytea
);
comment on table organisation_changes is 'Every change of who works for an organisation, with which rights and by whose decision; only ever added to.';
comment on column organisation_changes.id is 'privacy: none — order of the changes';
comment on column organisation_changes.organisation is 'privacy: personal — in which organisation';
comment on column organisation_changes.subject_kind is 'privacy: none — what changed';
comment on column organisation_changes.subject is 'privacy: none — which one, by its internal id';
comment on column organisation_changes.person is 'privacy: personal — whom it is about';
comment on column organisation_changes.kind is 'privacy: none — how it changed';
comment on column organisation_changes.at is 'privacy: none — when';
comment on column organisation_changes.by_person is 'privacy: personal — who changed it';
comment on column organisation_changes.by_authority is 'privacy: none — on what authority';
comment on column organisation_changes.after is 'privacy: personal — the values from then on: dates, codes and internal ids, never free text';
comment on column organisation_changes.reason_sealed is 'privacy: personal — why, in the words of whoever changed it, sealed';
create index organisation_changes_of_organisation on organisation_changes (organisation, id desc);
create index organisation_changes_of_subject on organisation_changes (subject_kind, subject, id);
create trigger organisation_changes_kept before update or delete on organisation_changes for each row execute function refuse_change();
create trigger organisation_changes_kept_whole before truncate on organisation_changes execute function refuse_change();
