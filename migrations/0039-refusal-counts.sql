-- What nobody asked for in vain is counted: the trail keeps the first of each minute and kind, and how many there were.
create table refusal_counts (
  minute timestamptz not null,
  kind text not null,
  reason text not null,
  count integer not null,
  primary key (minute, kind, reason)
);
comment on table refusal_counts is 'How many requests that nobody answers for were refused, per minute and kind.';
comment on column refusal_counts.minute is 'privacy: none — the minute that begins then';
comment on column refusal_counts.kind is 'privacy: none — kind of the audit event';
comment on column refusal_counts.reason is 'privacy: none — code of the reason';
comment on column refusal_counts.count is 'privacy: none — how many';
