import { join } from 'node:path';
import type { Settings } from '../../config/settings.ts';
import { startEmbeddedPostgres } from '../../outside/postgres/embedded.ts';
import type { EmbeddedPostgresFailure } from '../../outside/postgres/failure.ts';

/** A database that is there: where, and how to let go of it. Addresses are secret: they hold passwords. */
export type OpenDatabase = {
  /** Of the role that reads and writes rows. */
  readonly url: string;
  /** Of the role that makes and drops windows of time; `null` when it is not known here. */
  readonly upkeepUrl: string | null;
  /** Of the owner of the tables; `null` when it is not known here. */
  readonly ownerUrl: string | null;
  readonly kind: 'server' | 'embedded';
  /** Comes with why, when the embedded server of this process ended and cannot be started again. */
  readonly lost: Promise<EmbeddedPostgresFailure>;
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
    const lost = new Promise<never>(() => {});
    return { url: databaseUrl.reveal(), upkeepUrl, ownerUrl, kind: 'server', lost, close: async () => {} };
  }
  const { urls, lost, stop } = await startEmbeddedPostgres({ folder: embeddedFolder(settings), say });
  const { application: url, upkeep: upkeepUrl, owner: ownerUrl } = urls;
  return { url, upkeepUrl, ownerUrl, kind: 'embedded', lost, close: stop };
}
