import { keepingNeeds } from '../case/keep-case.ts';
import type { CaseId } from '../case/model.ts';
import { openRequest } from '../case/open-case.ts';
import { act } from '../case/world.ts';
import type { Proof } from './request-answer.ts';
import { lastWordNeeds, mayAskAgain } from './what-one-may.ts';

/**
 * Begins a new request with what was told in this one, which ended without a number; or leads to the one that the same eID has under way.
 * Only for who proved with the eID who they are: it is the one of the request.
 */
export const askAgain = act(
  [...keepingNeeds, ...lastWordNeeds],
  async (
    context,
    { case: id, proof }: { readonly case: CaseId; readonly proof: Proof },
  ): Promise<
    { readonly kind: 'opened'; readonly case: CaseId } | { readonly kind: 'needs-eid' | 'not-now' }
  > => {
    const { stores } = context;
    const one = await stores.cases.find(id);
    const { identity = null } = one?.applicant ?? {};
    if (one === null || identity === null || one.application === null) return { kind: 'not-now' };
    if (proof !== 'eid') return { kind: 'needs-eid' };
    const other = await stores.cases.findOpenOf(identity.identifier);
    if (other !== null && other.id !== id) return { kind: 'opened', case: other.id };
    if (!(await mayAskAgain(context, one))) return { kind: 'not-now' };
    const { reason, application, answers } = one;
    const opened = await openRequest(context, { identity, reason, application, language: answers.language });
    return { kind: 'opened', case: opened.id };
  },
);
