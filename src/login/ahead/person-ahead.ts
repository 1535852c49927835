import type { CapacityKey } from '../../domain/capacity/index.ts';
import type { Person, PersonId } from '../../domain/person/index.ts';
import type { PersonTies } from '../../domain/rights/index.ts';

/** A person, and how they stand in the application of the attempt. */
export type PersonAhead = {
  /** By which they were looked up: who was joined into another is that one by now. */
  readonly id: PersonId;
  readonly person: Person;
  readonly ties: PersonTies;
  /** The lists of claims that they agreed to share. */
  readonly shared: readonly string[];
  readonly lastCapacity: CapacityKey | null;
};
