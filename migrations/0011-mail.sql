alter table outbox
  add column about uuid,
  add column template text,
  add column language text,
  add column bounced_at timestamptz,
  add column bounce_code text;
comment on column outbox.about is 'privacy: personal — the case that a mail is about';
comment on column outbox.template is 'privacy: none — which template made a mail';
comment on column outbox.language is 'privacy: none — in which language a mail is; before this column, its name';
comment on column outbox.bounced_at is 'privacy: none — when a mail server said that the mail will never arrive; it is not tried again by itself';
comment on column outbox.bounce_code is 'privacy: none — code of that refusal';
create index outbox_about on outbox (about, id) where about is not null;
create index outbox_bounced on outbox (id) where bounced_at is not null;

create table mail_templates (
  key text not null,
  language text not null check (language in ('nl', 'fr', 'de', 'en')),
  version integer not null check (version >= 1),
  subject text not null,
  body text not null,
  state text not null check (state in ('draft', 'live', 'retired')),
  edited_by text not null,
  edited_at timestamptz not null,
  made_live_by text,
  made_live_at timestamptz,
  primary key (key, language, version),
  check (state <> 'live' or made_live_at is not null)
);
comment on table mail_templates is 'Texts of mails and wordings that were changed; where there is none, the program has one.';
comment on column mail_templates.key is 'privacy: none — which mail or wording';
comment on column mail_templates.language is 'privacy: none — in which language';
comment on column mail_templates.version is 'privacy: none — counts on from 1; each saving is a version of its own';
comment on column mail_templates.subject is 'privacy: none — the subject, with placeholders';
comment on column mail_templates.body is 'privacy: none — the text, with placeholders';
comment on column mail_templates.state is 'privacy: none — draft, live or retired';
comment on column mail_templates.edited_by is 'privacy: personal — who wrote it: internal id';
comment on column mail_templates.edited_at is 'privacy: none — when';
comment on column mail_templates.made_live_by is 'privacy: personal — who put it to use: internal id';
comment on column mail_templates.made_live_at is 'privacy: none — when it was put to use';
create unique index mail_templates_live on mail_templates (key, language) where state = 'live';
create unique index mail_templates_draft on mail_templates (key, language) where state = 'draft';

-- What a version says never changes, whoever asks: what was sent with it must stay explicable.
create function refuse_change_of_text() returns trigger
language plpgsql as $$
begin
  raise exception 'the text of a version never changes';
end $$;
create trigger mail_templates_kept before update of key, language, version, subject, body, edited_by, edited_at on mail_templates
  for each row execute function refuse_change_of_text();
create trigger mail_templates_stay before delete on mail_templates for each row execute function refuse_change_of_text();

create table duties (
  name text primary key,
  due_at timestamptz not null,
  running_until timestamptz,
  last_ended_at timestamptz,
  failures integer not null default 0
);
comment on table duties is 'What a worker does every so often, by one process at a time.';
comment on column duties.name is 'privacy: none — which duty';
comment on column duties.due_at is 'privacy: none — not before this moment';
comment on column duties.running_until is 'privacy: none — a process is at it, and is believed until this moment';
comment on column duties.last_ended_at is 'privacy: none — when it last ended well';
comment on column duties.failures is 'privacy: none — how often it failed since';
