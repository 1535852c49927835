-- What an account knows of how its owner logs in: the browsers, by a keyed hash of their cookie, and the means with those that the owner
-- blocked. By them a new one is noticed. What a login on a browser gave rests on the browser's id, so that it can be ended there.
create table account_devices (
  id uuid primary key,
  person uuid not null references persons (id),
  family text not null,
  first_used_at timestamptz not null,
  last_used_at timestamptz not null
);
comment on table account_devices is 'Browsers that people logged in with, until a year after the last time.';
comment on column account_devices.id is 'privacy: identifier — keyed hash of the cookie of the browser and of the person';
comment on column account_devices.person is 'privacy: personal — who logged in there';
comment on column account_devices.family is 'privacy: personal — family of browser and system, no version';
comment on column account_devices.first_used_at is 'privacy: personal — when for the first time';
comment on column account_devices.last_used_at is 'privacy: personal — when for the last time, to the hour';
create index account_devices_by_person on account_devices (person);
create index account_devices_forgotten on account_devices (last_used_at);

create table account_means (
  person uuid not null references persons (id),
  means text not null,
  first_used_at timestamptz,
  last_used_at timestamptz,
  blocked_at timestamptz,
  primary key (person, means)
);
comment on table account_means is 'Login means that people used, and those that they blocked for themselves.';
comment on column account_means.person is 'privacy: personal — who';
comment on column account_means.means is 'privacy: personal — which means';
comment on column account_means.first_used_at is 'privacy: personal — when it was used for the first time; null where it never was';
comment on column account_means.last_used_at is 'privacy: personal — when it was used for the last time, to the hour';
comment on column account_means.blocked_at is 'privacy: personal — since when nobody logs in by it as this person';

-- Where somebody is logged in is asked by the person.
create index login_grants_by_person on login_grants (person);
create index web_sessions_by_person on web_sessions ((rests_on[1]));
