-- The return of a person finds its answer, the login that waits, the link, the person and what ties them to organisations in one statement:
-- by what stands here, for what is sealed joins nothing. Rows of the program before lack it, and are followed step by step.

alter table eidas_answers add column attempt_hash bytea, add column country text, add column identifier_hash bytea;
comment on column eidas_answers.attempt_hash is 'privacy: secret — SHA-256 of the id of the login that waits for it';
comment on column eidas_answers.country is 'privacy: personal — country that identified the person';
comment on column eidas_answers.identifier_hash is 'privacy: identifier — keyed hash of the PersonIdentifier';
