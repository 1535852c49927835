import { ChangedMeanwhile } from '../base/changed-meanwhile.ts';

/**
 * What PostgreSQL says when two transactions met and one of them must give way: 40001 serialization_failure (a row that moved to
 * another partition too), 40P01 deadlock_detected.
 */
const GAVE_WAY = new Set(['40001', '40P01']);

/** Runs work on the database; that it had to give way to another change comes out as `ChangedMeanwhile`, everything else as it is. */
export async function orChangedMeanwhile<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (typeof code === 'string' && GAVE_WAY.has(code)) throw new ChangedMeanwhile({ cause: error });
    throw error;
  }
}
