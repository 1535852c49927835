-- Rights that end are told to who can extend them, once at each distance. A right that is extended has another end, of which they are told
-- anew.
create table right_reminders (
  user_right uuid not null references user_rights (id),
  days int not null,
  ends_at timestamptz not null,
  at timestamptz not null,
  primary key (user_right, days, ends_at)
);
comment on table right_reminders is 'Of which end of which right people were reminded, and how long before it.';
comment on column right_reminders.user_right is 'privacy: none — of which right';
comment on column right_reminders.days is 'privacy: none — how many days before its end';
comment on column right_reminders.ends_at is 'privacy: none — the end that was told';
comment on column right_reminders.at is 'privacy: none — when';

create index user_rights_by_end on user_rights (organisation, valid_until) where valid_until is not null;
create index user_rights_ending on user_rights (valid_until) where valid_until is not null;
