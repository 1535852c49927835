import { type Grantees, migrate, readAccess, readSchemaState } from '../../store/index.ts';
import type { OpenDatabase } from './database.ts';

export type Prepared =
  | { readonly kind: 'ready' }
  /** Somebody else will put it right: worth waiting for. */
  | { readonly kind: 'behind'; readonly what: string; readonly next: string }
  | { readonly kind: 'refused'; readonly what: string; readonly next: string };

type Addresses = Pick<OpenDatabase, 'url' | 'ownerUrl' | 'upkeepUrl'>;

/**
 * Brings the database to the schema of this release, where the role that is at hand may; says why it cannot, and what to do.
 */
export async function prepareDatabase(database: Addresses, at: Date): Promise<Prepared> {
  const { url, ownerUrl } = database;
  if (ownerUrl === null && !(await readAccess(url)).mayMigrate) return judge(await readSchemaState(url));
  return judge(await migrate(ownerUrl ?? url, at, { grantees: granteesOf(database) }));
}

/** The roles beside the owner, by name; `null` where one role does everything. */
export function granteesOf({ url, ownerUrl, upkeepUrl }: Addresses): Grantees | null {
  if (ownerUrl === null) return null;
  const [application, owner, upkeep] = [url, ownerUrl, upkeepUrl ?? ownerUrl].map(userOf);
  if (!application || !owner || !upkeep || application === owner) return null;
  return { application, upkeep };
}

function userOf(url: string): string {
  const { username, searchParams } = new URL(url);
  return searchParams.get('user') ?? decodeURIComponent(username);
}

function judge(outcome: Awaited<ReturnType<typeof migrate | typeof readSchemaState>>): Prepared {
  switch (outcome.kind) {
    case 'migrated':
    case 'current':
      return { kind: 'ready' };
    case 'empty':
    case 'behind':
      return {
        kind: 'behind',
        what:
          outcome.kind === 'empty'
            ? 'The database has no schema yet.'
            : 'The schema of the database is older than this program.',
        next: 'Run bin/sluis migrate as its owner (SLUIS_DATABASE_OWNER_URL).',
      };
    case 'newer':
      return {
        kind: 'refused',
        what: `The database has schema ${outcome.database}; this release knows ${outcome.known}.`,
        next: 'Run the newer release on it, or put back a copy of the database from before.',
      };
    case 'changed':
      return {
        kind: 'refused',
        what: `These migrations are not the ones that made the database: ${outcome.names.join(', ')}.`,
        next: 'Put back the files of migrations/ as they were released.',
      };
  }
}
