import { endOfDay } from '../../../base/calendar.ts';
import { later } from '../../../base/time.ts';
import { lastDayOfDraft } from '../case/case-periods.ts';
import { endOf } from '../case/change-case.ts';
import type { Case, CaseEvent, CaseMessage, CaseState } from '../case/model.ts';
import { isOpen } from '../case/transitions.ts';
import type { CaseworkContext } from '../case/world.ts';
import { longestLook, questionOf, thingsAsked } from './asked.ts';
import { pagesFor, unansweredPages } from './question-pages.ts';
import type { Proof, RequestView, StatusStep } from './requests.ts';
import { isLastWord, mayAskAgain, mayUpload, mayWithdraw } from './what-one-may.ts';

/** Everything the applicant may see of a request, made from the case and its timeline; nothing of agents or the register. */
export async function viewRequest(context: CaseworkContext, one: Case, proof: Proof): Promise<RequestView> {
  const { stores, world, now } = context;
  const [events, messages, documents] = [
    await stores.caseEvents.of(one.id),
    await stores.caseMessages.of(one.id),
    await stores.documents.list(one.id),
  ];
  const usualDays = await stores.caseLists.usualDays(now);
  const { answers } = one;
  const emailToConfirm =
    answers.email !== null && (answers.emailConfirmedAt === null || answers.pendingEmail !== null);
  const question = questionOf(one, messages);
  const asked =
    question !== null && isAskedNow(one, question)
      ? { question, things: thingsAsked(question, { messages, documents }) }
      : null;
  return {
    case: one.id,
    reference: one.reference,
    version: one.version,
    applicant: one.applicant,
    answers,
    application: one.application === null ? null : await stores.applications.find(one.application),
    pages: pagesFor(one),
    unanswered: unansweredPages(one),
    emailToConfirm,
    codeCameBack: emailToConfirm && (await lastCodeCameBack(context, one)),
    openedAt: one.openedAt,
    submittedAt: one.submittedAt,
    changedAt: one.changedAt,
    stage: await withPlace(context, one, stageOf(one, messages, events)),
    steps: stepsOf(one, events),
    asked,
    arriving: asked === null ? 0 : await countArriving(context, one, asked.question),
    ...(await afterEnd(context, one)),
    usualDays,
    expectedDays: usualDays ?? world.settings.targetWorkingDays,
    messages,
    documents: documents.filter((each) => each.removedAt === null),
    mayUpload: mayUpload(one),
    mayWithdraw: mayWithdraw(one),
    number: proof === 'eid' && !isUnlinked(one, events) ? numberOf(one) : null,
  };
}

async function lastCodeCameBack({ stores }: CaseworkContext, one: Case): Promise<boolean> {
  const mails = await stores.mails.mailOf(one.id);
  const last = mails.findLast(({ template }) => template === 'email-code');
  return last !== undefined && last.bounced !== null;
}

/** Whoever has to go to an office is told where it is. */
async function withPlace(
  { stores, now }: CaseworkContext,
  { handedTo }: Case,
  stage: RequestView['stage'],
): Promise<RequestView['stage']> {
  if (stage.kind !== 'handed-over' || handedTo === null) return stage;
  const offices = await stores.offices.offices(now);
  return { ...stage, place: offices.find(({ organisation }) => organisation === handedTo)?.place ?? null };
}

function numberOf({ state }: Case): string | null {
  if (state.kind !== 'decided' || state.outcome.kind === 'refused') return null;
  return state.outcome.number;
}

/** A question is shown as long as it waits, and as answered until the agent goes on; one that went back to its agent can be answered too. */
function isAskedNow({ state }: Case, { question }: CaseMessage): boolean {
  if (state.kind === 'waiting' || state.kind === 'answered') return true;
  return isOpen(state) && question?.answeredAt === null;
}

async function countArriving({ stores, now }: CaseworkContext, one: Case, question: CaseMessage) {
  if (one.state.kind !== 'waiting') return 0;
  const arrivals = await stores.caseArrivals.of(one.id, question.id);
  return arrivals.filter(({ at }) => later(at, longestLook) > now).length;
}

/** What can be done about a request that is over. */
async function afterEnd(
  context: CaseworkContext,
  one: Case,
): Promise<Pick<RequestView, 'reply' | 'other' | 'mayAskAgain'>> {
  const { stores, now } = context;
  const over = endOf(one);
  const { identity } = one.applicant;
  const open =
    isOpen(one.state) || identity === null ? null : await stores.cases.findOpenOf(identity.identifier);
  return {
    reply: over && {
      until: over.replyUntil,
      isOpen: endOfDay(over.replyUntil) > now && (await isLastWord(context, one)),
    },
    other: open && { case: open.id, reference: open.reference },
    mayAskAgain: !isOpen(one.state) && (await mayAskAgain(context, one)),
  };
}

/** The link that the decision gave was ended by agents: the number is not this eID's to see. */
function isUnlinked({ state }: Case, events: readonly CaseEvent[]): boolean {
  return unlinkingOf(state, events) !== undefined;
}

function unlinkingOf(state: CaseState, events: readonly CaseEvent[]): CaseEvent | undefined {
  if (state.kind !== 'decided' || state.outcome.kind === 'refused') return undefined;
  return events.findLast(({ kind, at }) => kind === 'link-removed' && at >= state.at);
}

function stageOf(
  one: Case,
  messages: readonly CaseMessage[],
  events: readonly CaseEvent[],
): RequestView['stage'] {
  const { state } = one;
  switch (state.kind) {
    case 'draft':
      return { kind: 'draft', keptUntil: lastDayOfDraft(one) };
    case 'waiting': {
      const question = questionOf(one, messages);
      if (question === null) throw new Error('a case waits for the answer to nothing');
      return { kind: 'action-needed', question, dueOn: state.dueOn };
    }
    case 'handed-over':
      return { kind: 'handed-over', office: state.office };
    case 'answered':
      return { kind: 'answered', at: state.answeredAt };
    case 'reopened':
      return state.by === null ? { kind: 'replied', at: state.at } : { kind: 'in-progress' };
    case 'withdrawn': {
      const isMatched = events.some(
        ({ kind, details }) => kind === 'withdrawn' && details.because === 'matched',
      );
      return { kind: isMatched ? 'matched' : 'withdrawn', at: state.at };
    }
    case 'expired':
      return { kind: one.submittedAt === null ? 'draft-expired' : 'expired', at: state.at };
    case 'decided': {
      const { outcome, at } = state;
      if (outcome.kind === 'refused')
        return { kind: 'refused', at, reason: outcome.reason, text: outcome.text };
      const ended = unlinkingOf(state, events);
      if (ended) return { kind: 'unlinked', at: ended.at, text: ended.text ?? '' };
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
