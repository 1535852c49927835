-- A database that the demo made before there were marks says so too. Its seed wrote that down; the trail is read only where
-- the simulated member states are connected, and that alone makes no demo.
insert into demo_marks (made_at)
  select min(at) from audit_events
  where kind = 'seed.applied' and exists (select from countries where metadata like '%>Sluis:SimulatedEurope:%')
  having count(*) > 0
  on conflict do nothing;
