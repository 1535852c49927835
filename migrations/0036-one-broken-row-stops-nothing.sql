-- What cannot be read is set aside with its moment: counted, shown, and tried again by hand, while the others go on.
alter table outbox add column set_aside_at timestamptz;
comment on column outbox.set_aside_at is 'privacy: none — when it could not be read; it is tried again by hand alone';
create index outbox_set_aside on outbox (id) where set_aside_at is not null;
create index outbox_failing on outbox (id) where done_at is null and last_error is not null;

alter table cases add column duty_failed_at timestamptz;
comment on column cases.duty_failed_at is 'privacy: none — when what time does to it failed last; it is tried again a day later';
create index cases_duty_failed on cases (duty_failed_at) where duty_failed_at is not null;

-- Retention follows a case in the transaction that changes it: nothing has to look for documents that were left behind.
update documents set remove_after = case when cases.is_open then null else cases.changed_at + interval '90 days' end
  from cases where cases.id = documents.case_id and documents.removed_at is null
    and (documents.remove_after is null) <> cases.is_open;
