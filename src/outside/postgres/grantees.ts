import { createHash } from 'node:crypto';

/** The addresses of the roles that Sluis works with: docs/how-to/run-on-a-postgresql-server.md says what each may do. */
export type GranteeUrls = { readonly owner: string; readonly upkeep: string; readonly application: string };

const OWNER = 'sluis_owner';
const UPKEEP = 'sluis_upkeep';
const APPLICATION = 'sluis_app';

/** The addresses out of that of the superuser; their passwords come from its password. */
export function granteeUrls(superuserUrl: string): GranteeUrls {
  const urlFor = (role: string) => {
    const url = new URL(superuserUrl);
    url.password = passwordFor(role, url.password);
    url.username = role;
    return url.href;
  };
  return { owner: urlFor(OWNER), upkeep: urlFor(UPKEEP), application: urlFor(APPLICATION) };
}

function passwordFor(role: string, password: string): string {
  return createHash('sha256').update(`${role} ${password}`).digest('base64url');
}

/**
 * Makes the roles, as the superuser, unless they are there. What the superuser made in the database before there were roles becomes
 * the owner's. Two processes at once wait for each other.
 */
export function makeGrantees(superuserUrl: string): string {
  const { password, pathname, username } = new URL(superuserUrl);
  const make = (role: string) => `if to_regrole('${role}') is null then
      create role ${role} login password '${passwordFor(role, password)}';
    end if;`;
  return `do $$
  declare
    statement text;
  begin
    perform pg_advisory_xact_lock(hashtext('sluis roles'));
    ${[OWNER, UPKEEP, APPLICATION].map(make).join('\n    ')}
    if not pg_has_role('${OWNER}', '${UPKEEP}', 'member') then
      grant ${UPKEEP} to ${OWNER};
    end if;
    if (select datdba <> to_regrole('${OWNER}') from pg_database where datname = current_database()) then
      alter database ${pathname.slice(1)} owner to ${OWNER};
    end if;
    for statement in
      select format('alter table %s owner to ${OWNER}', oid::regclass) from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relowner = to_regrole('${username}')
      union all
      select format('alter sequence %s owner to ${OWNER}', oid::regclass) from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'S' and relowner = to_regrole('${username}')
          and not exists (select from pg_depend where objid = pg_class.oid and deptype in ('a', 'i'))
      union all
      select format('alter function %s owner to ${OWNER}', oid::regprocedure) from pg_proc
        where pronamespace = 'public'::regnamespace and proowner = to_regrole('${username}')
          and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
    loop
      execute statement;
    end loop;
  end $$`;
}
