import { readKeyFile } from '../../files/keys/key-file.ts';
import { openStore, readSchemaState, type Store } from '../../store/index.ts';
import type { CommandContext, ExitCode } from '../command-line/command.ts';
import { travelledMilliseconds } from '../demo/time-travel.ts';
import { openKeys } from '../keys/open-keys.ts';
import { openDatabase } from './database.ts';

/** Opens the store of these settings for one command, and closes it; refuses when there is no schema or no key. */
export async function withStore(
  { output, settings }: CommandContext,
  work: (store: Store) => Promise<ExitCode>,
): Promise<ExitCode> {
  const loaded = settings();
  const keys = await readKeyFile(loaded.keyFile);
  if (keys.kind === 'missing') {
    return output.refuse(
      `There are no keys at ${loaded.keyFile}.`,
      'Make them once with bin/sluis key rotate, or set SLUIS_KEYS.',
    );
  }
  if (keys.kind === 'refused') {
    return output.refuse(`${loaded.keyFile}: ${keys.problem}.`, 'Put back the copy that you keep of it.');
  }
  const database = await openDatabase(loaded, output.progress);
  try {
    const schema = await readSchemaState(database.ownerUrl ?? database.url);
    if (schema.kind !== 'current') {
      return output.refuse(
        `The schema of the database is not that of this program (${schema.kind}).`,
        'Run bin/sluis migrate.',
      );
    }
    const store = await openStore({
      url: database.url,
      upkeepUrl: database.upkeepUrl,
      keys: openKeys(keys.set).store,
      poolSize: 2,
      shift: travelledMilliseconds(),
    });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } finally {
    await database.close();
  }
}
