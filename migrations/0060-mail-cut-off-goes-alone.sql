-- What was taken and never put down ended whoever had it, or ended with them: it is taken alone the next time.
alter table outbox add column taken_at timestamptz;
comment on column outbox.taken_at is 'privacy: none — when somebody took it, until they say what became of it';
create index outbox_cut_off on outbox (available_at) where done_at is null and taken_at is not null;
