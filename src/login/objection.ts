import { isBlockedMeans } from '../domain/account/index.ts';
import type { AttemptState, Recognised } from './attempt.ts';
import type { PageContext } from './step.ts';

export const objectionNeeds = ['knownLogins'] as const;

/**
 * What stands between somebody who proved who they are and what they came for, whatever they proved it by: the session here is another
 * person's, so that nobody slips into it; or they themselves want nobody to log in by this means as them. `null` when nothing does.
 */
export async function objectionTo(
  { attempt, state, stores }: PageContext<typeof objectionNeeds>,
  { person, authentication }: Recognised,
): Promise<AttemptState | null> {
  const { stepUp = null } = attempt.request;
  const isConfirmed = state.kind === 'other-person';
  if (stepUp !== null && stepUp.person !== person && !isConfirmed)
    return { kind: 'other-person', person, authentication };
  const { means } = authentication;
  return isBlockedMeans(await stores.knownLogins.of(person), means)
    ? { kind: 'stopped', problem: { kind: 'means-blocked', means } }
    : null;
}
