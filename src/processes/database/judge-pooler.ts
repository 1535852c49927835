import { lookThroughPooler, type PoolerLook, sharesSessions } from '../../store/index.ts';
import type { OpenDatabase } from './database.ts';
import { type DatabaseTrouble, explainConnection } from './explain-database.ts';

const HOW = 'docs/how-to/run-on-a-postgresql-server.md';

/**
 * What keeps Sluis from working through the pooler of a database, or where one stands in the place of the server; `null` when nothing does. Throws what keeps it from
 * connecting to the server.
 */
export async function judgePooler({
  url,
  poolerUrl,
}: Pick<OpenDatabase, 'url' | 'poolerUrl'>): Promise<DatabaseTrouble | null> {
  if (await sharesSessions(url)) {
    return {
      what: 'SLUIS_DATABASE_URL leads to a pooler that lends a session for one transaction: nobody hears there what changes.',
      next: `Give the address of the server itself, and that of the pooler as SLUIS_DATABASE_POOLER_URL: ${HOW}.`,
    };
  }
  if (poolerUrl === null) return null;
  try {
    return troubleOf(await lookThroughPooler(poolerUrl, url));
  } catch (error) {
    const next = 'Look at the pooler and its log, or mend SLUIS_DATABASE_POOLER_URL.';
    return { what: `Nothing comes through the pooler. ${explainConnection(error).what}`, next };
  }
}

function troubleOf(look: PoolerLook): DatabaseTrouble | null {
  switch (look.kind) {
    case 'fits':
      return null;
    case 'elsewhere':
      return {
        what: 'SLUIS_DATABASE_POOLER_URL leads to another database than SLUIS_DATABASE_URL, or as another role.',
        next: `Let both lead to the same database as the same role: ${HOW}.`,
      };
    case 'no-transactions':
      return {
        what: 'The pooler lends a session for one statement only (pool_mode = statement).',
        next: 'Let it lend one for a transaction: pool_mode = transaction.',
      };
    case 'unprepared':
      return {
        what: 'The sessions of the pooler are not set up for Sluis.',
        next: `Run on the server: ${look.statements.join('; ')}; then let the pooler connect anew (RECONNECT in PgBouncer).`,
      };
  }
}
