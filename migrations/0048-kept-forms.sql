-- A form that was not taken is shown again by GET, with what was typed: in between, that stays here and in no address.

create table kept_forms (
  id_hash bytea primary key,
  owner_hash bytea not null,
  content_sealed bytea not null,
  expires_at timestamptz not null
);
comment on table kept_forms is 'Forms that were not taken, until they are shown again.';
comment on column kept_forms.id_hash is 'privacy: secret — SHA-256 of whose it is, which form it is and the handle in the address';
comment on column kept_forms.owner_hash is 'privacy: secret — SHA-256 of whose it is: a browser, a session, or somebody at work';
comment on column kept_forms.content_sealed is 'privacy: identifier — sealed: what was typed, and what was wrong with it';
comment on column kept_forms.expires_at is 'privacy: none — until when it is shown again';
create index kept_forms_by_owner on kept_forms (owner_hash, expires_at);
create index kept_forms_expired on kept_forms (expires_at);
