-- Mail about cases stays a year, other mail a month: what is forgotten is found without reading all that stays.
create index outbox_done_apart on outbox (done_at) where done_at is not null and about is null;
