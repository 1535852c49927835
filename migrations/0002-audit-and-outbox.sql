create sequence audit_event_ids as bigint;

create table audit_events (
  id bigint not null default nextval('audit_event_ids'),
  at timestamptz not null,
  kind text not null,
  actor jsonb not null,
  subject_kind text,
  subject_id text,
  purpose text not null,
  details jsonb not null,
  correlation text not null,
  written_in xid8 not null default pg_current_xact_id(),
  primary key (at, id)
) partition by range (at);
comment on table audit_events is 'What happened: written in the transaction that did it, never changed, never removed.';
comment on column audit_events.id is 'privacy: none — place in the sequence that sealing covers';
comment on column audit_events.at is 'privacy: none — when';
comment on column audit_events.kind is 'privacy: none — what happened: module.event';
comment on column audit_events.actor is 'privacy: personal — who did it: kind and internal id';
comment on column audit_events.subject_kind is 'privacy: none — on what kind of thing';
comment on column audit_events.subject_id is 'privacy: personal — on whom or on what: internal id';
comment on column audit_events.purpose is 'privacy: none — why it was allowed';
comment on column audit_events.details is 'privacy: none — codes and counts, no personal data';
comment on column audit_events.correlation is 'privacy: none — ties it to a page and a log line';
comment on column audit_events.written_in is 'privacy: none — the transaction, so that sealing never overtakes one that is still open';
create index audit_events_by_id on audit_events (id);
create index audit_events_by_subject on audit_events (subject_id, at) where subject_id is not null;
create index audit_events_by_correlation on audit_events (correlation);
create trigger audit_events_kept before update or delete on audit_events for each row execute function refuse_change();
create trigger audit_events_kept_whole before truncate on audit_events execute function refuse_change();
insert into partitioned_tables values ('audit_events', 'at', '1 month', '1 month', null);

create table outbox (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('mail', 'job')),
  name text not null,
  payload bytea,
  message_id text not null unique,
  created_at timestamptz not null,
  available_at timestamptz not null,
  attempts integer not null default 0,
  done_at timestamptz,
  last_error text
);
comment on table outbox is 'Mails and jobs, written in the transaction that caused them; done once, retried, visible when stuck.';
comment on column outbox.id is 'privacy: none — internal id';
comment on column outbox.kind is 'privacy: none — mail or job';
comment on column outbox.name is 'privacy: none — which job; the language of a mail';
comment on column outbox.payload is 'privacy: personal — sealed: address and text; emptied when done';
comment on column outbox.message_id is 'privacy: none — the same at every try, so that a receiver can recognise a repetition';
comment on column outbox.created_at is 'privacy: none — when it was caused';
comment on column outbox.available_at is 'privacy: none — not before this moment: the wait before a retry, or the lease of who is at it';
comment on column outbox.attempts is 'privacy: none — how often it was taken';
comment on column outbox.done_at is 'privacy: none — when it was done';
comment on column outbox.last_error is 'privacy: none — code of what went wrong last, without personal data';
create index outbox_waiting on outbox (available_at) where done_at is null;
create index outbox_done on outbox (done_at) where done_at is not null;
