import { ChangedMeanwhile } from '../../base/changed-meanwhile.ts';

/**
 * What PostgreSQL says when two transactions met and one of them must give way: 40001 serialization_failure (a row that moved to
 * another partition too), 40P01 deadlock_detected.
 */
const GAVE_WAY = new Set(['40001', '40P01']);
/**
 * 23514 without a constraint: no window for a row. A transaction that holds the table already does not see the window that was made for it
 * meanwhile; begun again, it does.
 */
const NO_WINDOW = '23514';
/** What `refuse_to_keep` says: a change did not change as many rows as it must. The constraint is the name of its statement. */
const NOT_AS_EXPECTED = 'SL001';

/** Runs work on the database; that it had to give way to another change comes out as `ChangedMeanwhile`, everything else as it is. */
export async function orChangedMeanwhile<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown };
    if (code === NOT_AS_EXPECTED) throw new ChangedMeanwhile({ what: String(constraint), cause: error });
    const isLate = code === NO_WINDOW && constraint === undefined;
    if (isLate || (typeof code === 'string' && GAVE_WAY.has(code)))
      throw new ChangedMeanwhile({ cause: error });
    throw error;
  }
}
