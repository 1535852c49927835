create table means_providers (
  code text primary key,
  description jsonb not null,
  keys_sealed bytea,
  changed_at timestamptz not null
);
comment on table means_providers is 'Where login means come from, as last applied.';
comment on column means_providers.code is 'privacy: none — name of the provider in files and addresses';
comment on column means_providers.description is 'privacy: none — everything public of the provider';
comment on column means_providers.keys_sealed is 'privacy: secret — sealed private keys that we have at it (JWKS)';
comment on column means_providers.changed_at is 'privacy: none — when it last changed';
