import { endOfDay } from '../../../base/calendar.ts';
import { type CalendarDate, later } from '../../../base/time.ts';
import type { Application } from '../../application/index.ts';
import type { KeptDocument } from '../../documents/index.ts';
import { lastDayOfDraft } from '../case/case-periods.ts';
import { endOf, type OfficePlace } from '../case/change-case.ts';
import type { Case, CaseEvent, CaseId, CaseMessage, CaseState, RequestAnswers } from '../case/model.ts';
import { isOpen } from '../case/transitions.ts';
import { act, type Context } from '../case/world.ts';
import { type Asked, longestLook, questionOf, thingsAsked } from './asked.ts';
import { pagesFor, type QuestionPage, unansweredPages } from './question-pages.ts';
import type { Proof } from './request-answer.ts';
import { isLastWord, lastWordNeeds, mayAskAgain, mayUpload, mayWithdraw } from './what-one-may.ts';

/** Where one step of the request stands on the status page. */
export type StatusStep = {
  readonly step: 'received' | 'checked' | 'asked' | 'decision' | 'number' | 'access';
  readonly state: 'done' | 'now' | 'action-needed' | 'to-come' | 'stopped';
  readonly at: Date | null;
  readonly who: 'applicant' | 'agent' | 'second-agent' | 'office' | 'organisation';
};

/** All that the applicant may see of the own request: nothing of the register, of candidates, notes or agents' names. */
export type RequestView = {
  readonly case: CaseId;
  readonly reference: string;
  readonly version: number;
  readonly applicant: Case['applicant'];
  readonly answers: RequestAnswers;
  readonly application: Application | null;
  /** The pages of questions of this request, those still to answer, and whether all is answered and the e-mail proven. */
  readonly pages: readonly QuestionPage[];
  readonly unanswered: readonly QuestionPage[];
  readonly emailToConfirm: boolean;
  /** The last code did not reach the address that waits to be proven: its server refused the mail for good. */
  readonly codeCameBack: boolean;
  readonly openedAt: Date;
  readonly submittedAt: Date | null;
  readonly changedAt: Date;
  readonly stage:
    | { readonly kind: 'draft'; readonly keptUntil: CalendarDate }
    | { readonly kind: 'in-progress' }
    /** Everything that was asked for came, or the applicant said that there is no more: the agent goes on. */
    | { readonly kind: 'answered'; readonly at: Date }
    /** It had ended, the applicant replied, and somebody looks at it again. */
    | { readonly kind: 'replied'; readonly at: Date }
    | { readonly kind: 'action-needed'; readonly question: CaseMessage; readonly dueOn: CalendarDate }
    | { readonly kind: 'handed-over'; readonly office: string; readonly place?: OfficePlace | null }
    | { readonly kind: 'number-assigned' | 'linked'; readonly at: Date }
    | { readonly kind: 'refused'; readonly at: Date; readonly reason: string; readonly text: string }
    /** The number was named after all: nothing is left to do. */
    | { readonly kind: 'matched'; readonly at: Date }
    /** The eID that was linked is linked no more. */
    | { readonly kind: 'unlinked'; readonly at: Date; readonly text: string }
    /** Never sent, and not kept any longer. */
    | { readonly kind: 'draft-expired'; readonly at: Date }
    | { readonly kind: 'withdrawn' | 'expired'; readonly at: Date };
  /** The question that counts now, with everything in it and what of that has come; `null` when nothing is asked. */
  readonly asked: Asked | null;
  /** Files of this question that are still looked at. */
  readonly arriving: number;
  /** Until when a reply opens a request again that ended, and whether that is still possible; `null` when it never is. */
  readonly reply: { readonly until: CalendarDate; readonly isOpen: boolean } | null;
  /** Another request of the same eID that is under way. */
  readonly other: { readonly case: CaseId; readonly reference: string } | null;
  /** Whether a new request can be begun: this one ended without a number, and no other is under way. */
  readonly mayAskAgain: boolean;
  readonly steps: readonly StatusStep[];
  /** Working days that it usually takes, from live figures; `null` when too few were decided to tell. */
  readonly usualDays: number | null;
  /** What mails say of it: what is usual, or else the target. */
  readonly expectedDays: number;
  /** Messages both ways, oldest first. Agents appear as "an agent". */
  readonly messages: readonly CaseMessage[];
  readonly documents: readonly KeptDocument[];
  /** Documents may be sent now: a question asks for some, or the agent has not decided yet. */
  readonly mayUpload: boolean;
  readonly mayWithdraw: boolean;
  /** The number, when one was found or given and the person proved with the eID who they are (never by a link from a mail alone). */
  readonly number: string | null;
};

const viewNeeds = [
  ...(['caseEvents', 'caseMessages', 'documents', 'caseLists', 'applications'] as const),
  ...(['mails', 'offices', 'caseArrivals'] as const),
  ...lastWordNeeds,
] as const;
type ViewContext = Context<typeof viewNeeds>;

/** Everything the applicant may see of a request, `null` when there is none: made from the case and its timeline; nothing of agents or the register. */
export const viewRequest = act(
  viewNeeds,
  async (
    context,
    { case: id, proof }: { readonly case: CaseId; readonly proof: Proof },
  ): Promise<RequestView | null> => {
    const one = await context.stores.cases.find(id);
    return one && viewOf(context, one, proof);
  },
);

async function viewOf(context: ViewContext, one: Case, proof: Proof): Promise<RequestView> {
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

async function lastCodeCameBack({ stores }: ViewContext, one: Case): Promise<boolean> {
  const mails = await stores.mails.mailOf(one.id);
  const last = mails.findLast(({ template }) => template === 'email-code');
  return last !== undefined && last.bounced !== null;
}

/** Whoever has to go to an office is told where it is. */
async function withPlace(
  { stores, now }: ViewContext,
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

async function countArriving({ stores, now }: ViewContext, one: Case, question: CaseMessage) {
  if (one.state.kind !== 'waiting') return 0;
  const arrivals = await stores.caseArrivals.of(one.id, question.id);
  return arrivals.filter(({ at }) => later(at, longestLook) > now).length;
}

/** What can be done about a request that is over. */
async function afterEnd(
  context: ViewContext,
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
