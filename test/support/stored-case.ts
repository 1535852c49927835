import { randomBytes, randomUUID } from 'node:crypto';
import { DAY, later } from '../../src/base/time.ts';
import type { Case, CaseId, CaseRow, CaseState } from '../../src/domain/casework/index.ts';
import type { PersonIdentifier } from '../../src/domain/identity-matching/index.ts';
import type { PersonId } from '../../src/domain/person/index.ts';
import { newReference } from '../../src/domain/registration/index.ts';
import { caseExample } from './case-example.ts';
import { NOON } from './open-test-store.ts';

/** An agent's id, the same for the same place. */
export const agentAt = (place: number) =>
  `22222222-0000-4000-8000-${String(place).padStart(12, '0')}` as PersonId;

/** A case that was sent two days ago, of somebody that no other case is of; `changes` replace what a test cares about. */
export function storedCase(changes: Partial<Case> = {}): Case {
  const example = caseExample();
  const id = randomUUID() as CaseId;
  const identity = example.applicant.identity && {
    ...example.applicant.identity,
    identifier: `DE/BE/${id}` as PersonIdentifier,
  };
  return {
    ...example,
    id,
    reference: newReference(randomBytes(8)),
    applicant: { ...example.applicant, identity },
    state: { kind: 'new' },
    openedAt: later(NOON, -3 * DAY),
    submittedAt: later(NOON, -2 * DAY),
    targetAt: later(NOON, 5 * DAY),
    changedAt: later(NOON, -DAY),
    ...changes,
  };
}

/** The same case as it is saved next. */
export function nextVersion(one: Case, state: CaseState, changes: Partial<Case> = {}): Case {
  return { ...one, state, version: one.version + 1, changedAt: later(one.changedAt, 1), ...changes };
}

/** The case of somebody with this name. */
export function caseOf(givenNames: string, familyName: string, changes: Partial<Case> = {}): Case {
  const one = storedCase(changes);
  const name = (latin: string) => ({ latin, original: null });
  return {
    ...one,
    applicant: { ...one.applicant, givenNames: name(givenNames), familyName: name(familyName) },
  };
}

export function identifierOf(one: Case): PersonIdentifier {
  if (one.applicant.identity === null) throw new Error('this case has no eID');
  return one.applicant.identity.identifier;
}

export const namesIn = (rows: readonly CaseRow[]) => rows.map(({ name }) => name);
