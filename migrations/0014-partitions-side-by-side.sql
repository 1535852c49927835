-- As before, but whoever waited for another to make the window sees that it is there: a name that was looked up before the wait
-- is remembered as missing until a table is opened, and a query on the catalogue opens one.
create or replace function ensure_partition(parent text, moment timestamptz) returns void
language plpgsql as $$
declare
  spec partitioned_tables%rowtype;
  bounds record;
  child text;
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
  execute format('create table %I (like %I including all)', child, parent);
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, child, bounds.lower, bounds.upper);
  if parent = 'audit_events' then
    execute format('create trigger %I before truncate on %I execute function refuse_change()', child || '_kept', child);
  end if;
end $$;
