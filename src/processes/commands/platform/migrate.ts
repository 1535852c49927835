import { migrate as bringUpToDate } from '../../../store/index.ts';
import { type CommandContext, type ExitCode, exitCodes } from '../../command-line/command.ts';
import { openDatabase } from '../../database/database.ts';
import { granteesOf } from '../../database/prepare-database.ts';

/** `sluis migrate`: brings the schema of the database to that of this program. Safe to run in several processes at once. */
export async function migrate({ output, settings }: CommandContext): Promise<ExitCode> {
  const database = await openDatabase(settings(), output.progress);
  try {
    const { url, ownerUrl, upkeepUrl } = database;
    if (ownerUrl !== null && upkeepUrl === null) {
      return output.refuse(
        'The owner of the database is set, and nobody for its upkeep.',
        'Set SLUIS_DATABASE_UPKEEP_URL too: migrate gives each role its rights.',
      );
    }
    const grantees = granteesOf(database);
    const outcome = await bringUpToDate(ownerUrl ?? url, new Date(), { grantees });
    switch (outcome.kind) {
      case 'newer':
        return output.refuse(
          `The database has schema ${outcome.database}; this program knows ${outcome.known} at most.`,
          'Update this program, or connect it to its own database.',
        );
      case 'changed':
        return output.refuse(
          `These migrations were applied in another form: ${outcome.names.join(', ')}.`,
          'Put back the files of migrations/ as they were released; a released migration never changes.',
        );
      case 'migrated':
        for (const name of outcome.applied) output.say(`applied ${name}`);
        output.say(`The schema is up to date (${outcome.at}).`);
        output.result({ applied: outcome.applied, schema: outcome.at });
        return exitCodes.done;
    }
  } finally {
    await database.close();
  }
}
