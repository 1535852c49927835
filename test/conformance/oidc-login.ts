import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { correlationCode } from '#src/base/correlation.ts';
import { later } from '#src/base/time.ts';
import type { Application } from '#src/domain/application/index.ts';
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

type Kept = { attempt: Attempt; capacity: Capacity | null };

/** A login without pages: it settles capacities as the real one does, and a test answers in the person's place. */
export type FakeLogin = Pick<Login, 'begin' | 'show'> & {
  readonly attempts: Map<string, Kept>;
  /** What a person may be in every application. */
  readonly capacities: Map<PersonId, Capacity[]>;
  /** The person proves who they are, and chooses the capacity with this key when there is a choice. */
  finish(id: string, person: PersonId, how: Partial<Authentication>, key?: string): LoginOutcome;
};

export function openFakeLogin(clock: () => Date, applications: Map<string, Application>): FakeLogin {
  const attempts = new Map<string, Kept>();
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
    async begin(start) {
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
      attempts.set(attempt.id, { attempt, capacity });
      return attempt;
    },
    async show(id, browser) {
      const kept = attempts.get(id);
      assert.ok(kept && kept.attempt.browser === browser, 'the login answers to the browser that began it');
      const application = applications.get(kept.attempt.application);
      const { state } = kept.attempt;
      assert.ok(application && state.kind === 'finished' && kept.capacity);
      const outcome = {
        kind: 'granted',
        person: state.person,
        authentication: state.authentication,
        capacity: kept.capacity,
      } as const;
      return { kind: 'page', attempt: kept.attempt, application, page: { kind: 'finished', outcome } };
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
