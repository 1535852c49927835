import { MINUTE } from '../../base/time.ts';
import { openStore } from '../../store/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../command.ts';
import { openDatabase } from '../database.ts';
import { refreshMetadata } from '../eidas/refresh-metadata.ts';
import { keepDoing } from '../keep-doing.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { loadKeys, openLog, refuseDemoDatabase, refuseExposure, ServeFailure } from '../serve.ts';
import { startWorker } from '../start-worker.ts';
import { untilAsked } from '../until-asked.ts';

/** Shared connections: the worker does little at a time. */
const WORKER_POOL = 3;
/** How often the metadata of member states are fetched anew. */
const REFRESH = 15 * MINUTE;

/** `sluis work`: sends mail, keeps the tables small and the metadata of member states fresh, until it is asked to stop. */
export async function work({ output, settings: read }: CommandContext): Promise<ExitCode> {
  const settings = read();
  try {
    refuseExposure(settings);
    const keys = await loadKeys(settings);
    const database = await openDatabase(settings, output.progress);
    try {
      const prepared = await prepareDatabase(database.url, new Date());
      if (prepared.kind === 'refused') return output.refuse(prepared.what, prepared.next);
      const store = await openStore({
        url: database.url,
        keys: keys.store,
        poolSize: WORKER_POOL,
        clock: () => new Date(),
      });
      try {
        await refuseDemoDatabase(settings, store);
        const log = openLog(settings);
        const working = startWorker({ store, settings, log });
        const refreshing = keepDoing(REFRESH, log, 'metadata refresh', () =>
          refreshMetadata(store, new Date()),
        );
        output.progress('The worker is at it.');
        await untilAsked();
        await refreshing.stop();
        await working.stop();
      } finally {
        await store.close();
      }
    } finally {
      await database.close();
    }
    return exitCodes.done;
  } catch (error) {
    if (error instanceof ServeFailure) return output.refuse(error.message, error.next);
    throw error;
  }
}
