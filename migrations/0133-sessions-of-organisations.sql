-- Sessions on the pages of organisations stand beside those of staff, of applicants and of one's own account.
alter table web_sessions drop constraint web_sessions_kind_check;
alter table web_sessions add constraint web_sessions_kind_check check (kind in ('staff', 'applicant', 'account', 'organisation'));
comment on column web_sessions.kind is 'privacy: none — staff, applicant, account or organisation';
