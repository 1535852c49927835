-- One person per human: whatever number of somebody is named, current or replaced, it leads to one person.

-- What is registered now under this number: under itself, unless the register replaced it. Replacements are kept with the end of their
-- chain, so one look-up is enough.
create function current_number(hash bytea) returns bytea language sql stable parallel safe as $$
  select coalesce((select current_hash from register_replaced_numbers where number_hash = hash), hash)
$$;

-- The person behind any number of a chain: whoever holds the current one, then the one asked for, then any older one.
create function person_behind(hash bytea) returns uuid language sql stable parallel safe as $$
  select n.person from (
      select current_number(hash) as number_hash, 0 as place
      union all select hash, 1
      union all select number_hash, 2 from register_replaced_numbers where current_hash = current_number(hash)
    ) chain
    join person_numbers n on n.number_hash = chain.number_hash
  order by chain.place, n.valid_from, n.number_hash limit 1
$$;
