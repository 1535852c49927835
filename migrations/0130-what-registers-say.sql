-- What a register says of an organisation: in which function somebody represents it. A representation has an id of its own, by which the
-- history of the organisation tells of it.
alter table legal_representations
  add column id uuid not null default gen_random_uuid(),
  add column function text;
comment on column legal_representations.id is 'privacy: none — internal id';
comment on column legal_representations.function is 'privacy: personal — in which function, in the words of the register';
create unique index legal_representations_by_id on legal_representations (id);

-- Institution numbers have six digits: a spreadsheet had taken zeros in front away from some.
update organisations o set code = lpad(code, 6, '0')
  where target_group = 'OV' and length(code) < 6
    and not exists (select from organisations other where other.target_group = 'OV' and other.code = lpad(o.code, 6, '0'));
