import type { CaseRow } from '../../domain/casework/index.ts';

const assignable: readonly CaseRow['state'][] = ['new', 'assigned', 'waiting', 'answered', 'reopened'];

/** Whether a case can be given to an agent: nobody else takes a proposal or a case that is over. */
export function isAssignable({ state }: Pick<CaseRow, 'state'>): boolean {
  return assignable.includes(state);
}
