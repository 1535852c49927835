import type { Surroundings, World } from '../../base/unit-of-work.ts';
import { actsIn, declaringActs, type Moment, recordingOnPersons } from '../acting/index.ts';
import type { AdministrationStore } from '../administration/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { CaseEventStore, CaseStore, KnownAddresses } from '../casework/index.ts';
import type { OrphanStore } from '../enterprise-register/index.ts';
import type { MailSender, Outbox, TemplateSource } from '../notification/index.ts';
import type { OrganisationStore } from '../organisation/index.ts';
import type { NationalNumber, PersonStore, PersonsRegister, Replacement } from '../person/index.ts';
import type { JoinStore } from './ports.ts';

/** Everything that joining persons, and events of the register, keep and read: bound to one transaction. */
export type JoiningStores = {
  readonly joins: JoinStore;
  readonly persons: PersonStore;
  readonly register: PersonsRegister & {
    replaceNumber(old: NationalNumber, current: NationalNumber, at: Date): Promise<Replacement>;
  };
  readonly organisations: Pick<OrganisationStore, 'find' | 'administratorsOf'>;
  readonly administrations: Pick<AdministrationStore, 'aboutOrganisation'>;
  readonly orphans: Pick<OrphanStore, 'caretakers'>;
  readonly cases: CaseStore;
  readonly caseEvents: CaseEventStore;
  readonly addresses: KnownAddresses;
  readonly outbox: Outbox;
  readonly templates: TemplateSource;
  readonly audit: AuditTrail;
};

export type JoiningSettings = { readonly sender: MailSender };

/** One transaction at one moment, with the stores that an act or a step of it names. */
export type JoiningContext<Needs extends readonly (keyof JoiningStores)[]> = Moment<
  Surroundings<JoiningSettings>,
  JoiningStores,
  Needs
>;

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surroundings<JoiningSettings>, JoiningStores>();

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindJoining(world: World<JoiningStores, JoiningSettings>) {
  return actsIn<Surroundings<JoiningSettings>, JoiningStores>(world);
}

export const trailNeeds = ['audit'] as const;

/** Records what was done to, or seen of, these persons. */
export const recordOn = recordingOnPersons('register');
