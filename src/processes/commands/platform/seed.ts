import { join } from 'node:path';
import type { CommandContext, ExitCode } from '../../command-line/command.ts';
import { exitCodes } from '../../command-line/command.ts';
import { openDatabase } from '../../database/database.ts';
import { withStore } from '../../database/with-store.ts';
import { missingForDemo } from '../../demo/demo-packages.ts';
import { demoPorts } from '../../demo/demo-world.ts';

/** `sluis seed`: puts the people, organisations and applications of the demo world into the database. Repeatable. */
export async function seed(context: CommandContext): Promise<ExitCode> {
  const settings = context.settings();
  if (!settings.isDemo) {
    return context.output.refuse(
      'The demo world is only for a demo.',
      'Set SLUIS_DEMO=true where no real person will ever log in.',
    );
  }
  const missing = missingForDemo();
  if (missing !== null) return context.output.refuse(missing.what, missing.next);
  return withStore(context, async (store) => {
    const { openDemoSites, seedDemo } = await import('../../../../seed/index.ts');
    if ((await store.demoMark.claim(new Date())) !== 'demo') {
      return context.output.refuse(
        'The demo did not make this database: real people may be in it.',
        'Give the demo an empty database of its own (SLUIS_DATABASE_URL).',
      );
    }
    const database = await openDatabase(settings, context.output.progress);
    const folder = join(settings.dataFolder, 'simulators');
    const sites = await openDemoSites({ ports: demoPorts(settings), platform: settings.origin, folder });
    try {
      const personas = await seedDemo({
        store,
        databaseUrl: database.url,
        upkeepUrl: database.upkeepUrl,
        settings,
        sites,
        clock: () => new Date(),
      });
      context.output.say(`The demo world is there: ${personas.length} personas.`);
      context.output.result({ personas: personas.length });
      return exitCodes.done;
    } finally {
      await sites.close();
      await database.close();
    }
  });
}
