import type { AssuranceLevel } from '../../../domain/assurance/index.ts';
import type { CountryCode, EidasCountry, EidasCountryStore } from '../../../domain/eidas-country/index.ts';
import type { ReadAhead } from '../../ahead/person-ahead.ts';
import type { AttemptId } from '../../attempt.ts';
import type { Departure } from '../../departure.ts';
import type { EidasAnswer } from './answer.ts';

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

/** What a login by eIDAS keeps and reads besides. */
export type EidasStores = {
  readonly authnRequests: AuthnRequestStore;
  readonly answers: ReceivedAnswerStore;
  readonly countries: EidasCountryStore;
};

export type EidasSettings = {
  /** Whether people may choose test countries (codes XA to XZ): never where real people log in. */
  readonly testCountries: boolean;
};
