import { endOfDay } from '../../../base/calendar.ts';
import type { LocalizedText } from '../../../base/language.ts';
import type { CalendarDate } from '../../../base/time.ts';
import type { OrganisationId } from '../../organisation/index.ts';
import type { PersonId } from '../../person/index.ts';
import { lastDayOfDraft, lastDayToReply } from './case-periods.ts';
import type { Case, CaseEnd, CaseState, Outcome, Proposal, SecondReason } from './model.ts';
import { targetAfterWaiting } from './target.ts';
import { caseTransitions } from './transitions.ts';

/** What a command leads to: the case as it is then, or that it cannot be done where the case stands. */
export type CaseChange =
  | { readonly kind: 'changed'; readonly case: Case }
  | { readonly kind: 'not-now' }
  /** A second person must decide, and this is the first one. */
  | { readonly kind: 'own-decision' }
  /** One person may not decide this alone: it must be proposed. */
  | { readonly kind: 'second-needed' };

const NOT_NOW: CaseChange = { kind: 'not-now' };

/** A registration office: an organisation with a live officer. */
export type Office = {
  readonly organisation: OrganisationId;
  readonly name: string;
  /** Where it is; absent or `null` as long as nobody said so. */
  readonly place?: OfficePlace | null;
};

/** Where a registration office is, and when it can be visited. */
export type OfficePlace = {
  readonly street: string;
  readonly postcode: string;
  readonly municipality: string;
  readonly telephone: string | null;
  readonly website: string | null;
  readonly hours: LocalizedText;
  readonly byAppointment: boolean;
};

/** The applicant sends the request. */
export function submitCase(one: Case, at: Date, targetAt: Date): CaseChange {
  if (one.state.kind !== 'draft') return NOT_NOW;
  return moved({ ...one, submittedAt: at, targetAt }, { kind: 'new' }, at);
}

/** An agent takes the case, or gets it. Whoever waits for an answer keeps waiting for it, under the new agent. */
/** A proposal stays with who made it: given to somebody else, its maker could confirm it too. */
export function assignCase(one: Case, agent: PersonId, at: Date): CaseChange {
  const { state } = one;
  switch (state.kind) {
    case 'new':
    case 'assigned':
    case 'reopened':
      return moved(one, { kind: 'assigned', agent }, at);
    case 'waiting':
    case 'answered':
      return moved(one, { ...state, agent }, at);
    default:
      return NOT_NOW;
  }
}

/** Puts the case back for everybody. */
export function releaseCase(one: Case, at: Date): CaseChange {
  const { kind } = one.state;
  return kind === 'assigned' || kind === 'answered' ? moved(one, { kind: 'new' }, at) : NOT_NOW;
}

export function askApplicant(
  one: Case,
  question: { readonly agent: PersonId; readonly id: string; readonly dueOn: CalendarDate },
  at: Date,
): CaseChange {
  if (!isWorkedOn(one.state)) return NOT_NOW;
  const { agent, id, dueOn } = question;
  return moved(one, { kind: 'waiting', agent, question: id, askedAt: at, dueOn, remindedAt: null }, at);
}

export function answerQuestion(one: Case, at: Date): CaseChange {
  const { state } = one;
  if (state.kind !== 'waiting') return NOT_NOW;
  const targetAt = targetAfterWaiting(one, at);
  return moved({ ...one, targetAt }, { kind: 'answered', agent: state.agent, answeredAt: at }, at);
}

/** The reminder names the last day to answer: the one that was, or a later one. */
export function remindApplicant(one: Case, dueOn: CalendarDate, at: Date): CaseChange {
  const { state } = one;
  if (state.kind !== 'waiting' || dueOn < state.dueOn) return NOT_NOW;
  return moved(one, { ...state, dueOn, remindedAt: at }, at);
}

/** The question did not reach the applicant: it is the agent's turn again. */
export function giveBackCase(one: Case, at: Date): CaseChange {
  const { state } = one;
  if (state.kind !== 'waiting') return NOT_NOW;
  const targetAt = targetAfterWaiting(one, at);
  return moved({ ...one, targetAt }, { kind: 'assigned', agent: state.agent }, at);
}

/** A draft that was never sent, or a question that was never answered though its last day is over, ends; an agent can reopen it. */
export function expireCase(one: Case, at: Date): CaseChange {
  const { state } = one;
  const isOver =
    (state.kind === 'draft' && endOfDay(lastDayOfDraft(one)) <= at) ||
    (state.kind === 'waiting' && state.remindedAt !== null && endOfDay(state.dueOn) <= at);
  return isOver ? moved(one, { kind: 'expired', at }, at) : NOT_NOW;
}

/** What one person may not decide alone waits for a second one. An officer proposes links alone, of cases handed to the office. */
export function proposeDecision(one: Case, agent: PersonId, proposal: Proposal, at: Date): CaseChange {
  const fromCounter = proposal.kind === 'link' && proposal.counter !== null;
  if (fromCounter ? one.state.kind !== 'handed-over' : !isWorkedOn(one.state)) return NOT_NOW;
  return moved(one, { kind: 'to-confirm', agent, proposal, proposedAt: at }, at);
}

/** The second agent does not agree: the case goes back to the first, or to the counter where it was proposed. */
export function sendBackCase(one: Case, second: PersonId, at: Date): CaseChange {
  const { state } = one;
  if (state.kind !== 'to-confirm') return NOT_NOW;
  if (state.agent === second) return { kind: 'own-decision' };
  const { proposal, agent } = state;
  if (proposal.kind === 'link' && proposal.counter !== null)
    return moved(one, { kind: 'handed-over', office: proposal.counter, by: agent, at }, at);
  return moved(one, { kind: 'assigned', agent }, at);
}

type Alone = {
  readonly by: PersonId;
  readonly outcome: Exclude<Outcome, { kind: 'new-number' }>;
  /** What makes a second person necessary: a link is decided by one alone only when there is nothing of the kind. */
  readonly needs: readonly SecondReason[];
};

/** Links to a person whom the register knows, or refuses: one agent decides. */
export function decideCase(one: Case, { by, outcome, needs }: Alone, at: Date): CaseChange {
  if (!isWorkedOn(one.state)) return NOT_NOW;
  if (outcome.kind === 'linked' && needs.length > 0) return { kind: 'second-needed' };
  return moved(one, { kind: 'decided', by, outcome, confirmedBy: null, at }, at);
}

/** The second agent agrees with what the first one proposed: that, and nothing else. */
export function confirmCase(
  one: Case,
  decision: { readonly by: PersonId; readonly outcome: Outcome },
  at: Date,
): CaseChange {
  const { state } = one;
  if (state.kind !== 'to-confirm') return NOT_NOW;
  if (state.agent === decision.by) return { kind: 'own-decision' };
  const { outcome, by } = decision;
  if (!isProposed(state.proposal, outcome)) throw new Error('what is confirmed must be what was proposed');
  return moved(one, { kind: 'decided', outcome, by: state.agent, confirmedBy: by, at }, at);
}

/** The number was found or given at the counter of a registration office, where the person was seen. */
export function settleAtOffice(one: Case, { by, outcome, needs }: Alone, at: Date): CaseChange {
  const { kind } = one.state;
  if (kind !== 'handed-over' && kind !== 'draft') return NOT_NOW;
  if (needs.length > 0) return { kind: 'second-needed' };
  return moved(one, { kind: 'decided', by, outcome, confirmedBy: null, at }, at);
}

function isProposed(proposal: Proposal, outcome: Outcome): boolean {
  if (proposal.kind === 'new-number') return outcome.kind === 'new-number';
  return outcome.kind === 'linked' && outcome.number === proposal.number;
}

/** The person typed the number after all and was matched: nothing is left to do. */
export function withdrawCase(one: Case, at: Date): CaseChange {
  return caseTransitions[one.state.kind].includes('withdrawn')
    ? moved(one, { kind: 'withdrawn', at }, at)
    : NOT_NOW;
}

export function reopenCase(one: Case, by: PersonId, at: Date, targetAt: Date): CaseChange {
  if (!['decided', 'withdrawn', 'expired', 'handed-over'].includes(one.state.kind)) return NOT_NOW;
  // A draft that expired was never sent: there is nothing to work on.
  if (one.submittedAt === null) return NOT_NOW;
  return moved({ ...one, targetAt, handedTo: null }, { kind: 'reopened', by, at }, at);
}

/** How a request ended that one may still reply to, and until when: not one that was never sent, nor one that led to a number. */
export function endOf({ state, submittedAt }: Case): {
  readonly end: CaseEnd;
  readonly replyUntil: CalendarDate;
} | null {
  if (submittedAt === null) return null;
  if (state.kind === 'withdrawn' || state.kind === 'expired')
    return { end: state.kind, replyUntil: lastDayToReply(state.at) };
  const isRefused = state.kind === 'decided' && state.outcome.kind === 'refused';
  return isRefused ? { end: 'refused', replyUntil: lastDayToReply(state.at) } : null;
}

/** The applicant replies after the end, in time: somebody looks at it again. The decision stays in the history. */
export function replyAfterEnd(one: Case, at: Date, targetAt: Date): CaseChange {
  const over = endOf(one);
  if (over === null || endOfDay(over.replyUntil) <= at) return NOT_NOW;
  const open = { ...one, targetAt, handedTo: null, repliedAfter: over.end };
  return moved(open, { kind: 'reopened', by: null, at }, at);
}

export function handOverCase(one: Case, by: PersonId, office: Office, at: Date): CaseChange {
  const { kind } = one.state;
  if (!isWorkedOn(one.state) && kind !== 'new' && kind !== 'reopened') return NOT_NOW;
  const state = { kind: 'handed-over', office: office.name, by, at } as const;
  return moved({ ...one, handedTo: office.organisation }, state, at);
}

/** The same state with other content: answers of a draft, contact data. */
export function editCase(one: Case, change: Pick<Partial<Case>, 'answers' | 'reason'>, at: Date): Case {
  return { ...one, ...change, version: one.version + 1, changedAt: at };
}

/** Whether an agent has the case in hand, with nothing to wait for. */
export function isWorkedOn(state: CaseState): state is Extract<CaseState, { kind: 'assigned' | 'answered' }> {
  return state.kind === 'assigned' || state.kind === 'answered';
}

function moved(one: Case, state: CaseState, at: Date): CaseChange {
  if (!caseTransitions[one.state.kind].includes(state.kind))
    throw new Error(`a case may not go from ${one.state.kind} to ${state.kind}`);
  return { kind: 'changed', case: { ...one, state, version: one.version + 1, changedAt: at } };
}
