import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../../config/settings.ts';
import { readKeyFile } from '../../files/keys/key-file.ts';
import { openBoundedFetch } from '../../outside/providers/open-bounded-fetch.ts';
import { openStore, readSchemaState } from '../../store/index.ts';
import { embeddedFolder, openDatabase } from '../database/database.ts';
import { openKeys } from '../keys/open-keys.ts';
import { checkCasework } from './casework.ts';
import { checkCertificates } from './certificates.ts';
import { type Finding, fail, ok } from './check.ts';
import { checkCountries } from './countries.ts';
import { checkDemoDatabase } from './exposure.ts';
import { checkMeans } from './means.ts';

/** What the store tells: whether every BIS number that was counted is explained, mail arrives, and agents are there; nothing to say where there is no database or no key yet. */
export async function checkNumbers(settings: Settings, now: () => Date): Promise<readonly Finding[]> {
  const isThere = settings.databaseUrl !== null || existsSync(join(embeddedFolder(settings), 'cluster'));
  const keys = await readKeyFile(settings.keyFile);
  if (!isThere || keys.kind !== 'read') return [];
  try {
    const database = await openDatabase(settings, () => {});
    try {
      if ((await readSchemaState(database.ownerUrl ?? database.url)).kind !== 'current') return [];
      const store = await openStore({
        url: database.url,
        keys: openKeys(keys.set).store,
        poolSize: 1,
        clock: now,
      });
      try {
        const explained = await store.inTransaction(['numbers'], ({ numbers }) => numbers.explain());
        const owner = await store.demoMark.owner();
        const fetch = openBoundedFetch(settings.providersAt);
        return [
          checkDemoDatabase(settings, owner),
          judge(explained),
          ...(await checkCasework(store, now())),
          ...(await checkCountries(store.countries, now())),
          ...(await checkMeans(store.meansProviders, now(), fetch)),
          ...(await checkCertificates(settings, store.meansProviders, now())),
        ];
      } finally {
        await store.close();
      }
    } finally {
      await database.close();
    }
  } catch (error) {
    // What else may fail is said by the points on the database and the keys.
    if (!(error instanceof Error) || error.name !== 'SealBroken') return [];
    const next = 'Use the key file that belongs to this database.';
    return [fail('numbers', 'were sealed with a key that is not here.', next)];
  }
}

type Explanation = { assigned: number; skipped: number; holes: number; beyond: number };

function judge({ assigned, skipped, holes, beyond }: Explanation): Finding {
  const text = `${assigned} BIS numbers given, ${skipped} skipped`;
  if (holes + beyond === 0) return ok('numbers', text);
  return fail(
    'numbers',
    `${text}; ${holes + beyond} counters are not explained.`,
    'Find out who changed number_counters, assigned_numbers or number_skips by hand; put back a backup beside it to compare.',
  );
}
