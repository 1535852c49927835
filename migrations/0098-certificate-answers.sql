-- What came of showing a client certificate waits here for the browser that it belongs to, as answers of member states do.

create table certificate_answers (
  handle_hash bytea not null,
  content bytea not null,
  expires_at timestamptz not null,
  primary key (handle_hash, expires_at)
) partition by range (expires_at);
comment on table certificate_answers is 'What came of showing a client certificate, on its way to the browser that it belongs to.';
comment on column certificate_answers.handle_hash is 'privacy: secret — SHA-256 of the handle in the address';
comment on column certificate_answers.content is 'privacy: identifier — sealed: login attempt, number and names';
comment on column certificate_answers.expires_at is 'privacy: none — until when';
insert into partitioned_tables values ('certificate_answers', 'expires_at', '6 hours', '12 hours', '0');
