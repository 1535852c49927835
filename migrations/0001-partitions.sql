-- Tables that grow with traffic are partitioned by time and dropped a window at a time: no row is ever deleted one by one.
-- Windows are made ahead by the worker and, should one be missing, by whoever inserts first; there is no default partition,
-- because attaching next to one would lock out every reader.

create table partitioned_tables (
  table_name text primary key,
  key_column text not null,
  width interval not null,
  ahead interval not null,
  keep interval
);
comment on table partitioned_tables is 'How each partitioned table is cut, how far ahead windows exist and how long they stay.';
comment on column partitioned_tables.table_name is 'privacy: none — the partitioned table';
comment on column partitioned_tables.key_column is 'privacy: none — the time column it is cut by';
comment on column partitioned_tables.width is 'privacy: none — length of one window; one month means calendar months in UTC';
comment on column partitioned_tables.ahead is 'privacy: none — how far ahead of now windows are made';
comment on column partitioned_tables.keep is 'privacy: none — how long a window stays after its end; null means for ever';

create function partition_window(moment timestamptz, width interval, out lower timestamptz, out upper timestamptz)
language plpgsql as $$
begin
  if width = interval '1 month' then
    lower := date_trunc('month', moment at time zone 'UTC') at time zone 'UTC';
    upper := (date_trunc('month', moment at time zone 'UTC') + interval '1 month') at time zone 'UTC';
  else
    lower := date_bin(width, moment, timestamptz '2000-01-01 00:00:00Z');
    upper := lower + width;
  end if;
end $$;

-- Makes the window that holds this moment, unless it exists. Attaching a ready table only takes a lock that readers and
-- writers do not feel. Several processes may call this at once.
create function ensure_partition(parent text, moment timestamptz) returns void
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
  if to_regclass(child) is not null then
    return;
  end if;
  execute format('create table %I (like %I including all)', child, parent);
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', parent, child, bounds.lower, bounds.upper);
  if parent = 'audit_events' then
    execute format('create trigger %I before truncate on %I execute function refuse_change()', child || '_kept', child);
  end if;
end $$;

-- Makes every window from this moment on to as far ahead as each table asks.
create function ensure_partitions(moment timestamptz) returns void
language plpgsql as $$
declare
  spec partitioned_tables%rowtype;
  step timestamptz;
begin
  for spec in select * from partitioned_tables order by table_name loop
    step := moment;
    while step <= moment + spec.ahead loop
      perform ensure_partition(spec.table_name, step);
      step := step + spec.width;
    end loop;
    perform ensure_partition(spec.table_name, moment + spec.ahead);
  end loop;
end $$;

-- Drops every window that ended long enough ago; answers with their names.
create function drop_expired_partitions(moment timestamptz) returns setof text
language plpgsql as $$
declare
  part record;
begin
  for part in
    select child.relname::text as name, spec.width, spec.keep,
      to_timestamp(right(child.relname, 11), 'YYYYMMDD"t"HH24')::timestamp at time zone 'UTC' as lower
    from partitioned_tables spec
    join pg_class parent on parent.oid = to_regclass(spec.table_name)
    join pg_inherits on pg_inherits.inhparent = parent.oid
    join pg_class child on child.oid = pg_inherits.inhrelid
    where spec.keep is not null and child.relkind = 'r'
    order by 1
  loop
    if (select upper from partition_window(part.lower, part.width)) + part.keep <= moment then
      execute format('drop table %I', part.name);
      return next part.name;
    end if;
  end loop;
end $$;

create function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
