import type { World } from '../base/unit-of-work.ts';
import type { KnownLoginStore, SuspicionPolicy } from '../domain/account/index.ts';
import type { AccountKeyStore, AddressCodeStore, OtherAddresses } from '../domain/account-keys/index.ts';
import type { ApplicationStore } from '../domain/application/index.ts';
import type { AuditTrail } from '../domain/audit/index.ts';
import type { CapacityKey } from '../domain/capacity/index.ts';
import type { CaseEventStore, CaseStore } from '../domain/casework/index.ts';
import type {
  AttemptBounds,
  EidasLinkStore,
  MatchingAttemptStore,
} from '../domain/identity-matching/index.ts';
import type { Tile } from '../domain/login-means/index.ts';
import type { Outbox, TemplateSource } from '../domain/notification/index.ts';
import type { OrganisationStore } from '../domain/organisation/index.ts';
import type { NationalNumber, PersonId, PersonStore, PersonsRegister } from '../domain/person/index.ts';
import type { UserRightStore } from '../domain/rights/index.ts';
import type { ReadAhead } from './ahead/person-ahead.ts';
import type { Attempt, AttemptId } from './attempt.ts';
import type { OidcChanges } from './grants/ports.ts';
import type { CertificateAnswerStore } from './means/certificate/ports.ts';
import type { EidasConnector, EidasSettings, EidasStores } from './means/eidas/ports.ts';

/** Logins under way. */
export type AttemptStore = {
  find(id: AttemptId): Promise<Attempt | null>;
  /** The same with a person, in one look-up: the one that it rests on, once somebody is recognised, or the one that is named. */
  findWithPerson(id: AttemptId, person?: PersonId): Promise<ReadAhead>;
  /** The same with whoever has a number, and what is registered under it. */
  findWithNumber(id: AttemptId, number: NationalNumber): Promise<ReadAhead>;
  add(attempt: Attempt): Promise<void>;
  /** Only while the stored version is `attempt.version - 1`: else the unit of work ends with `ChangedMeanwhile`. */
  save(attempt: Attempt): Promise<void>;
};

/** What a person agreed to share with an application, so that it is asked once. */
export type SharingStore = {
  wasConfirmed(person: string, application: string, claims: string): Promise<boolean>;
  confirm(person: string, application: string, claims: string, at: Date): Promise<void>;
};

/** What this person used last: for the badge on a tile. Keyed by application and person. */
export type LastUsedStore = {
  capacityOf(person: string, application: string): Promise<CapacityKey | null>;
  rememberCapacity(person: string, application: string, capacity: CapacityKey): Promise<void>;
};

/** Everything a login keeps and reads, bound to one transaction. */
export type LoginStores = EidasStores & {
  readonly attempts: AttemptStore;
  readonly certificates: CertificateAnswerStore;
  readonly applications: ApplicationStore;
  readonly persons: PersonStore;
  readonly register: PersonsRegister;
  readonly links: EidasLinkStore;
  readonly matching: MatchingAttemptStore;
  readonly organisations: OrganisationStore;
  readonly rights: UserRightStore;
  readonly cases: CaseStore;
  readonly caseEvents: CaseEventStore;
  readonly sharing: SharingStore;
  readonly lastUsed: LastUsedStore;
  readonly accountKeys: AccountKeyStore;
  readonly addressCodes: AddressCodeStore;
  readonly addresses: OtherAddresses;
  readonly outbox: Outbox & {
    /** A job for the worker, written with what caused it. */
    enqueue(name: string, payload: unknown): Promise<void>;
  };
  readonly templates: TemplateSource;
  readonly knownLogins: KnownLoginStore;
  readonly audit: AuditTrail;
  readonly oidc: OidcChanges;
};

/** What a login needs from the world. `inTransaction` commits all or nothing. */
export type LoginWorld = World<LoginStores, LoginSettings> & {
  readonly eidas: EidasConnector;
  /** What this installation has to log in with, at a moment: asked for with every page, and so answered from memory. */
  readonly tiles: (at: Date) => Promise<readonly Tile[]>;
};

export type LoginSettings = EidasSettings & {
  readonly attemptMilliseconds: number;
  /** How long a login may live at most, however often more time is asked for. */
  readonly longestAttemptMilliseconds: number;
  readonly matchingBounds: AttemptBounds;
  /** How long a proof of who somebody is counts: as long as for single sign-on. */
  readonly proofMilliseconds: number;
  /** Which logins ask for a stronger means. */
  readonly suspicion: SuspicionPolicy;
};
