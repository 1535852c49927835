import { migrate } from '../store/index.ts';

export type Prepared =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly what: string; readonly next: string };

/** Brings the database to the schema of this release; says why it cannot, and what to do. */
export async function prepareDatabase(url: string, at: Date): Promise<Prepared> {
  const outcome = await migrate(url, at);
  switch (outcome.kind) {
    case 'migrated':
      return { kind: 'ready' };
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
