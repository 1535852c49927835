import { randomBytes } from 'node:crypto';
import { type CorrelationCode, correlationCode } from '../../../base/correlation.ts';
import type { AuditEvent } from '../../../domain/audit/index.ts';
import type { CapacityWish } from '../../../domain/capacity/index.ts';
import type { Authentication } from '../../../domain/login-means/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import type {
  Attempt,
  BegunLogin,
  EndStores,
  HeldLogin,
  LoginGrant,
  StateChange,
  StatePayload,
} from '../../../login/index.ts';
import type { KeptResponse } from './kept-response.ts';
import type { OidcHalf } from './protocol-half.ts';

/** Who is logged in in this browser, recently and strongly enough for this request. */
export type Known = { readonly person: PersonId; readonly authentication: Authentication };

/** What one request has found out, so that no row is read twice and nothing personal is kept in protocol state. */
export type RequestMemory = {
  readonly correlation: CorrelationCode;
  readonly states: Map<string, StatePayload | null>;
  readonly logins: Map<string, LoginGrant | HeldLogin>;
  wish: CapacityWish | null;
  known: Known | null;
  /** Who is logged in in this browser, where that is too weak for this request. */
  stepUp: Known | null;
  /** The login that was begun for this request. It has our half of it when the person goes there. */
  begun: BegunLogin | null;
  /** What this request changes and what it tells: kept together when it ends well, so that one that failed has used nothing up. */
  changes: StateChange[];
  readonly events: AuditEvent[];
  resumed: Resumed | null;
  /** The end of a login for which nobody sent this request: who ends it keeps what it changes. */
  end: EndUnderWay | null;
  /** The response to the application, as it was sent. */
  response: KeptResponse | null;
  /** The response mode as it was asked, when there is no such mode. */
  unknownResponseMode: boolean;
  /** Another request changed first what this one would change: it is answered anew. */
  isOvertaken: boolean;
  readonly refusals: AuditEvent[];
};

/** The login that leads back to its application. */
export type Resumed = {
  readonly attempt: Attempt;
  readonly half: OidcHalf;
  /** Somebody is logged in in this browser already. */
  readonly isLoggedIn: boolean;
  /** The library came to the end of it. */
  isDone: boolean;
};

/** A login that ends, in the unit of work that ends it. */
export type EndUnderWay = {
  readonly attempt: Attempt;
  readonly stores: EndStores;
  /** Our half as it is to be kept, where that changed. */
  half: OidcHalf | null;
  /** What broke: nothing is to be kept. */
  failure: { readonly error: unknown } | null;
};

export type RequestMemories = {
  of(context: object): RequestMemory;
  /** The request is answered anew. */
  forget(request: object): void;
};

/** One memory per request, whether it is asked for by the request or by the library's context; gone with it. */
export function openRequestMemories(): RequestMemories {
  const memories = new WeakMap<object, RequestMemory>();
  return {
    forget: (request) => void memories.delete(request),
    of(context) {
      const request = 'req' in context ? (context.req as object) : context;
      const found = memories.get(request);
      if (found) return found;
      let correlation: CorrelationCode | null = null;
      const memory: RequestMemory = {
        // Most requests end well and need none.
        get correlation() {
          correlation ??= correlationCode(randomBytes(8));
          return correlation;
        },
        states: new Map(),
        logins: new Map(),
        wish: null,
        known: null,
        stepUp: null,
        begun: null,
        changes: [],
        events: [],
        resumed: null,
        end: null,
        response: null,
        unknownResponseMode: false,
        isOvertaken: false,
        refusals: [],
      };
      memories.set(request, memory);
      return memory;
    },
  };
}
