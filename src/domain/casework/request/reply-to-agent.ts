import { applicant } from '../case/doer.ts';
import { readText } from '../case/fields.ts';
import type { Case, CaseId, CaseMessage } from '../case/model.ts';
import { isOpen } from '../case/transitions.ts';
import { act, type Context } from '../case/world.ts';
import { questionOf } from './asked.ts';
import { takeIn, takingInNeeds } from './go-on.ts';
import type { KeptAnswer, TypedFields } from './request-answer.ts';
import { lastWordNeeds, mayStillSend } from './what-one-may.ts';

const LONGEST_MESSAGE = 2000;

/** What a form of an answer says besides its words. */
const steps = ['answer', 'message'] as const;

/**
 * Words of the applicant. While a question is open they are the answer, unless the form says that the rest follows; otherwise they are a
 * message, and after the end of a request a reply that opens it again. The same words sent twice are one message.
 */
export const replyToAgent = act(
  [...takingInNeeds, ...lastWordNeeds],
  async (
    context,
    { case: id, typed }: { readonly case: CaseId; readonly typed: TypedFields },
  ): Promise<KeptAnswer> => {
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
  },
);

/** Whether files came for the question that counts now: an answer may be nothing else. */
async function hasFiles(
  { stores }: Context<['documents']>,
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
