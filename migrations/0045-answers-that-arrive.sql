-- What came in time counts, however long it takes to look at it; and a reply after the end opens a request again.

create table case_arrivals (
  id uuid primary key,
  case_id uuid not null references cases on delete cascade,
  question text not null,
  arrived_at timestamptz not null
);
comment on table case_arrivals is 'Files that came for an open question and are being looked at: gone when they are kept or refused.';
comment on column case_arrivals.id is 'privacy: none — random internal id';
comment on column case_arrivals.case_id is 'privacy: personal — in which case';
comment on column case_arrivals.question is 'privacy: none — the question that it answers';
comment on column case_arrivals.arrived_at is 'privacy: none — when it had come whole';
create index case_arrivals_by_case on case_arrivals (case_id, question);

alter table cases add column replied_after text check (replied_after in ('refused', 'expired', 'withdrawn'));
comment on column cases.replied_after is 'privacy: none — how it had ended when its applicant replied and it was opened again';
create index case_arrivals_by_time on case_arrivals (arrived_at);
