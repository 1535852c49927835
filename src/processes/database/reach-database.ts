import { SECOND } from '../../base/time.ts';
import { readAccess } from '../../store/index.ts';
import { ServeFailure } from '../serving/serve-failure.ts';
import { pause } from '../working/pause.ts';
import type { OpenDatabase } from './database.ts';
import { type DatabaseTrouble, explainConnection, explainDatabase } from './explain-database.ts';
import { judgePooler } from './judge-pooler.ts';
import { prepareDatabase } from './prepare-database.ts';

const AGAIN = 2 * SECOND;

/**
 * Does `work` as soon as the database is there, of this schema, and takes writes. Whatever keeps it from that is said once, with what
 * to do, and tried again every two seconds: databases start later than their programs, and move. Throws `ServeFailure` for what waiting
 * does not mend.
 */
export async function onceReachable<Answer>(
  database: OpenDatabase,
  say: (line: string) => void,
  work: () => Promise<Answer>,
): Promise<Answer> {
  let said: string | null = null;
  for (;;) {
    const trouble = await troubleWith(database);
    if (trouble === null) {
      try {
        return await work();
      } catch (error) {
        const gone = explainDatabase(error);
        if (gone === null) throw error;
        said = tell(gone, said, say);
      }
    } else said = tell(trouble, said, say);
    await pause(AGAIN);
  }
}

function tell({ what, next }: DatabaseTrouble, said: string | null, say: (line: string) => void): string {
  const line = `${what} ${next} Sluis tries again every ${AGAIN / SECOND} seconds.`;
  if (line !== said) say(line);
  return line;
}

async function troubleWith(database: OpenDatabase): Promise<DatabaseTrouble | null> {
  try {
    const { isReadOnly } = await readAccess(database.ownerUrl ?? database.url);
    if (isReadOnly) return explainDatabase(Object.assign(new Error(), { code: '25006' }));
    if (database.kind === 'server') {
      const trouble = await judgePooler(database);
      if (trouble !== null) return trouble;
    }
  } catch (error) {
    return explainConnection(error);
  }
  try {
    const prepared = await prepareDatabase(database, new Date());
    if (prepared.kind === 'refused') throw new ServeFailure(prepared.what, prepared.next);
    return prepared.kind === 'behind' ? prepared : null;
  } catch (error) {
    const trouble = explainDatabase(error);
    if (trouble === null) throw error;
    return trouble;
  }
}
