import type { ActingWithReason } from '../../acting/index.ts';
import type { DocumentId } from '../../documents/index.ts';
import { atDesk } from '../case/doer.ts';
import { record, recordingNeeds } from '../case/keep-case.ts';
import { act } from '../case/world.ts';
import { checkReason } from './check-text.ts';
import { type DeskAnswer, wrong } from './desk-answer.ts';
import { type AskedOfCase, findToLook, lookingNeeds } from './take-in-hand.ts';

export type RejectDocument = AskedOfCase & { readonly by: ActingWithReason; readonly document: DocumentId };

/** Tells the applicant that a document cannot be used; the question to send another is asked separately. */
export const rejectDocument = act(
  [...lookingNeeds, 'documents', ...recordingNeeds],
  async (context, asked: RejectDocument): Promise<DeskAnswer> => {
    const { stores, now } = context;
    const { by, document } = asked;
    const reason = by.reason.trim();
    const errors = checkReason('reason', reason);
    if (errors.length > 0) return wrong(errors);
    const found = await findToLook(context, asked);
    if (found.kind !== 'in-hand') return found;
    if (!(await stores.documents.reject(asked.case, document, reason, now)))
      return { kind: 'not-now', state: found.case.state.kind };
    await record(context, found.case, {
      kind: 'document-rejected',
      by: atDesk(by),
      text: reason,
      details: { document },
    });
    return { kind: 'done', case: found.case };
  },
);
