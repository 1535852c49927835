import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { startEmbeddedPostgres } from '../outside/postgres/embedded.ts';

/** A database that is there: where, and how to let go of it. Addresses are secret: they hold passwords. */
export type OpenDatabase = {
  /** Of the role that reads and writes rows. */
  readonly url: string;
  /** Of the role that makes and drops windows of time; `null` when it is not known here. */
  readonly upkeepUrl: string | null;
  /** Of the owner of the tables; `null` when it is not known here. */
  readonly ownerUrl: string | null;
  readonly kind: 'server' | 'embedded';
  /** Ends the embedded server if this process started it; leaves any other alone. */
  close(): Promise<void>;
};

/** The folder of the embedded database. */
export function embeddedFolder(settings: Settings): string {
  return join(settings.dataFolder, 'postgres');
}

/** The server of SLUIS_DATABASE_URL, or else the embedded one, started or joined. */
export async function openDatabase(settings: Settings, say: (line: string) => void): Promise<OpenDatabase> {
  const { databaseUrl, databaseOwnerUrl, databaseUpkeepUrl } = settings;
  if (databaseUrl !== null) {
    const upkeepUrl = databaseUpkeepUrl?.reveal() ?? null;
    const ownerUrl = databaseOwnerUrl?.reveal() ?? null;
    return { url: databaseUrl.reveal(), upkeepUrl, ownerUrl, kind: 'server', close: async () => {} };
  }
  const { urls, stop } = await startEmbeddedPostgres({ folder: embeddedFolder(settings), say });
  const { application: url, upkeep: upkeepUrl, owner: ownerUrl } = urls;
  return { url, upkeepUrl, ownerUrl, kind: 'embedded', close: stop };
}
