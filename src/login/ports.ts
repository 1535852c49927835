import type { World } from '../base/unit-of-work.ts';
import type { ApplicationStore } from '../domain/application/index.ts';
import type { AssuranceLevel } from '../domain/assurance/index.ts';
import type { AuditTrail } from '../domain/audit/index.ts';
import type { CapacityKey } from '../domain/capacity/index.ts';
import type { CaseEventStore, CaseStore } from '../domain/casework/index.ts';
import type { CountryCode, EidasCountry, EidasCountryStore } from '../domain/eidas-country/index.ts';
import type {
  AttemptBounds,
  EidasLink,
  EidasLinkStore,
  MatchingAttemptStore,
} from '../domain/identity-matching/index.ts';
import type { Tile } from '../domain/login-means/index.ts';
import type { OrganisationStore } from '../domain/organisation/index.ts';
import type { PersonId, PersonStore, PersonsRegister } from '../domain/person/index.ts';
import type { UserRightStore } from '../domain/rights/index.ts';
import type { PersonAhead } from './ahead/person-ahead.ts';
import type { Attempt, AttemptId } from './attempt.ts';
import type { EidasAnswer } from './eidas-answer.ts';
import type { OidcChanges } from './grants/ports.ts';

/** Logins under way. */
export type AttemptStore = {
  find(id: AttemptId): Promise<Attempt | null>;
  /** The same with a person, in one look-up: the one that it rests on, once somebody is recognised, or the one that is named. */
  findWithPerson(id: AttemptId, person?: PersonId): Promise<ReadAhead>;
  add(attempt: Attempt): Promise<void>;
  /** Only while the stored version is `attempt.version - 1`: else the unit of work ends with `ChangedMeanwhile`. */
  save(attempt: Attempt): Promise<void>;
};

/** A request sent to a member state: what its response must answer to. Personal data: none. */
export type IssuedAuthnRequest = {
  readonly id: string;
  readonly attempt: AttemptId;
  readonly country: CountryCode;
  readonly assurance: AssuranceLevel;
  readonly attributes: readonly string[];
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  /** The handle under which its answer waits, when it was answered: an answer that comes again leads to the same place. */
  readonly answeredBy?: string | null;
};

export type AuthnRequestStore = {
  add(request: IssuedAuthnRequest): Promise<void>;
  find(id: string): Promise<IssuedAuthnRequest | null>;
  /**
   * Single use, and with it is kept under which handle the answer waits: when another answer was first, nothing of this unit of work is
   * kept (`ChangedMeanwhile`).
   */
  take(id: string, at: Date, handle: string): Promise<void>;
  /** Whether one of these messages came before. */
  wereSeen(ids: readonly string[]): Promise<boolean>;
  /** Remembers ids of new messages until they are worthless: when one was seen before, nothing of this unit of work is kept (`ChangedMeanwhile`). */
  rememberNew(ids: readonly string[], until: Date): Promise<void>;
};

/**
 * Verified answers of member states on their way from the cross-site POST, which carries no cookie, to the browser's own
 * GET, which does. The handle is unguessable and serves once.
 */
export type ReceivedAnswerStore = {
  keep(handle: string, kept: Omit<ReceivedAnswer, 'taken' | 'isOver'>, expiresAt: Date): Promise<void>;
  /** Also when it is over, for hours: it still leads to its login. */
  find(handle: string, at: Date): Promise<ReceivedAnswer | null>;
  /**
   * The same, with all that the way on from it asks for, in one look-up: the login that waits for it, and whom its identity leads to. An
   * answer that the program before kept leads to nothing ahead.
   */
  findWithWhatFollows(
    handle: string,
    at: Date,
  ): Promise<{ readonly received: ReceivedAnswer; readonly ahead: ReadAhead } | null>;
  /** Single use: when another request was first, or it is over, nothing of this unit of work is kept (`ChangedMeanwhile`). */
  take(handle: string, at: Date): Promise<void>;
};

export type ReceivedAnswer = {
  readonly attempt: AttemptId;
  readonly answer: EidasAnswer;
  /** When it came in: the moment of the proof, however much later the browser fetches it. */
  readonly receivedAt: Date;
  readonly taken: boolean;
  /** It waited longer than it may: it says nothing any more. */
  readonly isOver: boolean;
};

/** What one look-up brings of all that a step may ask for: each as it stood at that moment, and `null` where there is none. */
export type ReadAhead = {
  readonly attempt: Attempt | null;
  /** The live link of the identity that a country told of. */
  readonly link: EidasLink | null;
  readonly person: PersonAhead | null;
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
export type LoginStores = {
  readonly attempts: AttemptStore;
  readonly authnRequests: AuthnRequestStore;
  readonly answers: ReceivedAnswerStore;
  readonly applications: ApplicationStore;
  readonly countries: EidasCountryStore;
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
  readonly audit: AuditTrail;
  readonly oidc: OidcChanges;
};

/** How a request to a member state leaves: a link to follow, or a form to post. */
export type Departure =
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'post'; readonly url: string; readonly fields: Readonly<Record<string, string>> };

/** The eIDAS connector, as login needs it. */
export type EidasConnector = {
  /** Writes and signs a request, or one that was issued once more; `unavailable` when the country's metadata is missing or expired. */
  request(
    country: EidasCountry,
    ask: EidasAsk,
  ): Promise<
    | { readonly kind: 'ready'; readonly departure: Departure; readonly issued: IssuedAuthnRequest }
    | { readonly kind: 'unavailable' }
  >;
};

export type EidasAsk = {
  readonly attempt: AttemptId;
  readonly assurance: AssuranceLevel;
  readonly applicationName: string;
  readonly applicationId: string;
  readonly at: Date;
  /** A request that was issued: it is written once more as it was then. */
  readonly again?: IssuedAuthnRequest;
};

/** What a login needs from the world. `inTransaction` commits all or nothing. */
export type LoginWorld = World<LoginStores, LoginSettings> & {
  readonly eidas: EidasConnector;
  /** What this installation has to log in with, at a moment: asked for with every page, and so answered from memory. */
  readonly tiles: (at: Date) => Promise<readonly Tile[]>;
};

export type LoginSettings = {
  readonly attemptMilliseconds: number;
  /** How long a login may live at most, however often more time is asked for. */
  readonly longestAttemptMilliseconds: number;
  readonly matchingBounds: AttemptBounds;
  /** Whether people may choose test countries (codes XA to XZ): never where real people log in. */
  readonly testCountries: boolean;
  /** How long a proof of who somebody is counts: as long as for single sign-on. */
  readonly proofMilliseconds: number;
};
