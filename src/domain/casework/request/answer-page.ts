import { editCase } from '../case/change-case.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import type { CaseId, RequestAnswers } from '../case/model.ts';
import { act } from '../case/world.ts';
import { pagesFor, type QuestionPage } from './question-pages.ts';
import { readAnswers } from './read-answers.ts';
import type { KeptAnswer, TypedFields } from './request-answer.ts';

export type AnswerPage = {
  readonly case: CaseId;
  readonly version: number;
  readonly page: QuestionPage;
  readonly typed: TypedFields;
};

/** Keeps the answers of one page of a draft. */
export const answerPage = act(
  [...keepingNeeds, 'accessLinks'],
  async (context, { case: id, version, page, typed }: AnswerPage): Promise<KeptAnswer> => {
    const one = await context.stores.cases.find(id);
    if (one === null || one.state.kind !== 'draft' || !pagesFor(one).includes(page))
      return { kind: 'not-now' };
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
  },
);

function isSame(one: RequestAnswers, other: RequestAnswers): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
