import type { Surroundings, World } from '../../base/unit-of-work.ts';
import { type ActingPerson, actsIn, declaringActs, type Moment } from '../acting/index.ts';
import {
  type AdministrationStore,
  type AdministrationsOf,
  type Administrator,
  type AppointedAs,
  administratorIn,
} from '../administration/index.ts';
import { administersPlatform, type StaffList } from '../invitation/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { WorkRelationSettings, WorkRelationStores } from '../work-relation/index.ts';
import type { AppointmentStore } from './ports.ts';

/** Everything that appointing administrators keeps and reads: bound to one transaction. */
export type AppointmentStores = Omit<WorkRelationStores, 'administrations'> & {
  readonly administrations: Pick<AdministrationStore, 'aboutPerson' | 'aboutOrganisation'>;
  readonly appointments: AppointmentStore;
  readonly staff: StaffList;
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

export const holdingNeeds = ['administrations', 'appointments', 'organisations', 'staff'] as const;

/** An organisation whose administrators nobody else changes until the end of this unit of work, and what whoever acts has there now. */
export type HeldOrganisation = {
  readonly kept: AdministrationsOf;
  readonly own: Administrator;
  /** On what authority whoever acts does so. */
  readonly as: AppointedAs;
};

/** Holds an organisation for whoever administers it at this moment, looked at anew; `null` for everybody else. */
export async function holdFor(
  { stores, now }: AppointmentContext<typeof holdingNeeds>,
  { by, organisation }: ByAdministrator,
): Promise<HeldOrganisation | null> {
  await stores.appointments.hold(organisation);
  const kept = await stores.administrations.aboutOrganisation(organisation, now);
  if (by.authority.kind === 'staff') return holdForPlatform({ stores, now }, { by, organisation }, kept);
  const own = administratorIn(kept, by.person, { organisation, units: kept.units, at: now });
  return own && { kept, own, as: own.basis };
}

/** The same for a platform administrator: they stand above an organisation as the law does, and administer nothing in it. */
async function holdForPlatform(
  { stores, now }: Pick<AppointmentContext<typeof holdingNeeds>, 'stores' | 'now'>,
  { by, organisation: id }: ByAdministrator,
  kept: AdministrationsOf,
): Promise<HeldOrganisation | null> {
  if (!(await administersPlatform(stores, by.person, now))) return null;
  const organisation = await stores.organisations.find(id);
  if (organisation === null) return null;
  const own: Administrator = {
    ...{ person: by.person, organisation, basis: 'legal-representative', administration: null },
    ...{ scope: { units: 'all', applications: 'all' }, mayAppoint: true, until: null },
  };
  return { kept, own, as: 'platform' };
}
