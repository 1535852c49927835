-- Which office opened a case and to which one it was handed: an office is an organisation, and finds its own cases alone.
alter table cases
  add column opened_office uuid,
  add column opened_by uuid,
  add column form_hash bytea,
  add column handed_office uuid,
  add column person uuid,
  add column about_keys bytea[] not null default '{}';
comment on column cases.opened_office is 'privacy: personal — the registration office that opened it; null for a request by eID';
comment on column cases.opened_by is 'privacy: personal — the officer who opened it';
comment on column cases.form_hash is 'privacy: none — keyed hash of officer and form: the same form sent twice opens one case';
comment on column cases.handed_office is 'privacy: personal — the registration office to which it was handed over';
comment on column cases.person is 'privacy: personal — whom it was decided to be';
comment on column cases.about_keys is 'privacy: identifier — keyed hashes of names with birth date, so that nobody is given a case of their own';
create unique index cases_by_form on cases (form_hash) where form_hash is not null;
create index cases_by_person on cases (person) where person is not null;

-- Who opened a case at a counter stands in its timeline in the clear. Offices of cases that were handed over stand in what is
-- sealed: the worker reads those and fills in the organisation of that name.
update cases set opened_office = opened.office, opened_by = opened.officer
from (
  select distinct on (e.case_id) e.case_id, o.id as office, e.by_person as officer
  from case_events e join organisations o on o.id::text = e.details ->> 'organisation'
  where e.kind = 'opened' and e.by_kind = 'officer'
  order by e.case_id, e.id
) opened
where opened.case_id = cases.id and cases.origin = 'office';
create index cases_without_office on cases (id) where state = 'handed-over' and handed_office is null;

create table case_drafts (
  case_id uuid not null references cases (id),
  agent uuid not null,
  kind text not null,
  text_sealed bytea not null,
  at timestamptz not null,
  primary key (case_id, agent, kind)
);
comment on table case_drafts is 'Texts that agents began and keep for later, one of each kind; only who wrote one reads it.';
comment on column case_drafts.case_id is 'privacy: personal — about which case';
comment on column case_drafts.agent is 'privacy: personal — who wrote it';
comment on column case_drafts.kind is 'privacy: none — for which form';
comment on column case_drafts.text_sealed is 'privacy: identifier — sealed text';
comment on column case_drafts.at is 'privacy: none — when';
create index case_drafts_old on case_drafts (at);
