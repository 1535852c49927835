import type { Surroundings } from '../../base/unit-of-work.ts';
import { declaringActs, type Moment } from '../acting/index.ts';
import type { AdministrationStore } from '../administration/index.ts';
import type { KnownAddresses } from '../casework/index.ts';
import type { MailSender, Outbox, TemplateSource } from '../notification/index.ts';
import type { OrganisationStore } from '../organisation/index.ts';
import type { PersonStore } from '../person/index.ts';
import type { OrphanStore } from './ports.ts';

/** What following a register keeps and reads: bound to one transaction. */
export type FollowingStores = {
  readonly administrations: Pick<AdministrationStore, 'aboutOrganisation'>;
  readonly organisations: Pick<OrganisationStore, 'find'>;
  readonly orphans: Pick<OrphanStore, 'caretakers'>;
  readonly persons: Pick<PersonStore, 'find'>;
  readonly addresses: KnownAddresses;
  readonly outbox: Outbox;
  readonly templates: TemplateSource;
};

export const followingNeeds = [
  'administrations',
  'organisations',
  'orphans',
  'persons',
  'addresses',
  'outbox',
  'templates',
] as const;

type World = Surroundings<{ readonly sender: MailSender }>;
export type FollowingMoment = Moment<World, FollowingStores, typeof followingNeeds>;

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<World, FollowingStores>();
