-- One-time links by which people come to work with Sluis. Of the link only a hash is kept; whoever it was for, and the names that were
-- given, are sealed. A row stays after its use: it says who vouched for a member of staff.
create table invitations (
  id uuid primary key,
  secret_hash bytea not null unique,
  email_hash bytea not null,
  content_sealed bytea not null,
  person uuid not null,
  organisation uuid not null references organisations (id),
  user_right text not null,
  invited_by text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  withdrawn_at timestamptz
);
comment on table invitations is 'One-time links by which people come to work with Sluis.';
comment on column invitations.id is 'privacy: none — internal id';
comment on column invitations.secret_hash is 'privacy: secret — hash of what the link holds';
comment on column invitations.email_hash is 'privacy: identifier — keyed hash of the address, to find the same one again';
comment on column invitations.content_sealed is 'privacy: personal — address, name and language, sealed';
comment on column invitations.person is 'privacy: personal — who they become, or are already';
comment on column invitations.organisation is 'privacy: personal — for which organisation';
comment on column invitations.user_right is 'privacy: personal — with which right of staff';
comment on column invitations.invited_by is 'privacy: personal — the operator who typed it';
comment on column invitations.invited_at is 'privacy: none — when';
comment on column invitations.expires_at is 'privacy: none — until when it works';
comment on column invitations.accepted_at is 'privacy: none — when it was used';
comment on column invitations.withdrawn_at is 'privacy: none — when it was taken back';
create index invitations_by_address on invitations (email_hash, invited_at desc);
create index invitations_by_person on invitations (person);
