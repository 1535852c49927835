import type { Surroundings, World } from '../../base/unit-of-work.ts';
import type { AccountKeySettings, AccountKeyStores } from '../account-keys/index.ts';
import { actsIn, declaringActs, type Moment } from '../acting/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { MailSender, Outbox, TemplateSource } from '../notification/index.ts';
import type { OrganisationCode, TargetGroup } from '../organisation/index.ts';
import type { EndingStore, PersonStore } from '../person/index.ts';
import type { GivenRights, InvitationStore, InvitingOrganisations, StaffList } from './ports.ts';

/** Everything that inviting people to work with Sluis keeps and reads, bound to one transaction. */
export type InvitationStores = Pick<AccountKeyStores, 'accountKeys' | 'addresses' | 'meansProviders'> & {
  readonly invitations: InvitationStore;
  readonly organisations: InvitingOrganisations;
  readonly rights: GivenRights;
  readonly staff: StaffList;
  readonly persons: Pick<PersonStore, 'find' | 'add'>;
  readonly endings: EndingStore;
  readonly outbox: Outbox;
  readonly templates: TemplateSource;
  readonly audit: AuditTrail;
};

export type InvitationSettings = Omit<AccountKeySettings, 'sender'> & {
  /** Where people reach the platform: the link begins with it. */
  readonly origin: string;
  readonly sender: MailSender;
  /** Whether mail is handed over at all: else a link would wait in the outbox beyond its time. */
  readonly sendsMail: boolean;
  /** The organisation of whoever runs the platform: who is invited without another one works for it. */
  readonly ownOrganisation: {
    readonly targetGroup: TargetGroup;
    readonly code: OrganisationCode;
    readonly name: string;
  };
};

/** One transaction at one moment, with the stores that an act or a step of it names. */
export type InvitationContext<Needs extends readonly (keyof InvitationStores)[]> = Moment<
  Surroundings<InvitationSettings>,
  InvitationStores,
  Needs
>;

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surroundings<InvitationSettings>, InvitationStores>();

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindInvitations(world: World<InvitationStores, InvitationSettings>) {
  return actsIn<Surroundings<InvitationSettings>, InvitationStores>(world);
}
