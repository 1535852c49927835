import type { Randomness } from './ports.ts';
import type { Clock } from './time.ts';

/**
 * `mayBeLost`: the answer does not wait for the disk, and a crash of the database within the next moment takes the change along. It is
 * for what nobody has proved anything by yet, and may do again.
 */
export type Keeping = { readonly mayBeLost?: boolean };

/**
 * Runs `work` all or nothing, with the stores that are named and no other: a signature says what a use case reads and changes.
 * What `work` throws is thrown on after the rollback.
 */
export type UnitOfWork<Stores> = <Name extends keyof Stores, Answer>(
  names: readonly Name[],
  work: (stores: Pick<Stores, Name>) => Promise<Answer>,
  keeping?: Keeping,
) => Promise<Answer>;

/** What a use case may ask of the world while it runs: transactions are begun around it, never in it. */
export type Surroundings<Settings = never> = { readonly randomness: Randomness } & ([Settings] extends [never]
  ? object
  : { readonly settings: Settings });

/** All that a part of the domain is given from outside: time, chance, what it keeps, and its settings where it has any. */
export type World<Stores, Settings = never> = Surroundings<Settings> & {
  readonly clock: Clock;
  readonly inTransaction: UnitOfWork<Stores>;
};
