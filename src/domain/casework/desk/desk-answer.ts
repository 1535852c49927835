import type { CaseChange } from '../case/change-case.ts';
import type { Case, CaseEvent, CaseLock } from '../case/model.ts';
import type { DeskError } from './check-text.ts';

/** Why something could not be done; each has its page or sentence. */
export type DeskRefusal =
  /** Somebody changed the case since it was opened: show what, let the agent look again. */
  | { readonly kind: 'changed'; readonly case: Case; readonly since: readonly CaseEvent[] }
  /** The case is not in a state in which this can be done. */
  | { readonly kind: 'not-now'; readonly state: Case['state']['kind'] }
  /** Another agent has it open. */
  | { readonly kind: 'locked'; readonly lock: CaseLock }
  | { readonly kind: 'own-decision' }
  /** The case is about the agent in person. */
  | { readonly kind: 'own-case' }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'unknown-case' }
  /** A text is missing, too short or too long. */
  | { readonly kind: 'wrong'; readonly errors: readonly DeskError[] };

/** The case as it is afterwards, or why not. */
export type DeskAnswer = { readonly kind: 'done'; readonly case: Case } | DeskRefusal;

/** A change that a command refused, in the words of the desk. */
export function refusalOf(one: Case, change: Exclude<CaseChange, { kind: 'changed' }>): DeskRefusal {
  if (change.kind === 'second-needed') throw new Error('what needs a second person must be proposed');
  return change.kind === 'not-now' ? { kind: 'not-now', state: one.state.kind } : change;
}

export function wrong(errors: readonly DeskError[]): DeskRefusal {
  return { kind: 'wrong', errors };
}
