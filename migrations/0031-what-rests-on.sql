-- What a login gave rests on something: the link that led to the person, the person, a case. When that ends, everything that rests on it is
-- over at the next request, in every process. What rests on it says so in a column, and every look-up asks here in the same statement.
create table endings (
  id uuid primary key,
  before timestamptz not null,
  ended_at timestamptz not null
);
comment on table endings is 'What sessions and tokens rested on, and rest on no more.';
comment on column endings.id is 'privacy: none — internal id of a link, a person, a case';
comment on column endings.before is 'privacy: none — what began before this moment is over; infinity for what never comes back';
comment on column endings.ended_at is 'privacy: none — when it ended';
create index endings_forgotten on endings (ended_at);

alter table login_attempts add column rests_on uuid[], add column rests_since timestamptz;
comment on column login_attempts.rests_on is 'privacy: personal — internal ids of what it rests on';
comment on column login_attempts.rests_since is 'privacy: none — when the person proved who they are';

alter table login_grants add column rests_on uuid[], add column rests_since timestamptz;
comment on column login_grants.rests_on is 'privacy: personal — internal ids of what it rests on';
comment on column login_grants.rests_since is 'privacy: none — when the person proved who they are';

alter table oidc_states add column rests_on uuid[], add column rests_since timestamptz;
comment on column oidc_states.rests_on is 'privacy: personal — internal ids of what it rests on';
comment on column oidc_states.rests_since is 'privacy: none — when the person proved who they are';

alter table web_sessions add column rests_on uuid[], add column rests_since timestamptz;
comment on column web_sessions.rests_on is 'privacy: personal — internal ids of what it rests on';
comment on column web_sessions.rests_since is 'privacy: none — when the person proved who they are';
