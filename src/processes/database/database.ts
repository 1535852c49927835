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
  /** Of the role that reads and writes rows, through a pooler that lends sessions for a transaction; `null` where there is none. */
  readonly poolerUrl: string | null;
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
  const { databaseUrl } = settings;
  if (databaseUrl !== null) {
    return {
      url: databaseUrl.reveal(),
      upkeepUrl: settings.databaseUpkeepUrl?.reveal() ?? null,
      ownerUrl: settings.databaseOwnerUrl?.reveal() ?? null,
      poolerUrl: settings.databasePoolerUrl?.reveal() ?? null,
      kind: 'server',
      lost: new Promise<never>(() => {}),
      close: async () => {},
    };
  }
  const { urls, lost, stop } = await startEmbeddedPostgres({ folder: embeddedFolder(settings), say });
  const { application: url, upkeep: upkeepUrl, owner: ownerUrl } = urls;
  return { url, upkeepUrl, ownerUrl, poolerUrl: null, kind: 'embedded', lost, close: stop };
}
