-- Every login asks what ties a person to organisations, ended relations too: those that have ended stood in no index by person.
create index work_relations_by_person on work_relations (person);
