import { randomBytes } from 'node:crypto';
import type { Connector } from './node/connector.ts';
import type { AcceptedRequest } from './node/read-request.ts';
import type { MemberState } from './states.ts';

/** A request under way at one state. Stays answerable, so that one can try what happens when an answer comes twice. */
export type SignIn = {
  readonly id: string;
  readonly state: MemberState;
  readonly connector: Connector;
  readonly request: AcceptedRequest;
  readonly relayState: string | null;
};

export type SignIns = {
  add(signIn: Omit<SignIn, 'id'>): SignIn;
  find(state: MemberState, id: string): SignIn | null;
  /** Whether a request with this ID came in before. */
  hasSeen(requestId: string): boolean;
};

const MOST = 1000;

/** Opens an empty collection; the oldest goes when there are too many. */
export function openSignIns(): SignIns {
  const all = new Map<string, SignIn>();
  return {
    add(signIn) {
      const kept = { ...signIn, id: randomBytes(24).toString('base64url') };
      all.set(kept.id, kept);
      const oldest = all.keys().next();
      if (all.size > MOST && !oldest.done) all.delete(oldest.value);
      return kept;
    },
    find(state, id) {
      const found = all.get(id);
      return found?.state.code === state.code ? found : null;
    },
    hasSeen: (requestId) => [...all.values()].some((each) => each.request.id === requestId),
  };
}
