import { onOneConnection } from './connection.ts';

/** What a role may do in a database. */
export type DatabaseAccess = {
  readonly isSuperuser: boolean;
  /** It owns the tables, the audit trail too; or it may make them where there are none yet. */
  readonly mayMigrate: boolean;
  /** It may make and drop windows of time. */
  readonly mayKeepWindows: boolean;
  /** Nothing can be written: a standby, or a server that somebody set so. */
  readonly isReadOnly: boolean;
};

const ACCESS = `select
    (select rolsuper from pg_roles where rolname = current_user) as "isSuperuser",
    coalesce((select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('audit_events')),
      has_schema_privilege('public', 'create')) as "mayMigrate",
    coalesce((select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('login_attempts')),
      has_schema_privilege('public', 'create')) as "mayKeepWindows",
    current_setting('transaction_read_only')::boolean as "isReadOnly"`;

/** What a server tells of itself; `at` is its clock, `version` as in `150004`. */
export type ServerLook = {
  readonly version: number;
  readonly database: string;
  readonly at: Date;
  readonly hasTrigrams: boolean;
};

const LOOK = `select current_setting('server_version_num')::int as version, current_database() as database,
    clock_timestamp() as at, exists (select from pg_available_extensions where name = 'pg_trgm') as "hasTrigrams"`;

/** Asks a server about itself, with the moments between which it answered. Throws what keeps it from connecting. */
export async function lookAtServer(
  url: string,
  now: () => Date,
): Promise<{ readonly server: ServerLook; readonly asked: Date; readonly answered: Date }> {
  return onOneConnection({ connectionString: url }, async (connection) => {
    const asked = now();
    const { rows } = await connection.query<ServerLook>(LOOK);
    const [server] = rows;
    if (server === undefined) throw new Error('the database answers nothing');
    return { server, asked, answered: now() };
  });
}

/** Asks what the role of this address may do. Throws what keeps it from connecting. */
export async function readAccess(url: string): Promise<DatabaseAccess> {
  return onOneConnection({ connectionString: url }, async (connection) => {
    const { rows } = await connection.query<DatabaseAccess>(ACCESS);
    const [access] = rows;
    if (access === undefined) throw new Error('the database answers nothing');
    return access;
  });
}
