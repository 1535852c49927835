-- The changes of a unit of work are one statement, which keeps all of them or none: where one of them did not change as many rows as it
-- must, the statement ends by this function. Its own SQLSTATE tells it from every other error, and the constraint says which one it was.
create function refuse_to_keep(what text) returns boolean language plpgsql volatile as $$
begin
  raise exception using errcode = 'SL001', constraint = what, message = 'another request changed the same thing first';
end
$$;
