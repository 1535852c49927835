import { randomBytes } from 'node:crypto';
import { type CorrelationCode, correlationCode } from '../../../base/correlation.ts';
import type { AuditEvent } from '../../../domain/audit/index.ts';
import type { CapacityWish } from '../../../domain/capacity/index.ts';
import type { Authentication } from '../../../domain/login-means/index.ts';
import type { PersonId } from '../../../domain/person/index.ts';
import type { Attempt, LoginGrant, StateChange, StatePayload } from '../../../login/index.ts';
import type { KeptResponse } from './kept-response.ts';

/** Who is logged in in this browser, recently and strongly enough for this request. */
export type Known = { readonly person: PersonId; readonly authentication: Authentication };

/** What one request has found out, so that no row is read twice and nothing personal is kept in protocol state. */
export type RequestMemory = {
  readonly correlation: CorrelationCode;
  readonly states: Map<string, StatePayload | null>;
  readonly logins: Map<string, LoginGrant>;
  wish: CapacityWish | null;
  known: Known | null;
  /** The login that was begun for this request and has a question for the person. */
  attempt: Attempt | null;
  /** What this request changes: kept together when it ends well, so that one that failed has used nothing up. */
  changes: StateChange[];
  /** The interaction that is resumed, and whether somebody is logged in in this browser already. */
  resumed: { readonly id: string; readonly state: StatePayload; readonly isLoggedIn: boolean } | null;
  /** The response to the application, as it was sent. */
  response: KeptResponse | null;
  /** The response mode as it was asked, when there is no such mode. */
  unknownResponseMode: boolean;
  readonly refusals: AuditEvent[];
};

export type RequestMemories = { of(context: object): RequestMemory };

/** One memory per request context, gone with it. */
export function openRequestMemories(): RequestMemories {
  const memories = new WeakMap<object, RequestMemory>();
  return {
    of(context) {
      const found = memories.get(context);
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
        attempt: null,
        changes: [],
        resumed: null,
        response: null,
        unknownResponseMode: false,
        refusals: [],
      };
      memories.set(context, memory);
      return memory;
    },
  };
}
