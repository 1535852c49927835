import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { correlationCode } from '#src/base/correlation.ts';
import { later } from '#src/base/time.ts';
import { type Capacity, keyOf, settle } from '#src/domain/capacity/index.ts';
import type { Authentication } from '#src/domain/login-means/index.ts';
import type { PersonId } from '#src/domain/person/index.ts';
import {
  type Attempt,
  type AttemptId,
  type AttemptState,
  type BeginLogin,
  keptLanguage,
  type Login,
  type LoginOutcome,
} from '#src/login/index.ts';

/** A login without pages: it settles capacities as the real one does, and a test answers in the person's place. */
export type FakeLogin = Pick<Login, 'prepare'> & {
  /** As they began. */
  readonly attempts: Map<string, { readonly attempt: Attempt }>;
  /** Notes a login that was kept. */
  note(attempt: Attempt): void;
  /** What a person may be in every application. */
  readonly capacities: Map<PersonId, Capacity[]>;
  /** The person proves who they are, and chooses the capacity with this key when there is a choice. */
  finish(id: string, person: PersonId, how: Partial<Authentication>, key?: string): LoginOutcome;
};

export function openFakeLogin(clock: () => Date): FakeLogin {
  const attempts = new Map<string, { readonly attempt: Attempt }>();
  const capacities = new Map<PersonId, Capacity[]>();
  const stateFor = (
    start: BeginLogin,
    known: NonNullable<BeginLogin['request']['known']>,
  ): [AttemptState, Capacity | null] => {
    const usable = capacities.get(known.person) ?? [];
    const settlement = settle(start.request.wish, { usable, unusable: [] });
    if (settlement.kind !== 'settled')
      return [{ kind: 'choosing-capacity', ...known, justLinked: false }, null];
    const { capacity } = settlement;
    return [{ kind: 'finished', ...known, capacity: keyOf(capacity), at: clock() }, capacity];
  };
  return {
    attempts,
    capacities,
    note: (attempt) => void attempts.set(attempt.id, { attempt }),
    async prepare(start) {
      const [state, capacity] = start.request.known
        ? stateFor(start, start.request.known)
        : [{ kind: 'choosing-means', notice: null } as const, null];
      const now = clock();
      const attempt: Attempt = {
        ...start,
        ...keptLanguage(start.language),
        id: randomBytes(32).toString('base64url') as AttemptId,
        correlation: correlationCode(randomBytes(8)),
        state,
        version: 1,
        startedAt: now,
        expiresAt: later(now, 3_600_000),
      };
      const { known } = start.request;
      const outcome = known && capacity && ({ kind: 'granted', ...known, capacity } as const);
      return { attempt, outcome, events: [], used: null };
    },
    finish(id, person, how, key) {
      const kept = attempts.get(id);
      assert.ok(kept, 'there is such a login');
      const usable = capacities.get(person) ?? [];
      const settlement = settle(kept.attempt.request.wish, { usable, unusable: [] });
      const chosen =
        settlement.kind === 'settled' ? settlement.capacity : usable.find((each) => keyOf(each) === key);
      assert.ok(chosen, 'the person chose a capacity that they have');
      const authentication: Authentication = {
        means: 'eidashigh',
        assurance: 'high',
        at: clock(),
        country: 'DE',
        ...how,
      };
      return { kind: 'granted', person, authentication, capacity: chosen };
    },
  };
}
