import { endOf, withdrawCase } from '../case/change-case.ts';
import { applicant } from '../case/doer.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import type { CaseId } from '../case/model.ts';
import { firstAnswers } from '../case/open-case.ts';
import { act } from '../case/world.ts';
import { writeToApplicant, writingNeeds } from '../case/write-to-applicant.ts';
import { mayWithdraw } from './what-one-may.ts';

/** The applicant wants no decision any more. */
export const withdrawRequest = act(
  ['documents', ...keepingNeeds, ...writingNeeds],
  async (
    context,
    { case: id }: { readonly case: CaseId },
  ): Promise<{ readonly kind: 'withdrawn' | 'not-now' }> => {
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
  },
);
