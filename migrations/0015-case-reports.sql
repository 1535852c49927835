-- Reports count what was decided by day, country and outcome: within the index, as the table holds one sealed case after another.
create index cases_by_decided on cases (decided_at) include (submitted_at, country, outcome) where decided_at is not null;
drop index cases_by_decision;
