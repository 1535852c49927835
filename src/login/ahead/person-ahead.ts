import type { KnownLogins } from '../../domain/account/index.ts';
import type { CapacityKey } from '../../domain/capacity/index.ts';
import type { EidasLink } from '../../domain/identity-matching/index.ts';
import type { NationalNumber, Person, PersonId, RegisteredPerson } from '../../domain/person/index.ts';
import type { PersonTies } from '../../domain/rights/index.ts';
import type { Attempt } from '../attempt.ts';

/** A person, and how they stand in the application of the attempt. */
export type PersonAhead = {
  /** By which they were looked up: who was joined into another is that one by now. */
  readonly id: PersonId;
  readonly person: Person;
  readonly ties: PersonTies;
  /** The lists of claims that they agreed to share. */
  readonly shared: readonly string[];
  readonly lastCapacity: CapacityKey | null;
  /** How they logged in before, and what they blocked for themselves. */
  readonly knownLogins: KnownLogins;
};

/** What one look-up brings of all that a step may ask for: each as it stood at that moment, and `null` where there is none. */
export type ReadAhead = {
  readonly attempt: Attempt | null;
  /** The live link of the identity that was told. */
  readonly link: EidasLink | null;
  readonly person: PersonAhead | null;
  /** The number by which the person was looked up, where it was by one, and what is registered under it. */
  readonly number?: { readonly asked: NationalNumber; readonly registered: RegisteredPerson | null } | null;
};
