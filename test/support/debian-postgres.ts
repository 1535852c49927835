import type { TestServer } from './database.ts';
import { startOwnPostgres } from './own-postgres.ts';

/** Starts the PostgreSQL of the system on an empty folder, as quick as it can be: nothing is forced to disk. */
export function startDebianPostgres(): Promise<TestServer> {
  return startOwnPostgres('debian', { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' });
}
