-- Means of people's own: passkeys, apps, recovery codes, proven addresses, accounts at an organisation's provider. What a stolen dump holds of
-- them opens nothing: what is secret or personal is sealed, and what is looked up is a keyed hash.
create table account_keys (
  id uuid primary key,
  person uuid not null references persons (id),
  kind text not null check (kind in ('passkey', 'app', 'recovery', 'email', 'organisation-account')),
  look_up bytea,
  content_sealed bytea not null,
  counter bigint not null default 0,
  is_synced boolean,
  is_backed_up boolean,
  assurance text not null check (assurance in ('low', 'substantial')),
  bound_by text not null,
  counts text not null check (counts in ('everywhere', 'staff')),
  bound_at timestamptz not null,
  last_used_at timestamptz,
  tries smallint not null default 0,
  tries_from timestamptz,
  ended_at timestamptz,
  ended_reason text
);
comment on table account_keys is 'Means of people''s own, each bound to one person.';
comment on column account_keys.id is 'privacy: none — internal id';
comment on column account_keys.person is 'privacy: personal — whose it is';
comment on column account_keys.kind is 'privacy: none — what it is';
comment on column account_keys.look_up is 'privacy: identifier — keyed hash of a credential, a mail address or an account at a provider';
comment on column account_keys.content_sealed is 'privacy: secret — sealed: its name, and the public key, secret or address';
comment on column account_keys.counter is 'privacy: none — of a passkey how often it signed, of an app the time step of the last code taken';
comment on column account_keys.is_synced is 'privacy: none — whether a passkey may be copied to other devices';
comment on column account_keys.is_backed_up is 'privacy: none — whether it was copied';
comment on column account_keys.assurance is 'privacy: none — how strongly it proves at most';
comment on column account_keys.bound_by is 'privacy: none — a login means, or an invitation';
comment on column account_keys.counts is 'privacy: none — everywhere, or on the pages of staff alone';
comment on column account_keys.bound_at is 'privacy: none — since when';
comment on column account_keys.last_used_at is 'privacy: personal — when it was used last';
comment on column account_keys.tries is 'privacy: none — how many codes were tried since the beginning of the window';
comment on column account_keys.tries_from is 'privacy: none — when that window began';
comment on column account_keys.ended_at is 'privacy: none — when it ended';
comment on column account_keys.ended_reason is 'privacy: none — code of why';
-- The credential of a passkey never comes back, not even after its end: what was said with it once binds nothing again.
create unique index account_keys_passkey on account_keys (look_up) where kind = 'passkey';
create unique index account_keys_live on account_keys (kind, look_up) where kind <> 'passkey' and ended_at is null;
create index account_keys_by_person on account_keys (person) where ended_at is null;
create index account_keys_ended on account_keys (ended_at) where ended_at is not null;

create table recovery_codes (
  key_id uuid not null references account_keys (id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (key_id, code_hash)
);
comment on table recovery_codes is 'Codes that stand in for an app, each once.';
comment on column recovery_codes.key_id is 'privacy: none — of which set';
comment on column recovery_codes.code_hash is 'privacy: secret — keyed hash of the code with its set';
comment on column recovery_codes.used_at is 'privacy: personal — when it was used';

create table key_setups (
  person uuid not null references persons (id),
  kind text not null check (kind in ('passkey', 'app')),
  content_sealed bytea not null,
  expires_at timestamptz not null,
  primary key (person, kind)
);
comment on table key_setups is 'Passkeys and apps that somebody is setting up.';
comment on column key_setups.person is 'privacy: personal — who does';
comment on column key_setups.kind is 'privacy: none — what it will be';
comment on column key_setups.content_sealed is 'privacy: secret — sealed: a challenge, or the secret of an app';
comment on column key_setups.expires_at is 'privacy: none — until when';
create index key_setups_expired on key_setups (expires_at);

create table address_codes (
  id bigint generated always as identity primary key,
  purpose_hash bytea not null,
  address_hash bytea not null,
  network_hash bytea,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries smallint not null default 0,
  used_at timestamptz
);
comment on table address_codes is 'Codes that were mailed to log in or to prove an address.';
comment on column address_codes.id is 'privacy: none — internal id';
comment on column address_codes.purpose_hash is 'privacy: none — keyed hash of the login or the person that it is for';
comment on column address_codes.address_hash is 'privacy: identifier — keyed hash of the mail address';
comment on column address_codes.network_hash is 'privacy: identifier — keyed hash of the network address that asked';
comment on column address_codes.code_hash is 'privacy: secret — keyed hash of the code with what it is for';
comment on column address_codes.sent_at is 'privacy: none — when it was sent';
comment on column address_codes.expires_at is 'privacy: none — until when it holds';
comment on column address_codes.tries is 'privacy: none — how many wrong codes were entered';
comment on column address_codes.used_at is 'privacy: none — when it was used up';
create index address_codes_by_purpose on address_codes (purpose_hash, id);
create index address_codes_by_address on address_codes (address_hash, sent_at);
create index address_codes_by_network on address_codes (network_hash, sent_at);
create index address_codes_expired on address_codes (expires_at);
