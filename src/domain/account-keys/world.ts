import { type CorrelationCode, correlationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import type { Surroundings, World } from '../../base/unit-of-work.ts';
import { actsIn, declaringActs, type Moment } from '../acting/index.ts';
import type { AuditEvent, AuditTrail } from '../audit/index.ts';
import type { EidasLinkStore } from '../identity-matching/index.ts';
import type { MeansProviderStore } from '../login-means/index.ts';
import type { MailSender, Outbox, TemplateSource } from '../notification/index.ts';
import type { PersonId, PersonStore } from '../person/index.ts';
import type { BindingAuthority } from './binding.ts';
import type {
  AccountKeyStore,
  AddressCodeStore,
  KeySetupStore,
  OneTimeCodes,
  OtherAddresses,
} from './ports.ts';

/** Everything that own means keep and read, bound to one transaction. */
export type AccountKeyStores = {
  readonly accountKeys: AccountKeyStore;
  readonly keySetups: KeySetupStore;
  readonly addressCodes: AddressCodeStore;
  readonly addresses: OtherAddresses;
  readonly persons: Pick<PersonStore, 'find'>;
  readonly meansProviders: Pick<MeansProviderStore, 'list'>;
  readonly links: Pick<EidasLinkStore, 'liveOf'>;
  readonly outbox: Outbox;
  readonly templates: TemplateSource;
  readonly audit: AuditTrail;
};

export type AccountKeySettings = {
  readonly sender: MailSender;
  readonly oneTimeCodes: OneTimeCodes;
};

/** One transaction at one moment, with the stores that an act or a step of it names. */
export type KeyContext<Needs extends readonly (keyof AccountKeyStores)[]> = Moment<
  Surroundings<AccountKeySettings>,
  AccountKeyStores,
  Needs
>;

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surroundings<AccountKeySettings>, AccountKeyStores>();

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindAccountKeys(world: World<AccountKeyStores, AccountKeySettings>) {
  return actsIn<Surroundings<AccountKeySettings>, AccountKeyStores>(world);
}

/** Who changes something of their own account, by what, and in which language they are written to. */
export type KeyHolder = {
  readonly person: PersonId;
  readonly authority: BindingAuthority;
  readonly language: Language;
};

export const trailNeeds = ['audit'] as const;

/**
 * Records what a person did with a key, or what became of it: `actor` says who, where it was not that person. Answers with the code by which
 * mails about it refer to it.
 */
export async function recordOf(
  { stores, world }: KeyContext<typeof trailNeeds>,
  person: PersonId,
  {
    kind,
    details,
    actor = { kind: 'person', id: person },
  }: Pick<AuditEvent, 'kind' | 'details'> & Partial<Pick<AuditEvent, 'actor'>>,
): Promise<CorrelationCode> {
  const correlation = correlationCode(world.randomness.bytes(8));
  await stores.audit.record({
    kind,
    actor,
    subject: { kind: 'person', id: person },
    purpose: 'account',
    details,
    correlation,
  });
  return correlation;
}
