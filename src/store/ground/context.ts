import type { Clock } from '../../base/time.ts';
import type { Change } from './news.ts';
import type { PartitionedTable } from './partitions.ts';
import type { Protection } from './sealing.ts';
import type { Queries } from './statement.ts';

/** What every store works with: statements, keys, the clock, and the certainty that a window of time exists to insert into. */
export type StoreContext = {
  readonly queries: Queries;
  readonly protection: Protection;
  readonly clock: Clock;
  /** A new number series begins after this counter: 0, or far up in the demo. */
  readonly numbersAfter: number;
  ensurePartition(table: PartitionedTable, moment: Date): Promise<void>;
  /** What this unit of work changed of what is kept in memory too: forgotten there after the commit. */
  readonly changed: Change[];
};
