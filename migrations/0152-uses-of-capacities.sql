-- On which day somebody acted last in an application, in each capacity: so that rights nobody uses can be found. Kept to the day: more is
-- nobody's business.
create table capacity_uses (
  person uuid not null references persons (id),
  application text not null,
  capacity text not null,
  used_on date not null,
  primary key (person, application, capacity)
);
comment on table capacity_uses is 'On which day a person acted last in an application, in each capacity.';
comment on column capacity_uses.person is 'privacy: personal — who';
comment on column capacity_uses.application is 'privacy: personal — where';
comment on column capacity_uses.capacity is 'privacy: personal — key of the capacity';
comment on column capacity_uses.used_on is 'privacy: personal — the last day';
