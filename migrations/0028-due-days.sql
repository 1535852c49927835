-- The last day to answer is a day of the calendar. It was kept as 22:00 UTC of that day; `due_at` stays for the program of before.
alter table cases add column due_on date;
comment on column cases.due_on is 'privacy: none — the last day on which the applicant can answer';
update cases set due_on = (due_at at time zone 'UTC')::date where due_at is not null;
