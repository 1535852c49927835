import type { World } from '../../base/unit-of-work.ts';
import { type ActingPerson, actsIn, declaringActs, type Moment } from '../acting/index.ts';
import {
  type AdministrationStore,
  type Administrator,
  administeringNeeds,
  administratorAt,
  covers,
} from '../administration/index.ts';
import type { Application, ApplicationStore } from '../application/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { OrganisationId } from '../organisation/index.ts';
import type { PersonStore } from '../person/index.ts';
import type { PeopleStore } from '../work-relation/index.ts';
import type { AccessOverviewStore } from './ports.ts';

/** Everything that an overview of access reads: bound to one transaction. */
export type OverviewStores = {
  readonly people: Pick<PeopleStore, 'list' | 'find'>;
  readonly accessOverview: AccessOverviewStore;
  readonly administrations: Pick<AdministrationStore, 'aboutPerson' | 'aboutOrganisation'>;
  readonly applications: Pick<ApplicationStore, 'list'>;
  readonly persons: Pick<PersonStore, 'find'>;
  readonly audit: AuditTrail;
};

type Surround = Pick<World<OverviewStores>, 'randomness'>;

/** One transaction at one moment, with the stores that an act or a step of it names. */
export type OverviewContext<Needs extends readonly (keyof OverviewStores)[]> = Moment<
  Surround,
  OverviewStores,
  Needs
>;

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surround, OverviewStores>();

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindOverview(world: World<OverviewStores>) {
  return actsIn<Surround, OverviewStores>(world);
}

export const lookingNeeds = ['applications', ...administeringNeeds] as const;

/** Whoever looks, and the applications that they may see: those that people are given rights for, as far as their scope goes. */
export async function whoLooks(
  { stores, now }: OverviewContext<typeof lookingNeeds>,
  by: Pick<ActingPerson, 'person'>,
  id: OrganisationId,
): Promise<{ readonly administrator: Administrator; readonly applications: readonly Application[] } | null> {
  const administrator = await administratorAt(stores, by.person, id, now);
  if (administrator === null || !covers(administrator, { unit: id })) return null;
  const { targetGroup } = administrator.organisation;
  const applications = (await stores.applications.list()).filter(
    (each) =>
      each.protocol !== 'own' &&
      each.openTo.some((opening) => opening.targetGroup === targetGroup) &&
      covers(administrator, { application: each.id }),
  );
  return { administrator, applications };
}
