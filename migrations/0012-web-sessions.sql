create table web_sessions (
  id_hash bytea not null,
  kind text not null check (kind in ('staff', 'applicant')),
  content bytea not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (id_hash, expires_at)
) partition by range (expires_at);
comment on table web_sessions is 'Who is at work, or follows a request, on Sluis''s own pages.';
comment on column web_sessions.id_hash is 'privacy: secret — SHA-256 of the secret in the cookie';
comment on column web_sessions.kind is 'privacy: none — staff or applicant';
comment on column web_sessions.content is 'privacy: identifier — sealed: who, for whom, since when; or which request';
comment on column web_sessions.created_at is 'privacy: none — since when';
comment on column web_sessions.last_seen_at is 'privacy: none — when it was used last, to the minute';
comment on column web_sessions.expires_at is 'privacy: none — until when at most';
insert into partitioned_tables values ('web_sessions', 'expires_at', '6 hours', '12 hours', '0');
