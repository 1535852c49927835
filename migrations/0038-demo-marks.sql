-- Made-up people with known ways to log in must never meet real ones: a database says so itself when the demo made it.
create table demo_marks (
  only_one boolean primary key default true check (only_one),
  made_at timestamptz not null
);
comment on table demo_marks is 'One row where the demo made this database, none anywhere else.';
comment on column demo_marks.only_one is 'privacy: none — always true';
comment on column demo_marks.made_at is 'privacy: none — when';
