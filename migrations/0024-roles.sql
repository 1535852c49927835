-- Three roles: the owner makes and changes what is kept, upkeep makes and drops windows of time, the application reads and writes
-- rows. One role may be all three.

-- As before; a window belongs to whom its table belongs, whoever asked for it, and no window of the audit trail can be emptied.
-- It runs with the rights of its owner: the windows of the audit trail are made by a role that may not touch the trail.
create or replace function ensure_partition(parent text, moment timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  spec partitioned_tables%rowtype;
  bounds record;
  child text;
  keeper name;
begin
  select * into strict spec from partitioned_tables where table_name = parent;
  select * into strict bounds from partition_window(moment, spec.width);
  child := parent || '_' || to_char(bounds.lower at time zone 'UTC', 'YYYYMMDD"t"HH24');
  if to_regclass(child) is not null then
    return;
  end if;
  perform pg_advisory_xact_lock(hashtext('sluis partition'), hashtext(parent));
  perform from pg_class where relname = child and relnamespace = (select relnamespace from pg_class where oid = parent::regclass);
  if found then
    return;
  end if;
  select relowner::regrole::name into keeper from pg_class where oid = parent::regclass;
  execute format('create table %I (like %I including all)', child, parent);
  if starts_with(parent, 'audit_') then
    execute format('create trigger %I before truncate on %I execute function refuse_change()', child || '_kept', child);
  end if;
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, child, bounds.lower, bounds.upper);
  if keeper <> current_user then
    execute format('alter table %I owner to %I', child, keeper);
  end if;
end $$;

-- Makes the window of a moment for whoever inserts first, should upkeep have been away. Roles that do no upkeep get windows around
-- the present only.
create function open_window(parent text, moment timestamptz) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not has_function_privilege(session_user, 'ensure_partition(text, timestamptz)', 'execute')
    and not exists (
      select from partitioned_tables
      where table_name = parent and moment between now() - width - interval '2 days' and now() + ahead + width + interval '2 days'
    )
  then
    raise exception 'no window of % for %', parent, moment using errcode = 'insufficient_privilege';
  end if;
  perform ensure_partition(parent, moment);
end $$;

-- Gives each role what it needs and nothing more, as the owner, after every migration. Without names it keeps to those that have
-- rights already. The owner must be a member of upkeep.
create function give_rights(application name, upkeep name) returns void
language plpgsql as $$
declare
  each record;
begin
  application := coalesce(application, (
    select grantee::regrole::name from pg_class, aclexplode(relacl)
    where oid = 'audit_events'::regclass and privilege_type = 'INSERT' and grantee <> relowner and grantee <> 0 limit 1));
  upkeep := coalesce(upkeep, (select relowner::regrole::name from pg_class where oid = 'login_attempts'::regclass));
  if application is null or application = current_user then
    return;
  end if;
  execute format('grant connect, temporary on database %I to %I', current_database(), application);
  execute format('grant connect on database %I to %I', current_database(), upkeep);
  execute 'revoke create on schema public from public';
  execute format('grant usage on schema public to %I, %I', application, upkeep);
  if upkeep <> current_user then
    execute format('grant create on schema public to %I', upkeep);
  end if;
  for each in
    select oid::regclass as place, relname, relispartition, relowner::regrole::name as keeper,
      starts_with(relname, 'audit_') as is_trail,
      exists (select from partitioned_tables where relname = table_name or starts_with(relname, table_name || '_')) and
        (relkind = 'p' or relispartition) as is_cut
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  loop
    if each.is_cut and not each.is_trail and each.keeper <> upkeep then
      execute format('alter table %s owner to %I', each.place, upkeep);
    end if;
    continue when each.relispartition;
    execute format('revoke all on %s from %I', each.place, application);
    if each.relname in ('migrations', 'partitioned_tables') then
      execute format('grant select on %s to %I', each.place, application);
    elsif each.is_trail then
      execute format('grant select, insert on %s to %I', each.place, application);
    else
      execute format('grant select, insert, update, delete on %s to %I', each.place, application);
    end if;
  end loop;
  execute format('grant select on partitioned_tables, migrations to %I', upkeep);
  execute format('grant usage, select on all sequences in schema public to %I', application);
  execute 'revoke execute on function ensure_partition(text, timestamptz), ensure_partitions(timestamptz), '
    || 'drop_expired_partitions(timestamptz), give_rights(name, name), open_window(text, timestamptz) from public';
  execute format('grant execute on function open_window(text, timestamptz) to %I, %I', application, upkeep);
  execute format('grant execute on function ensure_partition(text, timestamptz), ensure_partitions(timestamptz) to %I', upkeep);
end $$;
