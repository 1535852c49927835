-- How people come to an organisation: by a link that is mailed to them, or by their national number with the names under which an
-- administrator knows them. Of the link and of the number only hashes are kept; names, address and what waits are sealed. A row stays after
-- its use: it says who let whom in.
create table work_invitations (
  id uuid primary key,
  organisation uuid not null references organisations (id),
  secret_hash bytea unique,
  target_hash bytea not null,
  number_hash bytea,
  content_sealed bytea not null,
  invited_by uuid not null references persons (id),
  invited_as text not null,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  state text not null check (state in ('open', 'accepted', 'begun', 'refused', 'withdrawn', 'rejected')),
  accepted_by uuid references persons (id),
  answered_at timestamptz,
  check ((secret_hash is null) <> (number_hash is null))
);
comment on table work_invitations is 'How people are invited to work for an organisation, and what became of it.';
comment on column work_invitations.id is 'privacy: none — internal id';
comment on column work_invitations.organisation is 'privacy: personal — for which organisation';
comment on column work_invitations.secret_hash is 'privacy: secret — hash of what the link holds';
comment on column work_invitations.target_hash is 'privacy: identifier — keyed hash of the address or the number, to find the same one again';
comment on column work_invitations.number_hash is 'privacy: identifier — keyed hash of the number under which it waits';
comment on column work_invitations.content_sealed is 'privacy: personal — names and address as typed, and what waits, sealed';
comment on column work_invitations.invited_by is 'privacy: personal — who invited';
comment on column work_invitations.invited_as is 'privacy: none — on what authority';
comment on column work_invitations.invited_at is 'privacy: none — when';
comment on column work_invitations.expires_at is 'privacy: none — until when it waits, exclusive';
comment on column work_invitations.state is 'privacy: none — what became of it';
comment on column work_invitations.accepted_by is 'privacy: personal — who answered';
comment on column work_invitations.answered_at is 'privacy: none — when it was answered, withdrawn or decided';
create index work_invitations_waiting on work_invitations (organisation, invited_at desc) where state in ('open', 'accepted', 'refused');
create index work_invitations_by_number on work_invitations (number_hash) where number_hash is not null and state = 'open';
create index work_invitations_by_target on work_invitations (organisation, target_hash) where state = 'open';
create index work_invitations_by_person on work_invitations (accepted_by) where accepted_by is not null;
create index work_invitations_by_inviter on work_invitations (invited_by);

create table invitation_tries (
  id bigint generated always as identity primary key,
  administrator uuid not null,
  target_hash bytea not null,
  tried_at timestamptz not null
);
comment on table invitation_tries is 'Invitations of the last day: how many an administrator sent, and an organisation to one address or number.';
comment on column invitation_tries.id is 'privacy: none — order of the tries';
comment on column invitation_tries.administrator is 'privacy: personal — who invited';
comment on column invitation_tries.target_hash is 'privacy: identifier — keyed hash of the organisation with the address or number';
comment on column invitation_tries.tried_at is 'privacy: none — when';
create index invitation_tries_by_administrator on invitation_tries (administrator, tried_at);
create index invitation_tries_by_target on invitation_tries (target_hash, tried_at);
create index invitation_tries_forgotten on invitation_tries (tried_at);
