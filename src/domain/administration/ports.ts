import type { OrganisationId } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { Administrations } from './model.ts';

/** What is kept about one organisation, with itself and every unit beneath it. */
export type AdministrationsOf = Administrations & { readonly units: readonly OrganisationId[] };

export type AdministrationStore = {
  /** What lets one person administer this organisation, in one statement, with everything that it rests on. */
  aboutPerson(person: PersonId, organisation: OrganisationId, at: Date): Promise<AdministrationsOf>;
  /** What lets anybody administer it at this moment, likewise. */
  aboutOrganisation(organisation: OrganisationId, at: Date): Promise<AdministrationsOf>;
  /** What lets a person administer any organisation at this moment, likewise. */
  ofPerson(person: PersonId, at: Date): Promise<Administrations>;
};
