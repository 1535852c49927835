create table applications (
  id text primary key,
  description jsonb not null,
  secret bytea,
  changed_at timestamptz not null
);
comment on table applications is 'Applications that people log in to, as last applied.';
comment on column applications.id is 'privacy: none — client_id';
comment on column applications.description is 'privacy: none — everything public of the application';
comment on column applications.secret is 'privacy: secret — sealed shared secret of Basic and POST';
comment on column applications.changed_at is 'privacy: none — when it last changed';

create table countries (
  code text primary key,
  description jsonb not null,
  metadata text,
  metadata_at timestamptz,
  changed_at timestamptz not null
);
comment on table countries is 'Member states: what they notified, whether they are open, how to reach and trust their node.';
comment on column countries.code is 'privacy: none — country code as eIDAS writes it';
comment on column countries.description is 'privacy: none — everything but the metadata';
comment on column countries.metadata is 'privacy: none — SAML metadata as last accepted';
comment on column countries.metadata_at is 'privacy: none — when the metadata were last accepted';
comment on column countries.changed_at is 'privacy: none — when it last changed';

create table country_health (
  code text primary key references countries (code),
  kind text not null check (kind in ('working', 'metadata-expiring', 'metadata-expired', 'failing')),
  since timestamptz not null,
  detail text
);
comment on table country_health is 'How the connection to each member state does.';
comment on column country_health.code is 'privacy: none — country';
comment on column country_health.kind is 'privacy: none — how it does';
comment on column country_health.since is 'privacy: none — since when';
comment on column country_health.detail is 'privacy: none — what operators should know';
