-- Sessions on the pages of one's own account stand beside those of staff and of applicants.
alter table web_sessions drop constraint web_sessions_kind_check;
alter table web_sessions add constraint web_sessions_kind_check check (kind in ('staff', 'applicant', 'account'));
comment on column web_sessions.kind is 'privacy: none — staff, applicant or account';
