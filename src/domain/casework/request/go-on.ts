import { afterWorkingDays } from '../../../base/working-days.ts';
import { answerQuestion, editCase, replyAfterEnd } from '../case/change-case.ts';
import { applicant, type Doer } from '../case/doer.ts';
import { expectedDays } from '../case/expected-days.ts';
import { type Happening, keepCase, keepingNeeds, record } from '../case/keep-case.ts';
import type { Case } from '../case/model.ts';
import { isOpen } from '../case/transitions.ts';
import type { Context } from '../case/world.ts';
import { writeToApplicant, writingNeeds } from '../case/write-to-applicant.ts';
import { missingOf, questionOf, thingsAsked } from './asked.ts';

export const answeringNeeds = ['caseMessages', 'caseLists', ...keepingNeeds, ...writingNeeds] as const;
export const takingInNeeds = ['documents', ...answeringNeeds] as const;

type TakenIn = {
  /** When it came: in time counts, even when looking at it took longer. */
  readonly at: Date;
  /** What came, as the timeline tells it. */
  readonly happening: Happening;
  /** Whether the applicant says that this is all, whatever is missing. */
  readonly isAll?: boolean;
};

/**
 * What came from the applicant takes the case on: the last thing that was asked for is the answer, a reply after the end opens the request
 * again. Whoever looks at the case sees that it changed.
 */
export async function takeIn(
  context: Context<typeof takingInNeeds>,
  one: Case,
  { at, happening, isAll = false }: TakenIn,
): Promise<Case> {
  if (one.state.kind === 'draft') {
    await record(context, one, happening);
    return one;
  }
  if (one.state.kind === 'waiting') return answerWith(context, one, { happening, isAll });
  if (!isOpen(one.state)) return openAgain(context, one, { at, happening });
  const next = editCase(one, {}, context.now);
  await keepCase(context, next, happening);
  await closeQuestion(context, one);
  return next;
}

async function answerWith(
  context: Context<typeof takingInNeeds>,
  one: Case,
  { happening, isAll }: { readonly happening: Happening; readonly isAll: boolean },
): Promise<Case> {
  const missing = await missingIn(context, one);
  if (missing > 0 && !isAll) {
    const next = editCase(one, {}, context.now);
    await keepCase(context, next, happening);
    return next;
  }
  // Words that are the answer are told as that.
  const before = happening.kind === 'message-sent' ? [] : [happening];
  return giveAnswer(context, one, { by: applicant, missing }, ...before);
}

/** From waiting to answered: the clock stops, the agent goes on, and the applicant hears that it came. */
export async function giveAnswer(
  context: Context<typeof answeringNeeds>,
  one: Case,
  { by, missing }: { readonly by: Doer; readonly missing: number },
  ...before: readonly Happening[]
): Promise<Case> {
  const { stores, now } = context;
  const change = answerQuestion(one, now);
  if (change.kind !== 'changed' || one.state.kind !== 'waiting')
    throw new Error('only a case that waits can be answered');
  await stores.caseMessages.markAnswered(one.state.question, now);
  await keepCase(context, change.case, ...before, { kind: 'answered', by, details: { missing } });
  await writeToApplicant(context, change.case, {
    template: 'answer-received',
    values: { expectedDays: await expectedDays(context) },
  });
  return change.case;
}

async function openAgain(
  context: Context<typeof takingInNeeds>,
  one: Case,
  { at, happening }: { readonly at: Date; readonly happening: Happening },
): Promise<Case> {
  const { world, now } = context;
  const change = replyAfterEnd(one, at, afterWorkingDays(now, world.settings.targetWorkingDays));
  if (change.kind !== 'changed') throw new Error('whether one may reply is asked before');
  const after = change.case.repliedAfter;
  const open = { ...change.case, changedAt: now };
  await keepCase(context, open, happening, { kind: 'reopened', by: applicant, details: { after } });
  await writeToApplicant(context, open, {
    template: 'answer-received',
    values: { expectedDays: await expectedDays(context) },
  });
  return open;
}

/** A question that did not reach the applicant went back to its agent, and can be answered all the same. */
async function closeQuestion(context: Context<typeof takingInNeeds>, one: Case): Promise<void> {
  const { stores, now } = context;
  const question = questionOf(one, await stores.caseMessages.of(one.id));
  if (!question || question.question?.answeredAt !== null) return;
  if ((await missingIn(context, one)) === 0) await stores.caseMessages.markAnswered(question.id, now);
}

/** How many of the things that were asked for are not there yet. */
async function missingIn({ stores }: Context<['caseMessages', 'documents']>, one: Case): Promise<number> {
  const messages = await stores.caseMessages.of(one.id);
  const question = questionOf(one, messages);
  if (question === null) return 0;
  const documents = await stores.documents.list(one.id);
  return missingOf(thingsAsked(question, { messages, documents })).length;
}
