create table eidas_links (
  id uuid primary key,
  country text not null,
  identifier_hash bytea not null,
  identifier_sealed bytea not null,
  persistence text not null check (persistence in ('A', 'B', 'C')),
  person uuid not null references persons (id),
  source text not null check (source in ('number-and-register', 'agent', 'import')),
  decided_by text not null,
  linked_at timestamptz not null,
  ended_at timestamptz,
  ended_reason text,
  check ((ended_at is null) = (ended_reason is null))
);
comment on table eidas_links is 'Foreign identifiers of persons: one live link per identifier, ended but never deleted.';
comment on column eidas_links.id is 'privacy: none — internal id';
comment on column eidas_links.country is 'privacy: personal — country that identified the person';
comment on column eidas_links.identifier_hash is 'privacy: identifier — keyed hash of the PersonIdentifier';
comment on column eidas_links.identifier_sealed is 'privacy: identifier — sealed PersonIdentifier';
comment on column eidas_links.persistence is 'privacy: none — how long identifiers of this country stay the same';
comment on column eidas_links.person is 'privacy: personal — whom it leads to';
comment on column eidas_links.source is 'privacy: none — how it was found';
comment on column eidas_links.decided_by is 'privacy: personal — who or what decided';
comment on column eidas_links.linked_at is 'privacy: none — since when';
comment on column eidas_links.ended_at is 'privacy: none — until when';
comment on column eidas_links.ended_reason is 'privacy: none — why it ended';
create unique index eidas_links_one_live on eidas_links (country, identifier_hash) where ended_at is null;
create index eidas_links_by_person on eidas_links (person);

create table matching_tries (
  id bigint generated always as identity primary key,
  identifier_hash bytea not null,
  address_hash bytea not null,
  tried_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table matching_tries is 'Tries to name a national number, as counted against guessing.';
comment on column matching_tries.id is 'privacy: none — internal id';
comment on column matching_tries.identifier_hash is 'privacy: identifier — keyed hash of the PersonIdentifier that tried';
comment on column matching_tries.address_hash is 'privacy: identifier — keyed hash of the network address';
comment on column matching_tries.tried_at is 'privacy: none — when';
comment on column matching_tries.expires_at is 'privacy: none — when it no longer counts';
create index matching_tries_by_identifier on matching_tries (identifier_hash, tried_at);
create index matching_tries_by_address on matching_tries (address_hash, tried_at);
create index matching_tries_expired on matching_tries (expires_at);

create table matching_log (
  at timestamptz not null,
  correlation text not null,
  country text not null,
  identifier_hash bytea not null,
  outcome text not null check (outcome in ('matched', 'unmatched', 'already-linked')),
  compared bytea not null,
  remove_at timestamptz not null
) partition by range (remove_at);
comment on table matching_log is 'Matching log of Implementing Regulation (EU) 2025/846 article 5, removed after its retention period.';
comment on column matching_log.at is 'privacy: none — when';
comment on column matching_log.correlation is 'privacy: none — ties it to a page and an audit event';
comment on column matching_log.country is 'privacy: personal — country that identified the person';
comment on column matching_log.identifier_hash is 'privacy: identifier — keyed hash of the PersonIdentifier';
comment on column matching_log.outcome is 'privacy: none — how it ended';
comment on column matching_log.compared is 'privacy: identifier — sealed: values of both sides and the verdict per field';
comment on column matching_log.remove_at is 'privacy: none — end of the retention period';
create index matching_log_by_identifier on matching_log (identifier_hash, at);
insert into partitioned_tables values ('matching_log', 'remove_at', '1 month', '13 months', '0');

create table registration_requests (
  reference text primary key,
  identity_hash bytea not null,
  identity_sealed bytea not null,
  reason text not null,
  application text not null,
  requested_at timestamptz not null,
  closed_at timestamptz
);
comment on table registration_requests is 'Requests for a national number: one open request per identity.';
comment on column registration_requests.reference is 'privacy: personal — what the person quotes at the service desk';
comment on column registration_requests.identity_hash is 'privacy: identifier — keyed hash of country and PersonIdentifier';
comment on column registration_requests.identity_sealed is 'privacy: identifier — sealed identity as the member state presented it';
comment on column registration_requests.reason is 'privacy: none — why there is no number to give';
comment on column registration_requests.application is 'privacy: none — where the person wanted to go';
comment on column registration_requests.requested_at is 'privacy: none — when';
comment on column registration_requests.closed_at is 'privacy: none — when it was settled';
create unique index registration_requests_one_open on registration_requests (identity_hash) where closed_at is null;
