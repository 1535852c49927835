import type { Case, CaseView } from '../../../domain/casework/index.ts';
import type { StaffMember } from '../../../domain/staff/index.ts';

/** What an agent may begin from the page of a case. */
export type CaseAction = 'take' | 'decide' | 'release' | 'write' | 'confirm' | 'reopen' | 'take-over';

/** For whoever has the case in hand. */
const inHand: Readonly<Partial<Record<Case['state']['kind'], readonly CaseAction[]>>> = {
  assigned: ['decide', 'write', 'release'],
  waiting: ['write'],
  answered: ['decide', 'write', 'release'],
  'to-confirm': ['confirm'],
};

/** For everybody: nobody has it in hand. */
const free: Readonly<Partial<Record<Case['state']['kind'], readonly CaseAction[]>>> = {
  new: ['take'],
  reopened: ['take'],
  decided: ['reopen'],
  withdrawn: ['reopen'],
  expired: ['reopen'],
  'handed-over': ['write', 'reopen'],
};

/** What can be done where the case stands; whoever may not change it can take it over. The desk has the last word. */
export function actionsOf({ case: one, mine, lock }: CaseView, member: StaffMember): readonly CaseAction[] {
  const { state } = one;
  const forAll = free[state.kind];
  if (forAll) return forAll;
  if (mine) return inHand[state.kind] ?? [];
  if (state.kind === 'to-confirm') return lock !== null && state.agent !== member.person ? ['take-over'] : [];
  return 'agent' in state ? ['take-over'] : [];
}

/** Whether the register is searched for this case: only for whoever has it in hand, and as long as it can be decided. */
export function mayCompare({ case: one, mine }: CaseView): boolean {
  return mine && inHand[one.state.kind] !== undefined;
}
