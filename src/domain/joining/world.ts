import { type CorrelationCode, correlationCode } from '../../base/correlation.ts';
import type { Randomness } from '../../base/ports.ts';
import type { Clock } from '../../base/time.ts';
import type { Actor, AuditEvent, AuditTrail } from '../audit/index.ts';
import type { CaseEventStore, CaseStore, KnownAddresses } from '../casework/index.ts';
import type { EidasLinkStore } from '../identity-matching/index.ts';
import type { MailSender, Outbox, TemplateSource } from '../notification/index.ts';
import type { OrganisationStore } from '../organisation/index.ts';
import type { NationalNumber, PersonId, PersonStore, PersonsRegister, Replacement } from '../person/index.ts';
import type { JoinStore } from './ports.ts';

/** Everything that joining persons, and events of the register, keep and read: bound to one transaction. */
export type JoiningStores = {
  readonly joins: JoinStore;
  readonly persons: PersonStore;
  readonly register: PersonsRegister & {
    /** Whether the register says that somebody died or was struck off. */
    hasEnded(number: NationalNumber): Promise<boolean>;
    replaceNumber(old: NationalNumber, current: NationalNumber, at: Date): Promise<Replacement>;
  };
  readonly links: Pick<EidasLinkStore, 'liveOf'>;
  readonly organisations: Pick<OrganisationStore, 'find' | 'administratorsOf'>;
  readonly cases: CaseStore;
  readonly caseEvents: CaseEventStore;
  readonly addresses: KnownAddresses;
  readonly outbox: Outbox;
  readonly templates: TemplateSource;
  readonly audit: AuditTrail;
};

export type JoiningWorld = {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly settings: { readonly sender: MailSender };
  inTransaction<Answer>(work: (stores: JoiningStores) => Promise<Answer>): Promise<Answer>;
};

/** One transaction at one moment. */
export type JoiningContext = {
  readonly world: Pick<JoiningWorld, 'randomness' | 'settings'>;
  readonly stores: JoiningStores;
  readonly now: Date;
};

/** Runs one call in one transaction, at one moment. */
export function inJoining<Answer>(
  world: JoiningWorld,
  work: (context: JoiningContext) => Promise<Answer>,
): Promise<Answer> {
  return world.inTransaction((stores) => work({ world, stores, now: world.clock() }));
}

/**
 * Records what was done to, or seen of, these persons: whoever looks for any of them finds it. Answers with the code of the event, by which
 * mails about it refer to it.
 */
export async function recordOn(
  { stores, world }: JoiningContext,
  persons: readonly PersonId[],
  actor: Actor,
  event: Pick<AuditEvent, 'kind' | 'details'> & { readonly way?: 'changed' | 'listed' | 'shown' },
): Promise<CorrelationCode> {
  const { kind, details, way = 'changed' } = event;
  const correlation = correlationCode(world.randomness.bytes(8));
  const [first] = persons;
  await stores.audit.record({
    kind,
    actor,
    subject: first === undefined ? null : { kind: 'person', id: first },
    concerned: persons.map((person) => ({ way, person })),
    purpose: 'register',
    details,
    correlation,
  });
  return correlation;
}
