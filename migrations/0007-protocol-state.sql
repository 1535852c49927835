-- Ids that a browser or client holds are kept as SHA-256 hashes: they carry 256 bits of randomness, so no key is needed for a
-- stolen dump to give nothing usable.

create table login_attempts (
  id_hash bytea not null,
  application text not null,
  correlation text not null,
  content bytea not null,
  version integer not null,
  started_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (id_hash, expires_at)
) partition by range (expires_at);
comment on table login_attempts is 'Logins under way.';
comment on column login_attempts.id_hash is 'privacy: secret — SHA-256 of the id in the address';
comment on column login_attempts.application is 'privacy: none — where to';
comment on column login_attempts.correlation is 'privacy: none — ties it to audit events and log lines';
comment on column login_attempts.content is 'privacy: identifier — sealed: request, state and browser binding';
comment on column login_attempts.version is 'privacy: none — counts changes';
comment on column login_attempts.started_at is 'privacy: none — since when';
comment on column login_attempts.expires_at is 'privacy: none — until when';
insert into partitioned_tables values ('login_attempts', 'expires_at', '1 day', '1 day', '1 day');

create table eidas_requests (
  id text not null,
  attempt bytea not null,
  country text not null,
  assurance text not null,
  attributes text[] not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  taken_at timestamptz,
  primary key (id, expires_at)
) partition by range (expires_at);
comment on table eidas_requests is 'Requests sent to member states, each answered once at most.';
comment on column eidas_requests.id is 'privacy: none — id of the SAML request';
comment on column eidas_requests.attempt is 'privacy: secret — sealed id of the login attempt';
comment on column eidas_requests.country is 'privacy: none — which country was asked';
comment on column eidas_requests.assurance is 'privacy: none — how strongly';
comment on column eidas_requests.attributes is 'privacy: none — for which attributes, by name';
comment on column eidas_requests.issued_at is 'privacy: none — when';
comment on column eidas_requests.expires_at is 'privacy: none — until when an answer is accepted';
comment on column eidas_requests.taken_at is 'privacy: none — when it was answered';
insert into partitioned_tables values ('eidas_requests', 'expires_at', '6 hours', '12 hours', '1 day');

-- Not partitioned: uniqueness must hold whatever the expiry is, and a partitioned key would have to contain it. Rows live
-- for minutes and the worker deletes the expired ones in batches.
create table used_ids (
  id_hash bytea primary key,
  expires_at timestamptz not null
);
comment on table used_ids is 'Ids of messages and assertions that were seen, until they are worthless.';
comment on column used_ids.id_hash is 'privacy: none — SHA-256 of what kind of id it is and the id';
comment on column used_ids.expires_at is 'privacy: none — when it may be forgotten';
create index used_ids_expired on used_ids (expires_at);

create table oidc_states (
  id_hash bytea not null,
  model text not null,
  grant_id text,
  uid_hash bytea,
  payload bytea not null,
  expires_at timestamptz not null,
  consumed_at timestamptz,
  primary key (id_hash, expires_at)
) partition by range (expires_at);
comment on table oidc_states is 'Sessions, interactions, codes and tokens of OpenID Connect.';
comment on column oidc_states.id_hash is 'privacy: secret — SHA-256 of model and id';
comment on column oidc_states.model is 'privacy: none — what it is';
comment on column oidc_states.grant_id is 'privacy: none — the login it hangs on';
comment on column oidc_states.uid_hash is 'privacy: none — SHA-256 of model and the second id by which sessions and interactions are found';
comment on column oidc_states.payload is 'privacy: secret — sealed: what the protocol needs';
comment on column oidc_states.expires_at is 'privacy: none — until when';
comment on column oidc_states.consumed_at is 'privacy: none — when it was used, if it may be used once';
create index oidc_states_by_grant on oidc_states (grant_id) where grant_id is not null;
create index oidc_states_by_uid on oidc_states (uid_hash) where uid_hash is not null;
insert into partitioned_tables values ('oidc_states', 'expires_at', '6 hours', '12 hours', '0');

create table login_grants (
  id text not null,
  person uuid not null,
  application text not null,
  session text not null,
  content bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (id, expires_at)
) partition by range (expires_at);
comment on table login_grants is 'What each finished login gave to an application.';
comment on column login_grants.id is 'privacy: none — internal id, known to codes and tokens';
comment on column login_grants.person is 'privacy: personal — who logged in';
comment on column login_grants.application is 'privacy: personal — where';
comment on column login_grants.session is 'privacy: none — uid of the session';
comment on column login_grants.content is 'privacy: personal — sealed: capacity as it was, means, scopes';
comment on column login_grants.created_at is 'privacy: none — when';
comment on column login_grants.expires_at is 'privacy: none — until when';
create index login_grants_by_session on login_grants (session, application);
insert into partitioned_tables values ('login_grants', 'expires_at', '6 hours', '12 hours', '0');

create table sharing_confirmations (
  person uuid not null references persons (id),
  application text not null,
  claims text not null,
  confirmed_at timestamptz not null,
  primary key (person, application, claims)
);
comment on table sharing_confirmations is 'What a person agreed to share with an application.';
comment on column sharing_confirmations.person is 'privacy: personal — who';
comment on column sharing_confirmations.application is 'privacy: personal — with which application';
comment on column sharing_confirmations.claims is 'privacy: none — names of the claims';
comment on column sharing_confirmations.confirmed_at is 'privacy: none — when';

create table last_used_capacities (
  person uuid not null references persons (id),
  application text not null,
  capacity text not null,
  primary key (person, application)
);
comment on table last_used_capacities is 'The capacity a person used last in an application.';
comment on column last_used_capacities.person is 'privacy: personal — who';
comment on column last_used_capacities.application is 'privacy: personal — where';
comment on column last_used_capacities.capacity is 'privacy: personal — key of the capacity';

create table eidas_answers (
  handle_hash bytea not null,
  content bytea not null,
  expires_at timestamptz not null,
  taken_at timestamptz,
  primary key (handle_hash, expires_at)
) partition by range (expires_at);
comment on table eidas_answers is 'Verified answers of member states, on their way to the browser that they belong to.';
comment on column eidas_answers.handle_hash is 'privacy: secret — SHA-256 of the handle in the address';
comment on column eidas_answers.content is 'privacy: identifier — sealed: login attempt and answer';
comment on column eidas_answers.expires_at is 'privacy: none — until when';
comment on column eidas_answers.taken_at is 'privacy: none — when the browser fetched it';
insert into partitioned_tables values ('eidas_answers', 'expires_at', '6 hours', '12 hours', '0');
