import { editCase, endOf, withdrawCase } from '../case/change-case.ts';
import { readText } from '../case/fields.ts';
import { keepCase } from '../case/keep-case.ts';
import type { Case, CaseId, CaseMessage } from '../case/model.ts';
import { firstAnswers } from '../case/open-case.ts';
import { isOpen } from '../case/transitions.ts';
import type { CaseworkContext } from '../case/world.ts';
import { writeToApplicant } from '../case/write-to-applicant.ts';
import { questionOf } from './asked.ts';
import { takeIn } from './go-on.ts';
import { readContact } from './read-answers.ts';
import type { KeptAnswer, Proof, TypedFields } from './requests.ts';
import { mayStillSend, mayWithdraw } from './what-one-may.ts';

const applicant = { kind: 'applicant' } as const;
const LONGEST_MESSAGE = 2000;

/** What a form of an answer says besides its words. */
const steps = ['answer', 'message'] as const;

/**
 * Words of the applicant. While a question is open they are the answer, unless the form says that the rest follows; otherwise they are a
 * message, and after the end of a request a reply that opens it again. The same words sent twice are one message.
 */
export async function reply(context: CaseworkContext, id: CaseId, typed: TypedFields): Promise<KeptAnswer> {
  const { stores, world, now } = context;
  const one = await stores.cases.hold(id);
  if (one === null || one.state.kind === 'draft') return { kind: 'not-now' };
  const step = steps.find((each) => each === typed.step) ?? 'answer';
  const messages = await stores.caseMessages.of(id);
  const text = readText(typed, 'text', { most: LONGEST_MESSAGE });
  if (text.kind === 'wrong') {
    const isEnough = text.code === 'empty' && step === 'answer' && (await hasFiles(context, one, messages));
    if (!isEnough) return { kind: 'wrong', errors: [{ field: text.field, code: text.code }] };
    // The button of an answer that was pressed twice.
    if (one.state.kind === 'answered') return { kind: 'kept', version: one.version };
  }
  const words = text.kind === 'value' ? text.value : '';
  const isAll = one.state.kind === 'waiting' && step === 'answer';
  const isRepeated = words !== '' && isOpen(one.state) && isLastOf(messages, words);
  if (isRepeated && !isAll) return { kind: 'kept', version: one.version };
  if (!isOpen(one.state) && !(await mayStillSend(context, one, now))) return { kind: 'not-now' };
  if (words !== '' && !isRepeated)
    await stores.caseMessages.add({
      id: world.randomness.uuid(),
      case: id,
      from: { kind: 'applicant' },
      text: words,
      at: now,
      question: null,
    });
  const happening = { kind: 'message-sent', by: applicant } as const;
  const next = await takeIn(context, one, { at: now, happening, isAll });
  return { kind: 'kept', version: next.version };
}

/** Whether files came for the question that counts now: an answer may be nothing else. */
async function hasFiles(
  { stores }: CaseworkContext,
  one: Case,
  messages: readonly CaseMessage[],
): Promise<boolean> {
  const question = questionOf(one, messages);
  if (question === null || !['waiting', 'answered'].includes(one.state.kind)) return false;
  const documents = await stores.documents.list(one.id);
  return documents.some((each) => each.question === question.id && each.removedAt === null);
}

/** Whether these words are the last ones that were said: sent once more by a double click, a reload or Back. */
function isLastOf(messages: readonly CaseMessage[], words: string): boolean {
  const last = messages.at(-1);
  return last?.from.kind === 'applicant' && last.text === words;
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
  // What was never sent is nobody's business: the answers go, and the documents with them.
  const isDraft = one.state.kind === 'draft';
  if (isDraft) await context.stores.documents.setRetention(id, context.now);
  const withdrawn = isDraft
    ? { ...change.case, answers: firstAnswers(null, one.answers.language) }
    : change.case;
  await keepCase(context, withdrawn, { kind: 'withdrawn', by: applicant });
  // A draft cannot be gone on with: its mail says that the answers are deleted, and how to begin again.
  const over = endOf(withdrawn);
  await writeToApplicant(
    context,
    one,
    over === null
      ? { template: 'draft-expired', values: {} }
      : { template: 'request-withdrawn', values: { replyUntil: over.replyUntil } },
  );
  return { kind: 'withdrawn' };
}
