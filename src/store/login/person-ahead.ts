import type { CapacityKey } from '../../domain/capacity/index.ts';
import type { PersonId } from '../../domain/person/index.ts';
import type { PersonAhead } from '../../login/index.ts';
import { type KnownLoginsRow, readKnownLogins, selectKnownLogins } from '../account/index.ts';
import type { Protection } from '../ground/sealing.ts';
import { readTies, selectTies, type TiesRow } from '../organisations/index.ts';
import { type PersonRow, readPerson, selectPerson } from '../persons/index.ts';

/** What `withPerson` adds to a row; of somebody who is not there, the columns of the person are null. */
export type PersonAheadRow = (PersonRow | { person_id: null }) &
  TiesRow &
  KnownLoginsRow & { shared: readonly string[]; last_capacity: string | null };

/**
 * A statement that brings a person ahead: its columns, and what it joins for them. `person` and `application` are columns of its other
 * parts. One row of a person is said, for the planner would rather read all of them than look up as many as it guesses.
 */
export function withPerson(person: string, application: string) {
  return {
    columns: `person.*, ties.*,
      array(select claims from sharing_confirmations
        where person = ${person} and application = ${application}) as shared,
      (select capacity from last_used_capacities
        where person = ${person} and application = ${application}) as last_capacity,
      ${selectKnownLogins(person)}`,
    joins: `left join lateral (${selectPerson(person)} limit 1) person on true
    left join lateral (${selectTies(person, application)}) ties on true`,
  };
}

/** Reads what `withPerson` added; `id` is by whom it looked. */
export function readPersonAhead(
  protection: Protection,
  id: PersonId | null,
  row: PersonAheadRow,
): PersonAhead | null {
  if (id === null || row.person_id === null) return null;
  return {
    id,
    person: readPerson(protection, row),
    ties: readTies(row),
    shared: row.shared,
    lastCapacity: row.last_capacity as CapacityKey | null,
    knownLogins: readKnownLogins(row),
  };
}
