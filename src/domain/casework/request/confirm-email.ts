import { readSixDigits, sixDigits } from '../../../base/typed/six-digits.ts';
import { editCase } from '../case/change-case.ts';
import { applicant } from '../case/doer.ts';
import { keepCase, keepingNeeds } from '../case/keep-case.ts';
import type { Case, CaseId } from '../case/model.ts';
import { isOpen } from '../case/transitions.ts';
import { act } from '../case/world.ts';
import { mailingNeeds, writeAddressChanged, writeCode } from '../case/write-to-applicant.ts';
import type { AnswerError } from './request-answer.ts';

const VALID_MINUTES = 15;

/** The address that waits to be proven: of the draft, or the one that somebody wants to change to. */
function addressToProve({ answers, state }: Case): string | null {
  if (!isOpen(state)) return null;
  return answers.emailConfirmedAt === null ? answers.email : answers.pendingEmail;
}

/** Sends a fresh six-digit code to the address that waits to be proven; the ones before it hold no more. */
export const sendCode = act(
  ['cases', 'emailCodes', ...mailingNeeds],
  async (
    context,
    { case: id }: { readonly case: CaseId },
  ): Promise<{ readonly kind: 'sent' | 'too-soon' | 'too-many' | 'not-now' }> => {
    const { stores, world, now } = context;
    const one = await stores.cases.find(id);
    const email = one && addressToProve(one);
    if (!one || !email) return { kind: 'not-now' };
    const code = sixDigits(world.randomness.bytes(8));
    const kept = await stores.emailCodes.keep(id, email, code, now);
    if (kept.kind !== 'kept') return { kind: kept.kind };
    await writeCode(context, one, { email, code, validMinutes: VALID_MINUTES });
    return { kind: 'sent' };
  },
);

/** `code`: as typed. */
export type ConfirmEmail = { readonly case: CaseId; readonly code: string };

export type ConfirmedEmail =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'wrong'; readonly errors: readonly AnswerError[]; readonly triesLeft: number | null }
  | { readonly kind: 'not-now' };

/** Proves an address by the code that was sent there. */
export const confirmEmail = act(
  ['emailCodes', 'accessLinks', ...keepingNeeds, ...mailingNeeds],
  async (context, { case: id, code: typed }: ConfirmEmail): Promise<ConfirmedEmail> => {
    const { stores, now } = context;
    const one = await stores.cases.find(id);
    const email = one && addressToProve(one);
    if (!one || !email) return { kind: 'not-now' };
    const read = readSixDigits(typed);
    if (read.kind === 'wrong')
      return { kind: 'wrong', errors: [{ field: 'code', code: read.code }], triesLeft: null };
    const taken = await stores.emailCodes.take(id, email, read.code, now);
    if (taken.kind === 'wrong')
      return { kind: 'wrong', errors: [{ field: 'code', code: 'not-right' }], triesLeft: taken.triesLeft };
    const answers = { ...one.answers, email, emailConfirmedAt: now, pendingEmail: null };
    // Whoever still reads the old address learns that it no longer counts; links sent there open nothing any more.
    if (one.answers.emailConfirmedAt !== null) await writeAddressChanged(context, one);
    await stores.accessLinks.endAll(id, now);
    await keepCase(context, editCase(one, { answers }, now), {
      kind: 'contact-changed',
      by: applicant,
      details: { what: 'email' },
    });
    return { kind: 'confirmed' };
  },
);
