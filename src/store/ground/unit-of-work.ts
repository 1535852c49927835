import type { UnitOfWork } from '../../base/unit-of-work.ts';
import type { StoreContext } from './context.ts';
import { type MadeBy, type Makers, makeNamed } from './makers.ts';
import type { Change } from './news.ts';
import type { ConnectionPool } from './pool.ts';
import { orChangedMeanwhile } from './serialisation.ts';
import type { Queries } from './statement.ts';
import { runInTransaction } from './transaction.ts';

type Ground<Made extends Makers> = {
  readonly pool: ConnectionPool;
  readonly makers: Made;
  contextOf(queries: Queries): StoreContext;
  /** Of what is kept in memory too, once the database has the change. */
  forget(change: Change): void;
};

/** Units of work over these stores: each is one transaction, and makes the stores that are named. */
export function openUnitOfWork<Made extends Makers>({
  pool,
  makers,
  contextOf,
  forget,
}: Ground<Made>): UnitOfWork<MadeBy<Made>> {
  return async (names, work, keeping) => {
    const changed: Change[] = [];
    const answer = await orChangedMeanwhile(() =>
      runInTransaction(
        pool,
        (own) => work(makeNamed(makers, names, { ...contextOf(own), changed })),
        keeping,
      ),
    );
    for (const change of changed) forget(change);
    return answer;
  };
}
