import { afterWorkingDays } from '../../../base/working-days.ts';
import { editCase, submitCase } from '../case/change-case.ts';
import { expectedDays } from '../case/expected-days.ts';
import { keepCase, record } from '../case/keep-case.ts';
import type { Case, CaseId, RequestAnswers } from '../case/model.ts';
import type { CaseworkContext } from '../case/world.ts';
import { writeToApplicant } from '../case/write-to-applicant.ts';
import { pagesFor, unansweredPages } from './question-pages.ts';
import { readAnswers } from './read-answers.ts';
import type { KeptAnswer, QuestionPage, TypedFields } from './requests.ts';

type Typed = { readonly id: CaseId; readonly version: number; readonly typed: TypedFields };
const applicant = { kind: 'applicant' } as const;

/** Keeps the answers of one page of a draft. */
export async function answerPage(
  context: CaseworkContext,
  { id, version, page, typed }: Typed & { readonly page: QuestionPage },
): Promise<KeptAnswer> {
  const one = await context.stores.cases.find(id);
  if (one === null || one.state.kind !== 'draft' || !pagesFor(one).includes(page)) return { kind: 'not-now' };
  const read = readAnswers(page, typed, one, context.now);
  if (read.kind === 'wrong') return read;
  const answers = { ...one.answers, ...read.answers };
  // The same answer twice, by a double click or a reload, is no conflict with oneself.
  if (one.version !== version)
    return isSame(answers, one.answers) ? { kind: 'kept', version: one.version } : { kind: 'changed' };
  const next = editCase(one, { answers }, context.now);
  await keepCase(context, next);
  if (next.answers.email !== one.answers.email) await context.stores.accessLinks.endAll(id, context.now);
  return { kind: 'kept', version: next.version };
}

function isSame(one: RequestAnswers, other: RequestAnswers): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Sends the request to the agents: once, with everything answered, the address proven and the statement agreed to. */
export async function submitRequest(
  context: CaseworkContext,
  { id, version, typed }: Typed,
): Promise<KeptAnswer | { readonly kind: 'already-sent' } | { readonly kind: 'incomplete' }> {
  const one = await context.stores.cases.find(id);
  if (one === null) return { kind: 'not-now' };
  if (one.submittedAt !== null) return { kind: 'already-sent' };
  if (one.version !== version) return { kind: 'changed' };
  if (!isComplete(one)) return { kind: 'incomplete' };
  if (typed.agree !== 'yes') return { kind: 'wrong', errors: [{ field: 'agree', code: 'agree' }] };
  const sent = await sendToAgents(context, one);
  return sent === null ? { kind: 'not-now' } : { kind: 'kept', version: sent.version };
}

function isComplete(one: Case): boolean {
  return unansweredPages(one).length === 0 && one.answers.emailConfirmedAt !== null;
}

/** From draft to new, with the mail that says so. */
export async function sendToAgents(context: CaseworkContext, one: Case): Promise<Case | null> {
  const { world, now } = context;
  const change = submitCase(one, now, afterWorkingDays(now, world.settings.targetWorkingDays));
  if (change.kind !== 'changed') return null;
  await keepCase(context, change.case, {
    kind: 'submitted',
    by: applicant,
    details: { reason: one.reason, country: one.applicant.country, origin: one.origin },
  });
  await writeToApplicant(context, change.case, {
    template: 'request-received',
    values: { expectedDays: await expectedDays(context) },
  });
  return change.case;
}

/** For whoever comes back to a request: an event of its timeline. */
export async function recordOpening(context: CaseworkContext, one: Case): Promise<void> {
  await record(context, one, { kind: 'opened-by-link', by: applicant });
}
