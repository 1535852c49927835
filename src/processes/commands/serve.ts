import { type CommandContext, type ExitCode, exitCodes } from '../command.ts';
import { openDatabase } from '../database.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { loadKeys, openLog, ServeFailure, serve as startServing } from '../serve.ts';
import { untilAsked } from '../until-asked.ts';

/** `sluis serve`: the platform on SLUIS_PORT, until it is asked to stop. Any number of these share one database. */
export async function serve({ output, settings: read }: CommandContext): Promise<ExitCode> {
  const settings = read();
  try {
    const keys = await loadKeys(settings);
    const database = await openDatabase(settings, output.progress);
    try {
      const prepared = await prepareDatabase(database.url, new Date());
      if (prepared.kind === 'refused') return output.refuse(prepared.what, prepared.next);
      const demo = settings.isDemo ? await (await import('../demo-world.ts')).demoWorldOf(settings) : null;
      const serving = await startServing({
        settings,
        databaseUrl: database.url,
        keys,
        log: openLog(settings),
        demo,
      });
      output.progress(`Sluis serves ${serving.url} (port ${settings.port}).`);
      await untilAsked();
      await serving.close();
    } finally {
      await database.close();
    }
    return exitCodes.done;
  } catch (error) {
    if (error instanceof ServeFailure) return output.refuse(error.message, error.next);
    throw error;
  }
}
