-- Two persons who turned out to be one human are joined: one stays, the other leads to it. What moved is kept, so that it can be undone.

alter table persons add column joined_into uuid references persons (id);
comment on column persons.joined_into is 'privacy: personal — the person that this one was joined into, with everything that rested on it; null for a person of their own';
create index persons_joined on persons (joined_into) where joined_into is not null;

alter table register_persons add column ended_on date;
comment on column register_persons.ended_on is 'privacy: personal — died or was struck off on this day: nobody is recognised by the number any more';

create table person_joins (
  id uuid primary key,
  kept uuid not null references persons (id),
  other uuid not null references persons (id),
  reason_sealed bytea not null,
  proposed_by_kind text not null check (proposed_by_kind in ('person', 'operator')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  state text not null check (state in ('proposed', 'refused', 'joined', 'undo-proposed', 'undone')),
  decided_by uuid,
  decided_at timestamptz,
  comment_sealed bytea,
  undo_proposed_by uuid,
  undo_proposed_at timestamptz,
  undo_reason_sealed bytea,
  undone_by uuid,
  undone_at timestamptz,
  check (kept <> other),
  check (decided_by is null or proposed_by_kind <> 'person' or decided_by::text <> proposed_by),
  check (undone_by is null or undone_by <> undo_proposed_by)
);
comment on table person_joins is 'Proposals that two persons are one human, and what became of them; two people decide.';
comment on column person_joins.id is 'privacy: none — random internal id';
comment on column person_joins.kept is 'privacy: personal — the person who stays';
comment on column person_joins.other is 'privacy: personal — the person who is joined into it';
comment on column person_joins.reason_sealed is 'privacy: identifier — sealed: why they are thought to be one';
comment on column person_joins.proposed_by_kind is 'privacy: none — a member of staff, or the operator of the machine';
comment on column person_joins.proposed_by is 'privacy: personal — who proposed it: internal id, or the operator''s name on the machine';
comment on column person_joins.proposed_at is 'privacy: none — when';
comment on column person_joins.state is 'privacy: none — how far it is';
comment on column person_joins.decided_by is 'privacy: personal — who joined or refused';
comment on column person_joins.decided_at is 'privacy: none — when';
comment on column person_joins.comment_sealed is 'privacy: identifier — sealed: what the second person said';
comment on column person_joins.undo_proposed_by is 'privacy: personal — who wants it undone';
comment on column person_joins.undo_proposed_at is 'privacy: none — when';
comment on column person_joins.undo_reason_sealed is 'privacy: identifier — sealed: why it should be undone';
comment on column person_joins.undone_by is 'privacy: personal — who undid it';
comment on column person_joins.undone_at is 'privacy: none — when';
create unique index person_joins_one_open on person_joins (least(kept, other), greatest(kept, other))
  where state in ('proposed', 'joined', 'undo-proposed');
create unique index person_joins_one_into on person_joins (other) where state in ('joined', 'undo-proposed');
create index person_joins_by_kept on person_joins (kept);
create index person_joins_by_time on person_joins (proposed_at);

create table person_join_moves (
  join_id uuid not null references person_joins (id),
  place bigint generated always as identity,
  of_table text not null,
  what text not null check (what in ('moved', 'rehung', 'ended', 'waits', 'allowed')),
  row_id uuid,
  organisation uuid,
  kind text,
  began_at timestamptz,
  number_hash bytea,
  former_until timestamptz,
  former_relation uuid,
  primary key (join_id, place)
);
comment on table person_join_moves is 'What a join moved, ended, or lets wait for an administrator: from this it is undone.';
comment on column person_join_moves.join_id is 'privacy: none — which join';
comment on column person_join_moves.place is 'privacy: none — order';
comment on column person_join_moves.of_table is 'privacy: none — of which table the row is';
comment on column person_join_moves.what is 'privacy: none — what became of the row';
comment on column person_join_moves.row_id is 'privacy: personal — the row, where it has an id';
comment on column person_join_moves.organisation is 'privacy: personal — the organisation that it is about';
comment on column person_join_moves.kind is 'privacy: none — kind of administration, or target group';
comment on column person_join_moves.began_at is 'privacy: none — since when the row held, where it has no id';
comment on column person_join_moves.number_hash is 'privacy: identifier — keyed hash of a national number';
comment on column person_join_moves.former_until is 'privacy: none — until when it held before';
comment on column person_join_moves.former_relation is 'privacy: personal — the work relation that it hung on before';
