-- A way back in for somebody who has lost every key: what they report, and what two members of staff do about it. Of the two links in mails
-- only hashes are kept. A row stays after its end: it says who let a key be bound, and why.
create table lost_key_reports (
  reference text primary key,
  person uuid references persons (id),
  language text not null,
  network_hash bytea not null,
  reported_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table lost_key_reports is 'What people say who have lost every key, until a member of staff finds them by it.';
comment on column lost_key_reports.reference is 'privacy: none — reference that the person is given';
comment on column lost_key_reports.person is 'privacy: personal — whose address was typed; none where it is nobody''s';
comment on column lost_key_reports.language is 'privacy: none — of the page';
comment on column lost_key_reports.network_hash is 'privacy: identifier — keyed hash of the network address that asked';
comment on column lost_key_reports.reported_at is 'privacy: none — when';
comment on column lost_key_reports.expires_at is 'privacy: none — until when it leads to somebody';
create index lost_key_reports_by_network on lost_key_reports (network_hash, reported_at);
create index lost_key_reports_expired on lost_key_reports (expires_at);

create table key_resets (
  id uuid primary key,
  person uuid not null references persons (id),
  reason_sealed bytea not null,
  language text not null,
  proposed_by uuid not null references persons (id),
  proposed_at timestamptz not null,
  decided_by uuid references persons (id),
  decided_at timestamptz,
  comment_sealed bytea,
  opens_at timestamptz,
  stop_hash bytea unique,
  bind_hash bytea unique,
  sent_at timestamptz,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ending text check (ending in ('refused', 'withdrawn', 'stopped', 'used', 'expired', 'person-gone')),
  ended_by uuid references persons (id),
  check (decided_by <> proposed_by),
  check ((ended_at is null) = (ending is null))
);
comment on table key_resets is 'Resets of somebody''s keys by two members of staff.';
comment on column key_resets.id is 'privacy: none — internal id';
comment on column key_resets.person is 'privacy: personal — whose keys';
comment on column key_resets.reason_sealed is 'privacy: personal — why, as a member of staff wrote it, sealed';
comment on column key_resets.language is 'privacy: none — in which the person is written to';
comment on column key_resets.proposed_by is 'privacy: personal — the first member of staff';
comment on column key_resets.proposed_at is 'privacy: none — when';
comment on column key_resets.decided_by is 'privacy: personal — the second member of staff';
comment on column key_resets.decided_at is 'privacy: none — when they decided';
comment on column key_resets.comment_sealed is 'privacy: personal — why they decided so, sealed';
comment on column key_resets.opens_at is 'privacy: none — when the link is mailed';
comment on column key_resets.stop_hash is 'privacy: secret — hash of what the link holds that stops it';
comment on column key_resets.bind_hash is 'privacy: secret — hash of what the link holds that binds a key';
comment on column key_resets.sent_at is 'privacy: none — when the link was mailed';
comment on column key_resets.expires_at is 'privacy: none — when it is over';
comment on column key_resets.ended_at is 'privacy: none — when it ended';
comment on column key_resets.ending is 'privacy: none — code of why';
comment on column key_resets.ended_by is 'privacy: personal — who ended it, where that was somebody';
-- Two proposals at one moment are one.
create unique index key_resets_under_way on key_resets (person) where ended_at is null;
create index key_resets_due on key_resets (opens_at) where ended_at is null and sent_at is null and opens_at is not null;
create index key_resets_expired on key_resets (expires_at) where ended_at is null;
create index key_resets_by_time on key_resets (proposed_at);
