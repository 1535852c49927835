-- A case is the request of one person for a national number. Everything personal but the name is sealed in one column; the
-- columns beside it are made from it at every save, for lists and for the worker.
create extension if not exists pg_trgm;

create table cases (
  id uuid primary key,
  reference text not null unique,
  version integer not null,
  origin text not null check (origin in ('eidas', 'office')),
  identity_hash bytea,
  content_sealed bytea not null,
  name text not null,
  search_name text not null,
  country text not null,
  reason text not null,
  application text,
  language text not null check (language in ('nl', 'fr', 'de', 'en')),
  state text not null check (state in ('draft', 'new', 'assigned', 'waiting', 'answered', 'to-confirm', 'decided',
    'withdrawn', 'expired', 'reopened', 'handed-over')),
  is_open boolean not null generated always as (state not in ('decided', 'withdrawn', 'expired')) stored,
  outcome text check (outcome in ('linked', 'new-number', 'refused')),
  agent uuid,
  email_hash bytea,
  document_hash bytea,
  opened_at timestamptz not null,
  submitted_at timestamptz,
  target_at timestamptz,
  due_at timestamptz,
  next_duty_at timestamptz,
  decided_at timestamptz,
  changed_at timestamptz not null
);
comment on table cases is 'Requests for a national number, with where each one stands.';
comment on column cases.id is 'privacy: none — random internal id';
comment on column cases.reference is 'privacy: personal — what the person quotes';
comment on column cases.version is 'privacy: none — counts changes';
comment on column cases.origin is 'privacy: none — by eIDAS or at a registration office';
comment on column cases.identity_hash is 'privacy: identifier — keyed hash of the PersonIdentifier; null without an eID';
comment on column cases.content_sealed is 'privacy: identifier — sealed: who asks, what was answered, the state with its texts and numbers';
comment on column cases.name is 'privacy: personal — given and family name, for lists';
comment on column cases.search_name is 'privacy: personal — the name in lower case without accents, for the search; a space before each word';
comment on column cases.country is 'privacy: personal — country of the eID or of the identity document';
comment on column cases.reason is 'privacy: none — why there is no number to give';
comment on column cases.application is 'privacy: none — where the person wanted to go';
comment on column cases.language is 'privacy: none — in which language the person is written to';
comment on column cases.state is 'privacy: none — where the case stands';
comment on column cases.is_open is 'privacy: none — whether somebody still has to act';
comment on column cases.outcome is 'privacy: personal — how it was decided';
comment on column cases.agent is 'privacy: personal — who works on it or decided it';
comment on column cases.email_hash is 'privacy: identifier — keyed hash of the e-mail address, to find related cases';
comment on column cases.document_hash is 'privacy: identifier — keyed hash of the identity document, to find related cases';
comment on column cases.opened_at is 'privacy: none — when it was begun';
comment on column cases.submitted_at is 'privacy: none — when it was sent to the agents';
comment on column cases.target_at is 'privacy: none — by when it should be decided';
comment on column cases.due_at is 'privacy: none — by when the applicant must answer';
comment on column cases.next_duty_at is 'privacy: none — when the worker must look at it: a reminder or an end';
comment on column cases.decided_at is 'privacy: none — when it was decided';
comment on column cases.changed_at is 'privacy: none — when it last changed';
-- An index answers alone only for pages that were tidied up since they last changed.
alter table cases set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02,
  autovacuum_analyze_scale_factor = 0.02);
create unique index cases_one_open on cases (identity_hash) where is_open and identity_hash is not null;
create index cases_by_identity on cases (identity_hash, opened_at) where identity_hash is not null;
-- Lists filter by any of the included columns: within the index, as the table holds one sealed case after another.
create index cases_open on cases (target_at, id) include (submitted_at, changed_at, state, country, agent, language, origin, search_name)
  where is_open and submitted_at is not null;
create index cases_open_by_agent on cases (agent, target_at, id) where is_open and submitted_at is not null;
create index cases_free on cases (target_at, id) where submitted_at is not null and state in ('new', 'reopened');
create index cases_by_target on cases (target_at, id) include (state, country, agent, language, origin, search_name)
  where submitted_at is not null;
create index cases_by_submitted on cases (submitted_at, id) include (state, country, agent, language, origin, search_name)
  where submitted_at is not null;
create index cases_by_changed on cases (changed_at, id) include (state, country, agent, language, origin, search_name)
  where submitted_at is not null;
create index cases_by_name on cases (search_name, id) include (state, country, agent, language, origin)
  where submitted_at is not null;
create index cases_by_country on cases (country, target_at, id)
  include (submitted_at, changed_at, state, agent, language, origin, search_name) where submitted_at is not null;
-- Small ones, put together when no order is quick: few cases fit, wherever they stand.
create index cases_by_state on cases (state) where submitted_at is not null;
create index cases_by_agent on cases (agent) where submitted_at is not null;
create index cases_by_language on cases (language) where submitted_at is not null;
create index cases_by_origin on cases (origin) where submitted_at is not null;
create index cases_by_name_part on cases using gin (search_name gin_trgm_ops) where submitted_at is not null;
create index cases_by_duty on cases (next_duty_at) where next_duty_at is not null;
create index cases_by_decision on cases (decided_at) include (submitted_at) where decided_at is not null;
create index cases_by_email on cases (email_hash) where email_hash is not null;
create index cases_by_document on cases (document_hash) where document_hash is not null;

create table case_events (
  id bigint generated always as identity primary key,
  case_id uuid not null references cases (id),
  at timestamptz not null,
  kind text not null,
  by_kind text not null check (by_kind in ('agent', 'officer', 'applicant', 'system')),
  by_person uuid,
  text_sealed bytea,
  details jsonb not null
);
comment on table case_events is 'The timeline of each case: written once, never changed, never removed.';
comment on column case_events.id is 'privacy: none — order';
comment on column case_events.case_id is 'privacy: personal — of which case';
comment on column case_events.at is 'privacy: none — when';
comment on column case_events.kind is 'privacy: none — what happened';
comment on column case_events.by_kind is 'privacy: none — who did it, in kind';
comment on column case_events.by_person is 'privacy: personal — which agent or officer did it';
comment on column case_events.text_sealed is 'privacy: identifier — sealed: a reason or a comment';
comment on column case_events.details is 'privacy: none — codes and counts';
create index case_events_by_case on case_events (case_id, id);
create trigger case_events_kept before update or delete on case_events for each row execute function refuse_change();
create trigger case_events_kept_whole before truncate on case_events execute function refuse_change();

create table case_messages (
  id uuid primary key,
  case_id uuid not null references cases (id),
  agent uuid,
  text_sealed bytea not null,
  at timestamptz not null,
  question jsonb,
  answered_at timestamptz
);
comment on table case_messages is 'Messages between agents and applicants.';
comment on column case_messages.id is 'privacy: none — random internal id';
comment on column case_messages.case_id is 'privacy: personal — in which case';
comment on column case_messages.agent is 'privacy: personal — which agent wrote it; null when the applicant did';
comment on column case_messages.text_sealed is 'privacy: identifier — sealed text';
comment on column case_messages.at is 'privacy: none — when';
comment on column case_messages.question is 'privacy: none — template, documents asked for, due date';
comment on column case_messages.answered_at is 'privacy: none — when the question was answered';
create index case_messages_by_case on case_messages (case_id, at);

create table case_notes (
  id uuid primary key,
  case_id uuid not null references cases (id),
  agent uuid not null,
  text_sealed bytea not null,
  at timestamptz not null
);
comment on table case_notes is 'Notes of agents among themselves.';
comment on column case_notes.id is 'privacy: none — random internal id';
comment on column case_notes.case_id is 'privacy: personal — on which case';
comment on column case_notes.agent is 'privacy: personal — who wrote it';
comment on column case_notes.text_sealed is 'privacy: identifier — sealed text';
comment on column case_notes.at is 'privacy: none — when';
create index case_notes_by_case on case_notes (case_id, at);

create table case_locks (
  case_id uuid primary key references cases (id),
  agent uuid not null,
  seen_at timestamptz not null
);
comment on table case_locks is 'Who has which case open to work on it.';
comment on column case_locks.case_id is 'privacy: personal — which case';
comment on column case_locks.agent is 'privacy: personal — who';
comment on column case_locks.seen_at is 'privacy: none — when they were last seen at it';

create table case_views (
  id uuid primary key,
  agent uuid not null,
  name text not null,
  query text not null,
  unique (agent, name)
);
comment on table case_views is 'Lists of cases that agents keep under a name.';
comment on column case_views.id is 'privacy: none — random internal id';
comment on column case_views.agent is 'privacy: personal — whose list';
comment on column case_views.name is 'privacy: personal — its name';
comment on column case_views.query is 'privacy: personal — which cases it shows';

create table link_removals (
  id uuid primary key,
  link uuid not null references eidas_links (id),
  case_id uuid references cases (id),
  person uuid not null references persons (id),
  country text not null,
  reason_sealed bytea not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decision text check (decision in ('removed', 'kept')),
  decided_by uuid,
  decided_at timestamptz,
  comment_sealed bytea,
  check (decided_by is null or decided_by <> proposed_by)
);
comment on table link_removals is 'Wishes to end a link between an eID and a person; a second agent decides on each.';
comment on column link_removals.id is 'privacy: none — random internal id';
comment on column link_removals.link is 'privacy: personal — which link';
comment on column link_removals.case_id is 'privacy: personal — from which case';
comment on column link_removals.person is 'privacy: personal — whose link';
comment on column link_removals.country is 'privacy: personal — country of the eID';
comment on column link_removals.reason_sealed is 'privacy: identifier — sealed: why';
comment on column link_removals.proposed_by is 'privacy: personal — who wants it ended';
comment on column link_removals.proposed_at is 'privacy: none — when';
comment on column link_removals.decision is 'privacy: none — what the second agent decided';
comment on column link_removals.decided_by is 'privacy: personal — who decided';
comment on column link_removals.decided_at is 'privacy: none — when';
comment on column link_removals.comment_sealed is 'privacy: identifier — sealed: what the second agent said';
create unique index link_removals_one_waiting on link_removals (link) where decision is null;

create table email_codes (
  id bigint generated always as identity primary key,
  case_id uuid not null references cases (id),
  email_hash bytea not null,
  code_hash bytea not null,
  tries integer not null default 0,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table email_codes is 'Codes that prove an e-mail address.';
comment on column email_codes.id is 'privacy: none — order';
comment on column email_codes.case_id is 'privacy: personal — for which case';
comment on column email_codes.email_hash is 'privacy: identifier — keyed hash of the address that it proves';
comment on column email_codes.code_hash is 'privacy: secret — keyed hash of case and code';
comment on column email_codes.tries is 'privacy: none — how often a code was typed';
comment on column email_codes.sent_at is 'privacy: none — when';
comment on column email_codes.expires_at is 'privacy: none — until when it holds';
comment on column email_codes.used_at is 'privacy: none — when the right one came back';
create index email_codes_by_case on email_codes (case_id, id);
create index email_codes_by_email on email_codes (email_hash, sent_at);
create index email_codes_expired on email_codes (expires_at);

create table request_links (
  token_hash bytea primary key,
  case_id uuid not null references cases (id),
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table request_links is 'Links in mails that open a request; each opens once.';
comment on column request_links.token_hash is 'privacy: secret — SHA-256 of what stands in the link';
comment on column request_links.case_id is 'privacy: personal — which request it opens';
comment on column request_links.expires_at is 'privacy: none — until when';
comment on column request_links.used_at is 'privacy: none — when it was used or ended';
create index request_links_by_case on request_links (case_id);
create index request_links_expired on request_links (expires_at);

create table link_askings (
  id bigint generated always as identity primary key,
  key_hash bytea not null,
  at timestamptz not null
);
comment on table link_askings is 'How often a link was asked for, to bound it; forgotten after a day.';
comment on column link_askings.id is 'privacy: none — internal id';
comment on column link_askings.key_hash is 'privacy: identifier — keyed hash of a reference or a network address';
comment on column link_askings.at is 'privacy: none — when';
create index link_askings_by_key on link_askings (key_hash, at);
create index link_askings_by_time on link_askings (at);
