import type { Application } from '../application/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { PersonTies } from '../rights/index.ts';

/** What capacities follow from. `ties` are those of `person` with all organisations, ended ones too. */
export type CapacityQuestion = {
  readonly person: PersonId;
  readonly ties: PersonTies;
  readonly application: Application;
  readonly at: Date;
  /** The only organisation that counts, where what the person proved counts for no other. */
  readonly only?: OrganisationId | null;
};
