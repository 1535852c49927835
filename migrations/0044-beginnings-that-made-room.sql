-- Where both began something at the same moment, what comes from the other begins a moment later: parting gives the beginning back.

alter table person_join_moves add column former_from timestamptz;
comment on column person_join_moves.former_from is 'privacy: none — when it began before, where it had to make room';
