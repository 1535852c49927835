import { correlationCode } from '../../base/correlation.ts';
import type { Language } from '../../base/language.ts';
import type { Surroundings, World } from '../../base/unit-of-work.ts';
import { type AccountKeyStores, type HolderMail, tellHolder, tellingNeeds } from '../account-keys/index.ts';
import { actorOneself, actsIn, declaringActs, type Moment } from '../acting/index.ts';
import type { AuditEvent } from '../audit/index.ts';
import type { EidasLinkStore } from '../identity-matching/index.ts';
import type { Tile } from '../login-means/index.ts';
import type { MailSender } from '../notification/index.ts';
import type { EndingStore, PersonId, PersonStore } from '../person/index.ts';
import type { KnownLoginStore } from './known-logins.ts';
import type { LiveLoginStore } from './live-logins.ts';
import type { AccountOwner } from './model.ts';
import type { OwnLoginStore } from './own-logins.ts';

/** Everything that the pages of one's own account keep and read: bound to one transaction. */
export type AccountStores = Pick<
  AccountKeyStores,
  'accountKeys' | 'addresses' | 'outbox' | 'templates' | 'audit'
> & {
  readonly persons: Pick<PersonStore, 'find'>;
  readonly links: Pick<EidasLinkStore, 'liveOf' | 'lockLiveOf' | 'end'>;
  readonly knownLogins: Pick<KnownLoginStore, 'deviceOf'>;
  readonly ownLogins: OwnLoginStore;
  readonly liveLogins: LiveLoginStore;
  readonly endings: EndingStore;
};

export type AccountSettings = {
  readonly sender: MailSender;
  /** What this installation has to log in with, at a moment. */
  readonly tiles: (at: Date) => Promise<readonly Tile[]>;
};

/** One transaction at one moment, with the stores that an act or a step of it names. */
export type AccountContext<Needs extends readonly (keyof AccountStores)[]> = Moment<
  Surroundings<AccountSettings>,
  AccountStores,
  Needs
>;

/** Declares an act, with the stores that it needs. */
export const act = declaringActs<Surroundings<AccountSettings>, AccountStores>();

/** Runs acts in this world: each call is one transaction at one moment. */
export function bindAccount(world: World<AccountStores, AccountSettings>) {
  return actsIn<Surroundings<AccountSettings>, AccountStores>(world);
}

/** Who decides about their own account, and in which language they are written to. */
export type ByOwner = { readonly owner: AccountOwner; readonly language: Language };

export const decidingNeeds = ['audit', ...tellingNeeds] as const;

/** Records what somebody decided about their own account, and tells them at every address that is theirs. */
export async function tellDecision(
  context: AccountContext<typeof decidingNeeds>,
  { owner, language }: ByOwner,
  { template, ...event }: Pick<AuditEvent, 'kind' | 'details'> & { readonly template: HolderMail },
): Promise<void> {
  const reference = correlationCode(context.world.randomness.bytes(8));
  await context.stores.audit.record(decisionOf(owner.person, { ...event, correlation: reference }));
  await tellHolder(context, owner.person, { template, reference, language });
}

/** What somebody did in their own account, as the trail tells it. */
export function decisionOf(
  person: PersonId,
  event: Pick<AuditEvent, 'kind' | 'details' | 'correlation'>,
): AuditEvent {
  return {
    ...event,
    actor: actorOneself(person),
    subject: { kind: 'person', id: person },
    purpose: 'account',
  };
}
