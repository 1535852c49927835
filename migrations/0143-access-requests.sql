-- Requests for access: somebody asks an organisation for a right or a work relation, and its administrators decide; or a first
-- administrator asks another one to confirm a right that nobody gives alone. Ended, never deleted.
create table access_requests (
  id uuid primary key,
  reference text not null,
  kind text not null check (kind in ('right', 'work-relation', 'second-administrator')),
  person uuid not null references persons (id),
  asked_by uuid not null references persons (id),
  organisation uuid not null references organisations (id),
  application text,
  user_right text,
  contexts text[] not null default '{}',
  work_relation uuid references work_relations (id),
  wished_until date,
  content_sealed bytea not null,
  state text not null check (state in ('waiting', 'questioned', 'approved', 'refused', 'withdrawn', 'expired')),
  asked_at timestamptz not null,
  since timestamptz not null,
  escalation text not null default 'none',
  decided_by uuid references persons (id),
  ended_at timestamptz,
  duty_at timestamptz,
  version integer not null default 1,
  check ((kind = 'work-relation') = (application is null)),
  check ((application is null) = (user_right is null)),
  check ((kind = 'second-administrator') = (work_relation is not null)),
  check ((state in ('waiting', 'questioned')) = (ended_at is null))
);
comment on table access_requests is 'Requests for access, and how they were decided.';
comment on column access_requests.id is 'privacy: none — internal id';
comment on column access_requests.reference is 'privacy: none — what the asker reads out on the telephone';
comment on column access_requests.kind is 'privacy: none — a right, a work relation, or the confirmation of a right';
comment on column access_requests.person is 'privacy: personal — who gets it';
comment on column access_requests.asked_by is 'privacy: personal — who asks';
comment on column access_requests.organisation is 'privacy: personal — of which organisation';
comment on column access_requests.application is 'privacy: personal — in which application';
comment on column access_requests.user_right is 'privacy: personal — which right';
comment on column access_requests.contexts is 'privacy: personal — with which contexts';
comment on column access_requests.work_relation is 'privacy: personal — on which work relation, where another administrator confirms';
comment on column access_requests.wished_until is 'privacy: personal — until which day';
comment on column access_requests.content_sealed is 'privacy: personal — reason, questions, answers and what was decided, sealed';
comment on column access_requests.state is 'privacy: personal — where it stands';
comment on column access_requests.asked_at is 'privacy: none — when it was asked';
comment on column access_requests.since is 'privacy: none — since when it waits on whoever it waits on';
comment on column access_requests.escalation is 'privacy: none — how far it was carried';
comment on column access_requests.decided_by is 'privacy: personal — who decided';
comment on column access_requests.ended_at is 'privacy: none — when it was over';
comment on column access_requests.duty_at is 'privacy: none — when time has something to do with it';
comment on column access_requests.version is 'privacy: none — counts its changes';

-- Twenty times the same request is one request.
create unique index access_requests_once on access_requests
  (person, organisation, kind, coalesce(application, ''), coalesce(user_right, '')) where ended_at is null;
create index access_requests_by_person on access_requests (person, asked_at desc);
create index access_requests_by_asker on access_requests (asked_by, asked_at desc);
create index access_requests_open on access_requests (organisation, asked_at, id) where ended_at is null;
create index access_requests_decided on access_requests (organisation, ended_at desc) where decided_by is not null;
create index access_requests_last_decided on access_requests (ended_at desc) where decided_by is not null;
create index access_requests_due on access_requests (duty_at) where duty_at is not null;

-- Whoever asks for access looks for an organisation by the beginning of its name.
create index organisations_by_name on organisations ((lower(name) collate "C"), id);
