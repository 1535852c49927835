import { correlationCode } from '../../base/correlation.ts';
import { Redacted } from '../../base/redacted.ts';
import type { Surroundings, World } from '../../base/unit-of-work.ts';
import { type ActingPerson, actorOf, actsIn, declaringActs, type Moment } from '../acting/index.ts';
import type { ApplicationStore } from '../application/index.ts';
import type { AuditEvent } from '../audit/index.ts';
import type { OrphanStore } from '../enterprise-register/index.ts';
import type { InvitationSettings, InvitationStores } from '../invitation/index.ts';
import type { OrganisationHistory } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import type { WorkInvitationStores } from '../work-invitation/index.ts';
import type { PlatformStore } from './ports.ts';

/** Everything that administering the platform keeps and reads, bound to one transaction. */
export type PlatformStores = InvitationStores &
  WorkInvitationStores & {
    readonly platform: PlatformStore;
    readonly organisationHistory: OrganisationHistory;
    readonly applications: Pick<ApplicationStore, 'find' | 'list'>;
    readonly orphans: Pick<OrphanStore, 'list'>;
  };

/** One transaction at one moment, with the stores that an act or a step of it names. */
export type PlatformContext<Needs extends readonly (keyof PlatformStores)[]> = Moment<
  Surroundings<InvitationSettings>,
  PlatformStores,
  Needs
>;

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surroundings<InvitationSettings>, PlatformStores>();

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindPlatform(world: World<PlatformStores, InvitationSettings>) {
  return actsIn<Surroundings<InvitationSettings>, PlatformStores>(world);
}

export const trailNeeds = ['audit'] as const;

type Told = Pick<AuditEvent, 'kind' | 'subject' | 'details'> & {
  /** Whom the page showed, or whose rights changed. */
  readonly persons?: readonly PersonId[];
  readonly way?: 'listed' | 'shown' | 'changed';
};

/** Records what a platform administrator did or saw; the reason that they gave is kept sealed. */
export async function recordAct(
  { stores, world }: PlatformContext<typeof trailNeeds>,
  by: ActingPerson,
  { persons = [], way = 'shown', ...told }: Told,
): Promise<void> {
  await stores.audit.record({
    ...told,
    actor: actorOf(by),
    concerned: [...new Set(persons)].map((person) => ({ way, person })),
    purpose: 'platform',
    ...(by.reason !== null && { reason: new Redacted(by.reason) }),
    correlation: correlationCode(world.randomness.bytes(8)),
  });
}
