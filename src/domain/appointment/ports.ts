import type { AdministrationId, Appointment } from '../administration/index.ts';
import type { Organisation, OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';

/** How administrations come and go. */
export type AppointmentStore = {
  /** Until the end of this unit of work nobody else changes who administers this organisation. */
  hold(organisation: OrganisationId): Promise<void>;
  /** Keeps one; where somebody else made the same one meanwhile, nothing is kept. */
  add(appointment: Appointment): Promise<void>;
  /** Everything that rests on one, near or far, and is not over at this moment. */
  restingOn(administration: AdministrationId, at: Date): Promise<readonly Appointment[]>;
  /** Ends these now; one that is yet to come never begins. */
  end(administrations: readonly AdministrationId[], at: Date): Promise<void>;
  /** Lets what rested on one rest on another. */
  moveTo(from: AdministrationId, to: AdministrationId): Promise<void>;
  /** These organisations, by name. */
  unitsOf(organisations: readonly OrganisationId[]): Promise<readonly Organisation[]>;
  /** What people are called. */
  namesOf(persons: readonly PersonId[]): Promise<ReadonlyMap<PersonId, string>>;
};
