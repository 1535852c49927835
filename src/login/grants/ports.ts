import type { CorrelationCode } from '../../base/correlation.ts';
import type { ApplicationId } from '../../domain/application/index.ts';
import type { AuditEvent } from '../../domain/audit/index.ts';
import type { Capacity } from '../../domain/capacity/index.ts';
import type { Authentication } from '../../domain/login-means/index.ts';
import type { Person, PersonId } from '../../domain/person/index.ts';
import type { PersonTies } from '../../domain/rights/index.ts';
import type { PersonAhead } from '../ahead/person-ahead.ts';

/** The kinds of protocol state that are kept by themselves; what the protocol keeps with a login is its half of the attempt. */
export type OidcModel = 'Session' | 'AuthorizationCode' | 'AccessToken' | 'ReplayDetection';

/**
 * What is kept of one piece of state: a JSON object without personal data besides the subject. `grantId` is a column of its own, because
 * state is revoked by it. `consumed` (epoch seconds) comes from the column that `consume` sets and is never part of what is put.
 */
export type StatePayload = {
  readonly grantId?: string | undefined;
  readonly uid?: string | undefined;
  readonly consumed?: number | undefined;
  /** Counts changes; comes from its column, as `consumed` does. */
  readonly version?: number | undefined;
  /** What a session rests on (`Foundation`), and since when (epoch milliseconds): ended, the session is not found any more. */
  readonly restsOn?: readonly string[] | undefined;
  readonly restsSince?: number | undefined;
  readonly [name: string]: unknown;
};

/** One change of what the protocol keeps. */
export type StateChange =
  | {
      /** Adds; or, with `was`, replaces what still has that version. */
      readonly kind: 'put';
      readonly model: OidcModel;
      readonly id: string;
      readonly payload: StatePayload;
      readonly expiresAt: Date;
      readonly was?: number;
    }
  /** Single use: only while nobody consumed it. */
  | { readonly kind: 'consume'; readonly model: OidcModel; readonly id: string }
  | { readonly kind: 'destroy'; readonly model: OidcModel; readonly id: string }
  | { readonly kind: 'grant'; readonly grant: LoginGrant }
  /** The login goes on in another session than it was finished in. */
  | { readonly kind: 'move-grant'; readonly id: string; readonly session: string };

/** State of the protocol: sessions, codes, tokens. Ids are unguessable (≥ 256 bits); the store keeps their hash. */
export type OidcStates = {
  /** Adds when nothing stood there; false when something did (one conditional insert): for `jti` that may come once. */
  addOnce(model: OidcModel, id: string, payload: StatePayload, expiresAt: Date): Promise<boolean>;
  /** `null` when unknown or expired. */
  find(model: OidcModel, id: string): Promise<StatePayload | null>;
  destroy(model: OidcModel, id: string): Promise<void>;
  /** An access token or a code, and the login it comes from, in one query; `null` when unknown, expired or its login has ended. */
  findToken(id: string): Promise<StateOfLogin | null>;
  findCode(id: string): Promise<StateOfLogin | null>;
};

export type StateOfLogin = { readonly payload: StatePayload; readonly login: HeldLogin };

/** The same in a unit of work, which is what keeps the changes of a request: all of them, or none. */
export type OidcChanges = Pick<OidcStates, 'find'> & {
  findGrant: LoginGrants['find'];
  /** What may turn out to be used up or changed meanwhile makes the unit of work throw `ChangedMeanwhile`. */
  keep(changes: readonly StateChange[]): Promise<void>;
};

/**
 * What one finished login gave one application. The capacity with its rights is as it was at that moment (kept sealed); the person is
 * read live.
 */
export type LoginGrant = {
  /** Unguessable; `grantId` of the protocol state that hangs on it. */
  readonly id: string;
  readonly person: Person;
  readonly application: ApplicationId;
  readonly capacity: Capacity;
  readonly authentication: Authentication;
  /** Whether `acr_values` were sent: only then is `acr` told. */
  readonly acrAsked: boolean;
  readonly scopes: readonly string[];
  /** The `uid` of the SSO session. */
  readonly session: string;
  /** Of the login that this comes from: ties the events of its codes and tokens to it. */
  readonly correlation: CorrelationCode;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** A login as it is found again, with what ties its person to organisations by now: its capacity is told cut down to that. */
export type HeldLogin = LoginGrant & { readonly ties: PersonTies };

export type Standing = {
  /** The newest live login of this application in this session. */
  readonly before: Pick<LoginGrant, 'id' | 'capacity'> | null;
  readonly person: PersonAhead | null;
};

export type LoginGrants = {
  /** `null` when unknown, expired or ended. */
  find(id: string): Promise<HeldLogin | null>;
  /** All that single sign-on asks of somebody who comes to this application in this session, in one query. */
  findStanding(session: string, application: ApplicationId, person: PersonId): Promise<Standing>;
  /** Ends this login, with its codes and tokens; `events` in the same transaction. */
  end(id: string, events: readonly AuditEvent[]): Promise<void>;
  /** Ends the logins of this application in this session, with their codes and tokens; `events` in the same transaction. */
  endInSession(session: string, application: ApplicationId, events: readonly AuditEvent[]): Promise<void>;
};
