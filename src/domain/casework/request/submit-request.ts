import { afterWorkingDays } from '../../../base/working-days.ts';
import { submitCase } from '../case/change-case.ts';
import { applicant } from '../case/doer.ts';
import { expectedDays } from '../case/expected-days.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import type { Case, CaseId } from '../case/model.ts';
import { act, type Context } from '../case/world.ts';
import { writeToApplicant, writingNeeds } from '../case/write-to-applicant.ts';
import { unansweredPages } from './question-pages.ts';
import type { KeptAnswer, TypedFields } from './request-answer.ts';

export const sendingNeeds = [...keepingNeeds, 'caseLists', ...writingNeeds] as const;

export type SubmitRequest = { readonly case: CaseId; readonly version: number; readonly typed: TypedFields };

/** Sends the request to the agents: once, with everything answered, the address proven and the statement agreed to. */
export const submitRequest = act(
  sendingNeeds,
  async (
    context,
    { case: id, version, typed }: SubmitRequest,
  ): Promise<KeptAnswer | { readonly kind: 'already-sent' } | { readonly kind: 'incomplete' }> => {
    const one = await context.stores.cases.find(id);
    if (one === null) return { kind: 'not-now' };
    if (one.submittedAt !== null) return { kind: 'already-sent' };
    if (one.version !== version) return { kind: 'changed' };
    if (!isComplete(one)) return { kind: 'incomplete' };
    if (typed.agree !== 'yes') return { kind: 'wrong', errors: [{ field: 'agree', code: 'agree' }] };
    const sent = await sendToAgents(context, one);
    return sent === null ? { kind: 'not-now' } : { kind: 'kept', version: sent.version };
  },
);

function isComplete(one: Case): boolean {
  return unansweredPages(one).length === 0 && one.answers.emailConfirmedAt !== null;
}

/** From draft to new, with the mail that says so. */
export async function sendToAgents(context: Context<typeof sendingNeeds>, one: Case): Promise<Case | null> {
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
