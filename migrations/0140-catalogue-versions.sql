-- Every version of what an application defines of rights: who had which right, and what it meant then, can be told later on.
create table catalogue_versions (
  application text not null references applications (id),
  number int not null,
  at timestamptz not null,
  applied_by text,
  catalogue jsonb not null,
  primary key (application, number)
);
comment on table catalogue_versions is 'What an application defined of rights, packages and target groups, each time that it changed.';
comment on column catalogue_versions.application is 'privacy: none — of which application';
comment on column catalogue_versions.number is 'privacy: none — 1 for the first, one more each time';
comment on column catalogue_versions.at is 'privacy: none — since when';
comment on column catalogue_versions.applied_by is 'privacy: personal — the operator who applied it; none where it stood there before versions were kept';
comment on column catalogue_versions.catalogue is 'privacy: none — rights, packages and target groups';
create trigger catalogue_versions_kept before update or delete on catalogue_versions for each row execute function refuse_change();
create trigger catalogue_versions_kept_whole before truncate on catalogue_versions execute function refuse_change();

insert into catalogue_versions (application, number, at, catalogue)
select id, 1, changed_at, jsonb_build_object('rights', description -> 'rights', 'openTo', description -> 'openTo')
from applications where description ->> 'protocol' <> 'own';

-- Who has a right of an application: for the operator who changes what it means.
create index user_rights_by_right on user_rights (application, user_right, id);
