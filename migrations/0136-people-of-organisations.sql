-- People of an organisation as its administrators see them: by name, a page at a time, whatever the size of the organisation.
alter table work_relations
  add column folded_name text collate "C" not null default '',
  add column version integer not null default 1;
comment on column work_relations.folded_name is 'privacy: personal — the name of the person as lists are ordered and searched';
comment on column work_relations.version is 'privacy: none — counts changes, so that of two who change it at once one is told';

-- A name folded once for lists: the family name first, words apart, a space before each.
create function list_name(family_name text, given_names text) returns text language sql immutable parallel safe as $$
  select ' ' || btrim(fold_name(family_name) || ' ' || fold_name(given_names)) collate "C"
$$;

-- Whoever inserts or moves a relation, an import and a join included, need not know of it.
create function fold_name_of_relation() returns trigger language plpgsql as $$
begin
  new.folded_name := coalesce((select list_name(family_name, given_names) from persons where id = new.person), '');
  return new;
end $$;
create trigger work_relations_name before insert or update of person on work_relations
  for each row execute function fold_name_of_relation();
create function fold_name_of_person() returns trigger language plpgsql as $$
begin
  update work_relations set folded_name = list_name(new.family_name, new.given_names) where person = new.id;
  return null;
end $$;
create trigger persons_name after update of family_name, given_names on persons
  for each row when (old.family_name is distinct from new.family_name or old.given_names is distinct from new.given_names)
  execute function fold_name_of_person();
update work_relations w set folded_name = list_name(p.family_name, p.given_names) from persons p where p.id = w.person;

create index work_relations_by_name on work_relations (organisation, folded_name, id) include (valid_until, valid_from, user_type);
create index work_relations_by_end on work_relations (organisation, valid_until) where valid_until is not null;
