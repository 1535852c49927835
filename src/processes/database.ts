import { join } from 'node:path';
import type { Settings } from '../config/settings.ts';
import { startEmbeddedPostgres } from '../outside/postgres/embedded.ts';

/** A database that is there: where, and how to let go of it. */
export type OpenDatabase = {
  /** Secret: holds a password. */
  readonly url: string;
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
  if (settings.databaseUrl !== null) {
    return { url: settings.databaseUrl.reveal(), kind: 'server', close: async () => {} };
  }
  const embedded = await startEmbeddedPostgres({ folder: embeddedFolder(settings), say });
  return { url: embedded.url, kind: 'embedded', close: embedded.stop };
}
