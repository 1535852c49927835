import { plainTyping } from '../../../base/visible-text.ts';
import { editCase } from '../case/change-case.ts';
import { keepCase } from '../case/keep-case.ts';
import type { Case, CaseId } from '../case/model.ts';
import { isOpen } from '../case/transitions.ts';
import type { CaseworkContext } from '../case/world.ts';
import { writeAddressChanged, writeCode } from '../case/write-to-applicant.ts';
import type { Requests } from './requests.ts';

const VALID_MINUTES = 15;

/** The address that waits to be proven: of the draft, or the one that somebody wants to change to. */
function addressToProve({ answers, state }: Case): string | null {
  if (!isOpen(state)) return null;
  return answers.emailConfirmedAt === null ? answers.email : answers.pendingEmail;
}

/** Sends a fresh code; the ones before it hold no more. */
export async function sendCode(context: CaseworkContext, id: CaseId): ReturnType<Requests['sendCode']> {
  const { stores, world, now } = context;
  const one = await stores.cases.find(id);
  const email = one && addressToProve(one);
  if (!one || !email) return { kind: 'not-now' };
  const code = sixDigits(world.randomness.bytes(8));
  const kept = await stores.emailCodes.keep(id, email, code, now);
  if (kept.kind !== 'kept') return { kind: kept.kind };
  await writeCode(context, one, { email, code, validMinutes: VALID_MINUTES });
  return { kind: 'sent' };
}

export async function confirmEmail(
  context: CaseworkContext,
  id: CaseId,
  typed: string,
): ReturnType<Requests['confirmEmail']> {
  const { stores, now } = context;
  const one = await stores.cases.find(id);
  const email = one && addressToProve(one);
  if (!one || !email) return { kind: 'not-now' };
  const code = plainTyping(typed.slice(0, 100)).replace(/[\s.-]/g, '');
  if (code === '') return { kind: 'wrong', errors: [{ field: 'code', code: 'empty' }], triesLeft: null };
  if (!/^\d{6}$/.test(code))
    return { kind: 'wrong', errors: [{ field: 'code', code: 'digits' }], triesLeft: null };
  const taken = await stores.emailCodes.take(id, email, code, now);
  if (taken.kind === 'wrong')
    return { kind: 'wrong', errors: [{ field: 'code', code: 'not-right' }], triesLeft: taken.triesLeft };
  const answers = { ...one.answers, email, emailConfirmedAt: now, pendingEmail: null };
  // Whoever still reads the old address learns that it no longer counts; links sent there open nothing any more.
  if (one.answers.emailConfirmedAt !== null) await writeAddressChanged(context, one);
  await stores.accessLinks.endAll(id, now);
  await keepCase(context, editCase(one, { answers }, now), {
    kind: 'contact-changed',
    by: { kind: 'applicant' },
    details: { what: 'email' },
  });
  return { kind: 'confirmed' };
}

/** Six digits, each as likely as any other: 64 random bits leave no bias that counts. */
function sixDigits(random: Uint8Array): string {
  const value = random.reduce((sum, byte) => (sum * 256n + BigInt(byte)) % 1_000_000n, 0n);
  return value.toString().padStart(6, '0');
}
