-- Whom each event concerns, as many as there are: beside the event, cut by time like it, and kept as it is.
create table audit_subjects (
  event bigint not null,
  at timestamptz not null,
  place smallint not null,
  way text not null,
  person uuid,
  case_id uuid,
  number_hash bytea,
  primary key (at, event, place),
  check (num_nonnulls(person, case_id, number_hash) = 1)
) partition by range (at);
comment on table audit_subjects is 'Whom an event concerns: who was shown, found or changed. Never changed, never removed.';
comment on column audit_subjects.event is 'privacy: none — the event';
comment on column audit_subjects.at is 'privacy: none — when, as the event says';
comment on column audit_subjects.place is 'privacy: none — order within the event';
comment on column audit_subjects.way is 'privacy: none — how the event concerned somebody: shown, found, changed';
comment on column audit_subjects.person is 'privacy: personal — whom: internal id';
comment on column audit_subjects.case_id is 'privacy: personal — the applicant of which case: internal id';
comment on column audit_subjects.number_hash is 'privacy: identifier — keyed hash of the national number of somebody in the register';
create index audit_subjects_by_person on audit_subjects (person, event) where person is not null;
create index audit_subjects_by_case on audit_subjects (case_id, event) where case_id is not null;
create index audit_subjects_by_number on audit_subjects (number_hash, event) where number_hash is not null;
create trigger audit_subjects_kept before update or delete on audit_subjects for each row execute function refuse_change();
create trigger audit_subjects_kept_whole before truncate on audit_subjects execute function refuse_change();
insert into partitioned_tables values ('audit_subjects', 'at', '1 month', '1 month', null);

alter table audit_events add column reason_sealed bytea;
comment on column audit_events.reason_sealed is 'privacy: identifier — sealed: why, in the words of who did it';

-- Links that ended still tell whose identifier it was.
create index eidas_links_by_identifier on eidas_links (identifier_hash);

-- As before; no window of any table of the trail can be emptied.
create or replace function ensure_partition(parent text, moment timestamptz) returns void
language plpgsql as $$
declare
  spec partitioned_tables%rowtype;
  bounds record;
  child text;
begin
  select * into strict spec from partitioned_tables where table_name = parent;
  select * into strict bounds from partition_window(moment, spec.width);
  child := parent || '_' || to_char(bounds.lower at time zone 'UTC', 'YYYYMMDD"t"HH24');
  if to_regclass(child) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('sluis partition'), hashtext(parent));
  perform from pg_class where relname = child and relnamespace = (select relnamespace from pg_class where oid = parent::regclass);
  if found then
    return;
  end if;
  execute format('create table %I (like %I including all)', child, parent);
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, child, bounds.lower, bounds.upper);
  if starts_with(parent, 'audit_') then
    execute format('create trigger %I before truncate on %I execute function refuse_change()', child || '_kept', child);
  end if;
end $$;
