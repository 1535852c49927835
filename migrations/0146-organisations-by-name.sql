-- The platform's own administrators look for organisations by words of the name, and list those of a target group in the order of names.
create index organisations_by_group_and_name on organisations (target_group, (lower(name) collate "C"), id);
create index organisations_by_words on organisations using gin (to_tsvector('simple', name));
