import { MINUTE } from '../../../base/time.ts';
import { fetchMetadata } from '../../../outside/metadata/fetch-metadata.ts';
import { refreshMetadata } from '../../../protocols/eidas/index.ts';
import { openStore, readAccess } from '../../../store/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { openDatabase } from '../../database/database.ts';
import { onceReachable } from '../../database/reach-database.ts';
import { travelledMilliseconds } from '../../demo/time-travel.ts';
import { untilAsked } from '../../demo/until-asked.ts';
import { loadKeys } from '../../keys/load-keys.ts';
import { openLog } from '../../serving/open-log.ts';
import { openReadiness } from '../../serving/readiness.ts';
import { refuseDemoDatabase, refuseEmbedded, refuseExposure } from '../../serving/refuse-unfit.ts';
import { ServeFailure } from '../../serving/serve-failure.ts';
import { systemRandomness } from '../../wiring/randomness.ts';
import { keepDoing } from '../../working/keep-doing.ts';
import { startWorker } from '../../working/start-worker.ts';

/** Shared connections: the worker does little at a time. */
const WORKER_POOL = 3;
/** How often the metadata of member states are fetched anew. */
const REFRESH = 15 * MINUTE;

/** `sluis work`: sends mail, keeps the tables small and the metadata of member states fresh, until it is asked to stop. */
export async function work({ output, settings: read }: CommandContext): Promise<ExitCode> {
  const settings = read();
  try {
    refuseExposure(settings);
    refuseEmbedded(settings);
    const keys = await loadKeys(settings);
    const database = await openDatabase(settings, output.progress);
    try {
      const { url, upkeepUrl, poolerUrl } = database;
      const store = await onceReachable(database, output.progress, async () => {
        await refuseWithoutUpkeep(upkeepUrl ?? url);
        return openStore({
          url,
          upkeepUrl,
          poolerUrl,
          keys: keys.store,
          poolSize: WORKER_POOL,
          shift: travelledMilliseconds(),
        });
      });
      try {
        await refuseDemoDatabase(settings, store);
        const log = openLog(settings);
        await openReadiness(store, log)();
        const working = startWorker({ store, settings, log });
        const refreshing = keepDoing(REFRESH, log, 'metadata refresh', () =>
          refreshMetadata({
            ...{ now: store.clock(), fetch: fetchMetadata, randomness: systemRandomness },
            ...{ countries: store.countries, inTransaction: store.inTransaction },
          }),
        );
        // Whoever reads the line may ask at once.
        const asked = untilAsked(database.lost);
        output.progress('The worker is at it.');
        const lost = await asked;
        await refreshing.stop();
        await working.stop();
        if (lost !== null) throw lost;
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

/** Without anybody who makes windows of time ahead, logins would end in some hours. */
async function refuseWithoutUpkeep(url: string): Promise<void> {
  if ((await readAccess(url)).mayKeepWindows) return;
  throw new ServeFailure(
    'This role may not make windows of time.',
    'Set SLUIS_DATABASE_UPKEEP_URL for sluis work: docs/how-to/run-on-a-postgresql-server.md.',
  );
}
