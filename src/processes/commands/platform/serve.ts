import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { openDatabase } from '../../database/database.ts';
import { onceReachable } from '../../database/reach-database.ts';
import { missingForDemo } from '../../demo/demo-packages.ts';
import { untilAsked } from '../../demo/until-asked.ts';
import { loadKeys } from '../../keys/load-keys.ts';
import { openLog } from '../../serving/open-log.ts';
import { refuseEmbedded } from '../../serving/refuse-unfit.ts';
import { serve as startServing } from '../../serving/serve.ts';
import { ServeFailure } from '../../serving/serve-failure.ts';

/** `sluis serve`: the platform on SLUIS_PORT, until it is asked to stop. Any number of these share one database. */
export async function serve({ output, settings: read }: CommandContext): Promise<ExitCode> {
  const settings = read();
  try {
    refuseEmbedded(settings);
    const missing = settings.isDemo ? missingForDemo() : null;
    if (missing !== null) return output.refuse(missing.what, missing.next);
    const keys = await loadKeys(settings);
    const database = await openDatabase(settings, output.progress);
    try {
      const demo = settings.isDemo
        ? await (await import('../../demo/demo-world.ts')).demoWorldOf(settings)
        : null;
      const { url: databaseUrl, poolerUrl } = database;
      const log = openLog(settings);
      const serving = await onceReachable(database, output.progress, () =>
        startServing({ settings, databaseUrl, poolerUrl, keys, log, demo }),
      );
      // Whoever reads the line may ask at once.
      const asked = untilAsked(database.lost);
      output.progress(`Sluis serves ${serving.url} (port ${settings.port}).`);
      const lost = await asked;
      await serving.close();
      if (lost !== null) throw lost;
    } finally {
      await database.close();
    }
    return exitCodes.done;
  } catch (error) {
    if (error instanceof ServeFailure) return output.refuse(error.message, error.next);
    throw error;
  }
}
