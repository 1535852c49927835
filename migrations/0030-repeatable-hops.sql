-- What a request used up keeps what came of it, so that the same request leads to the same place when it comes again.
alter table eidas_requests add column answer_sealed bytea;
comment on column eidas_requests.answer_sealed is 'privacy: secret — sealed handle under which the first answer waits for its browser';

alter table oidc_states add column version integer not null default 1;
comment on column oidc_states.version is 'privacy: none — counts changes';
