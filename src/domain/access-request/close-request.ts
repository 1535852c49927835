import type { AccessRequest, RequestDecision, RequestState } from './model.ts';

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
    // Those who decide have as much time as at first.
    escalation: 'none',
  };
}
