import { lastDayOfDraft } from './case-periods.ts';
import type { Case, CaseEvent, CaseMessage } from './model.ts';
import { pagesFor, unansweredPages } from './question-pages.ts';
import type { Proof, RequestView, StatusStep } from './requests.ts';
import { isOpen } from './transitions.ts';
import type { CaseworkContext } from './world.ts';

/** Everything the applicant may see of a request, made from the case and its timeline; nothing of agents or the register. */
export async function viewRequest(context: CaseworkContext, one: Case, proof: Proof): Promise<RequestView> {
  const { stores, now } = context;
  const [events, messages, documents] = [
    await stores.caseEvents.of(one.id),
    await stores.caseMessages.of(one.id),
    await stores.documents.list(one.id),
  ];
  const { answers } = one;
  return {
    case: one.id,
    reference: one.reference,
    version: one.version,
    applicant: one.applicant,
    answers,
    application: one.application === null ? null : await stores.applications.find(one.application),
    pages: pagesFor(one),
    unanswered: unansweredPages(one),
    emailToConfirm:
      answers.email !== null && (answers.emailConfirmedAt === null || answers.pendingEmail !== null),
    openedAt: one.openedAt,
    submittedAt: one.submittedAt,
    changedAt: one.changedAt,
    stage: stageOf(one, messages),
    steps: stepsOf(one, events),
    usualDays: await stores.caseLists.usualDays(now),
    messages,
    documents: documents.filter((each) => each.removedAt === null),
    mayUpload: mayUpload(one),
    mayWithdraw: mayWithdraw(one),
    number: proof === 'eid' ? numberOf(one) : null,
  };
}

/** Documents are taken as long as somebody works on the request. */
export function mayUpload({ state }: Pick<Case, 'state'>): boolean {
  return ['draft', 'new', 'assigned', 'waiting', 'answered', 'to-confirm', 'reopened'].includes(state.kind);
}

/** Before the decision. That a second agent looks must not show: it would tell that the register holds nobody alike. */
export function mayWithdraw({ state }: Pick<Case, 'state'>): boolean {
  return isOpen(state);
}

function numberOf({ state }: Case): string | null {
  if (state.kind !== 'decided' || state.outcome.kind === 'refused') return null;
  return state.outcome.number;
}

function stageOf(one: Case, messages: readonly CaseMessage[]): RequestView['stage'] {
  const { state } = one;
  switch (state.kind) {
    case 'draft':
      return { kind: 'draft', keptUntil: lastDayOfDraft(one) };
    case 'waiting': {
      const question = messages.find((each) => each.id === state.question);
      if (!question) throw new Error('a case waits for the answer to a question that is not there');
      return { kind: 'action-needed', question, dueOn: state.dueOn };
    }
    case 'handed-over':
      return { kind: 'handed-over', office: state.office };
    case 'withdrawn':
    case 'expired':
      return { kind: state.kind, at: state.at };
    case 'decided': {
      const { outcome, at } = state;
      if (outcome.kind === 'refused')
        return { kind: 'refused', at, reason: outcome.reason, text: outcome.text };
      return { kind: outcome.kind === 'linked' ? 'linked' : 'number-assigned', at };
    }
    default:
      return { kind: 'in-progress' };
  }
}

/**
 * The fixed steps. They tell that a second agent looks only as "checked": whether a number exists already must not show before the
 * decision.
 */
function stepsOf(one: Case, events: readonly CaseEvent[]): readonly StatusStep[] {
  const { state, submittedAt } = one;
  const at = (...kinds: readonly CaseEvent['kind'][]) =>
    events.findLast((each) => kinds.includes(each.kind))?.at ?? null;
  const isOver = state.kind === 'withdrawn' || state.kind === 'expired';
  const isRefused = state.kind === 'decided' && state.outcome.kind === 'refused';
  const isGiven = state.kind === 'decided' && !isRefused;
  const decidedAt = state.kind === 'decided' ? state.at : null;
  const wasAsked = at('asked') !== null;
  const checking: StatusStep['state'] = isOver
    ? 'stopped'
    : decidedAt !== null
      ? 'done'
      : submittedAt === null
        ? 'to-come'
        : state.kind === 'waiting'
          ? 'to-come'
          : 'now';
  const asked: readonly StatusStep[] = wasAsked
    ? [
        {
          step: 'asked',
          state: state.kind === 'waiting' ? 'action-needed' : isOver ? 'stopped' : 'done',
          at: state.kind === 'waiting' ? at('asked') : (at('answered') ?? at('asked')),
          who: 'applicant',
        },
      ]
    : [];
  const ending: StatusStep['state'] = isOver || isRefused ? 'stopped' : isGiven ? 'done' : 'to-come';
  return [
    { step: 'received', state: submittedAt === null ? 'now' : 'done', at: submittedAt, who: 'applicant' },
    ...asked,
    {
      step: 'checked',
      state: checking,
      at: decidedAt,
      who: state.kind === 'handed-over' ? 'office' : 'agent',
    },
    { step: 'decision', state: isRefused ? 'done' : ending, at: decidedAt, who: 'agent' },
    { step: 'number', state: ending, at: isGiven ? decidedAt : null, who: 'agent' },
    {
      step: 'access',
      state: isGiven ? 'now' : isOver || isRefused ? 'stopped' : 'to-come',
      at: null,
      who: 'organisation',
    },
  ];
}
