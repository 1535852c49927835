import type { CaseState } from './model.ts';

type Kind = CaseState['kind'];

/** Which state of a case may follow which. A change that is not in this table is a bug, and throws. */
export const caseTransitions: Readonly<Record<Kind, readonly Kind[]>> = {
  draft: ['draft', 'new', 'withdrawn', 'expired', 'decided'],
  new: ['new', 'assigned', 'withdrawn', 'handed-over'],
  assigned: ['assigned', 'new', 'waiting', 'to-confirm', 'decided', 'withdrawn', 'handed-over'],
  waiting: ['waiting', 'answered', 'expired', 'withdrawn', 'assigned'],
  answered: ['answered', 'assigned', 'new', 'waiting', 'to-confirm', 'decided', 'withdrawn', 'handed-over'],
  'to-confirm': ['to-confirm', 'decided', 'assigned', 'withdrawn', 'handed-over'],
  decided: ['decided', 'reopened'],
  withdrawn: ['reopened'],
  expired: ['reopened'],
  reopened: ['reopened', 'assigned', 'withdrawn', 'handed-over'],
  'handed-over': ['handed-over', 'decided', 'to-confirm', 'reopened', 'withdrawn'],
};

/** States in which somebody still has to act: at most one such case per identity. */
export const openStates: readonly Kind[] = [
  'draft',
  'new',
  'assigned',
  'waiting',
  'answered',
  'to-confirm',
  'reopened',
  'handed-over',
];

/** Whether a case is still open. */
export function isOpen(state: CaseState): boolean {
  return openStates.includes(state.kind);
}
