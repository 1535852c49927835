import type { Surroundings, World } from '../../base/unit-of-work.ts';
import { type ActingPerson, actsIn, declaringActs, type Moment } from '../acting/index.ts';
import {
  type AdministrationStore,
  type AdministrationsOf,
  type Administrator,
  administratorIn,
} from '../administration/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { WorkRelationSettings, WorkRelationStores } from '../work-relation/index.ts';
import type { AppointmentStore } from './ports.ts';

/** Everything that appointing administrators keeps and reads: bound to one transaction. */
export type AppointmentStores = Omit<WorkRelationStores, 'administrations'> & {
  readonly administrations: Pick<AdministrationStore, 'aboutPerson' | 'aboutOrganisation'>;
  readonly appointments: AppointmentStore;
};

export type AppointmentSettings = WorkRelationSettings;

/** One transaction at one moment, with the stores that an act or a step of it names. */
export type AppointmentContext<Needs extends readonly (keyof AppointmentStores)[]> = Moment<
  Surroundings<AppointmentSettings>,
  AppointmentStores,
  Needs
>;

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surroundings<AppointmentSettings>, AppointmentStores>();

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindAppointments(world: World<AppointmentStores, AppointmentSettings>) {
  return actsIn<Surroundings<AppointmentSettings>, AppointmentStores>(world);
}

/** Who acts, and in which organisation: what every act here begins with. */
export type ByAdministrator = { readonly by: ActingPerson; readonly organisation: OrganisationId };

export const holdingNeeds = ['administrations', 'appointments'] as const;

/** An organisation whose administrators nobody else changes until the end of this unit of work, and what whoever acts has there now. */
export type HeldOrganisation = { readonly kept: AdministrationsOf; readonly own: Administrator };

/** Holds an organisation for whoever administers it at this moment, looked at anew; `null` for everybody else. */
export async function holdFor(
  { stores, now }: AppointmentContext<typeof holdingNeeds>,
  { by, organisation }: ByAdministrator,
): Promise<HeldOrganisation | null> {
  await stores.appointments.hold(organisation);
  const kept = await stores.administrations.aboutOrganisation(organisation, now);
  const own = administratorIn(kept, by.person, { organisation, units: kept.units, at: now });
  return own && { kept, own };
}
