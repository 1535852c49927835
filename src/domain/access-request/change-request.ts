import type { Redacted } from '../../base/redacted.ts';
import type { Actor } from '../audit/index.ts';
import type { ChangedValue } from '../organisation/index.ts';
import type { PersonId } from '../person/index.ts';
import { nextDutyOf } from './duty-of.ts';
import type { AccessRequest, RequestDecision, RequestState, Wish } from './model.ts';
import type { RequestContext } from './world.ts';

export const changingNeeds = ['accessRequests', 'organisationHistory', 'audit'] as const;

/** What happened to a request, as both trails tell it. */
export type RequestEvent = {
  readonly what:
    | 'asked'
    | 'questioned'
    | 'answered'
    | 'approved'
    | 'refused'
    | 'withdrawn'
    | 'expired'
    | 'escalated';
  readonly actor: Actor;
  /** Who did it, and on what authority; nobody where time did. */
  readonly by: { readonly person: PersonId | null; readonly authority: string };
  readonly reason: Redacted<string> | null;
};

/** A request that is over. */
export function closed(
  request: AccessRequest,
  state: Exclude<RequestState, 'waiting' | 'questioned'>,
  at: Date,
  decision: RequestDecision | null = null,
): AccessRequest {
  return { ...request, state, endedAt: at, decision };
}

/** A request that waits on the other side from now on, with what was written. */
export function handedOver(
  request: AccessRequest,
  from: 'decider' | 'asker',
  text: string,
  at: Date,
): AccessRequest {
  return {
    ...request,
    state: from === 'decider' ? 'questioned' : 'waiting',
    since: at,
    messages: [...request.messages, { from, at, text }],
    // Those who decide have as much time as at first; what came to the platform stays with it.
    escalation: request.escalation === 'platform' ? 'platform' : 'none',
  };
}

/** Keeps what became of a request, and tells both trails. */
export async function changeRequest(
  context: RequestContext<typeof changingNeeds>,
  request: AccessRequest,
  event: RequestEvent,
): Promise<void> {
  await context.stores.accessRequests.keep(request, nextDutyOf(request));
  await recordRequest(context, request, event);
}

/** Tells the audit trail and the history of the organisation what happened to a request. */
export async function recordRequest(
  { stores }: RequestContext<typeof changingNeeds>,
  request: AccessRequest,
  { what, actor, by, reason }: RequestEvent,
): Promise<void> {
  const { id, organisation, person, reference, state, wish } = request;
  await stores.audit.record({
    kind: `access-request.${what}`,
    actor,
    subject: { kind: 'person', id: person },
    purpose: 'access',
    ...(reason !== null && { reason }),
    details: { request: id, organisation, kind: wish.kind, ...codesOf(wish), state },
    correlation: reference,
  });
  await stores.organisationHistory.record({
    organisation,
    subject: { kind: 'request', id },
    person,
    kind: what,
    by,
    after: { kind: wish.kind, ...codesOf(wish), until: request.until, state, escalation: request.escalation },
    reason,
  });
}

function codesOf(wish: Wish): Readonly<Record<'application' | 'right' | 'contexts', ChangedValue>> {
  if (wish.kind === 'work-relation') return { application: null, right: null, contexts: [] };
  return { application: wish.application, right: wish.right, contexts: wish.contexts };
}
