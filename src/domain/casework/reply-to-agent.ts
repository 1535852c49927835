import { answerQuestion, editCase, withdrawCase } from './change-case.ts';
import { expectedDays } from './expected-days.ts';
import { readText } from './fields.ts';
import { keepCase } from './keep-case.ts';
import type { Case, CaseId } from './model.ts';
import { readContact } from './read-answers.ts';
import type { KeptAnswer, Proof, TypedFields } from './requests.ts';
import { isOpen } from './transitions.ts';
import { mayWithdraw } from './view-request.ts';
import type { CaseworkContext } from './world.ts';
import { writeToApplicant } from './write-to-applicant.ts';

const applicant = { kind: 'applicant' } as const;
const LONGEST_MESSAGE = 2000;

/** Answers the open question, or writes to the agent. Documents alone answer a question that asked for some. */
export async function reply(context: CaseworkContext, id: CaseId, typed: TypedFields): Promise<KeptAnswer> {
  const { stores, world, now } = context;
  const one = await stores.cases.find(id);
  if (one === null || !isOpen(one.state) || one.state.kind === 'draft') return { kind: 'not-now' };
  const isAnswer = one.state.kind === 'waiting';
  const mayBeEmpty = isAnswer && (await hasNewDocument(context, one));
  const text = readText(typed, 'text', { most: LONGEST_MESSAGE });
  if (text.kind === 'wrong' && !(mayBeEmpty && text.code === 'empty'))
    return { kind: 'wrong', errors: [{ field: text.field, code: text.code }] };
  const words = text.kind === 'value' ? text.value : '';
  if (words !== '')
    await stores.caseMessages.add({
      id: world.randomness.uuid(),
      case: id,
      from: { kind: 'applicant' },
      text: words,
      at: now,
      question: null,
    });
  const change = answerQuestion(one, now);
  const next = change.kind === 'changed' ? change.case : editCase(one, {}, now);
  if (one.state.kind === 'waiting') await stores.caseMessages.markAnswered(one.state.question, now);
  await keepCase(context, next, { kind: isAnswer ? 'answered' : 'message-sent', by: applicant });
  if (isAnswer) {
    await writeToApplicant(context, next, {
      template: 'answer-received',
      values: { expectedDays: await expectedDays(context) },
    });
  }
  return { kind: 'kept', version: next.version };
}

async function hasNewDocument({ stores }: CaseworkContext, one: Case): Promise<boolean> {
  if (one.state.kind !== 'waiting') return false;
  const { question } = one.state;
  const documents = await stores.documents.list(one.id);
  return documents.some((each) => each.question === question && each.removedAt === null);
}

/** How to reach the applicant. Another e-mail address waits until its code comes back. */
export async function changeContact(
  context: CaseworkContext,
  { id, typed, proof }: { readonly id: CaseId; readonly typed: TypedFields; readonly proof: Proof },
): Promise<KeptAnswer> {
  const { stores, now } = context;
  const one = await stores.cases.find(id);
  if (one === null || !isOpen(one.state) || one.state.kind === 'draft') return { kind: 'not-now' };
  const read = readContact(typed, one.answers);
  if (read.kind === 'wrong') return read;
  const { email = null, telephone = null, language = one.answers.language } = read.answers;
  const isNew = email !== one.answers.email;
  if (isNew && proof !== 'eid') return { kind: 'wrong', errors: [{ field: 'email', code: 'needs-eid' }] };
  const answers = { ...one.answers, telephone, language, pendingEmail: isNew ? email : null };
  const next = editCase(one, { answers }, now);
  await keepCase(context, next, {
    kind: 'contact-changed',
    by: applicant,
    details: { what: isNew ? 'email-asked' : 'telephone-or-language' },
  });
  return { kind: 'kept', version: next.version };
}

export async function withdrawRequest(
  context: CaseworkContext,
  id: CaseId,
): Promise<{ readonly kind: 'withdrawn' | 'not-now' }> {
  const one = await context.stores.cases.find(id);
  if (one === null || !mayWithdraw(one)) return { kind: 'not-now' };
  const change = withdrawCase(one, context.now);
  if (change.kind !== 'changed') return { kind: 'not-now' };
  await keepCase(context, change.case, { kind: 'withdrawn', by: applicant });
  await writeToApplicant(context, change.case, { template: 'request-withdrawn', values: {} });
  return { kind: 'withdrawn' };
}
