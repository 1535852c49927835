import type { Language } from '../../../base/language.ts';
import { parseReference } from '../../registration/index.ts';
import { lastDayOfLink } from '../case/case-periods.ts';
import { readEmail, typedIn } from '../case/fields.ts';
import type { CaseId } from '../case/model.ts';
import type { CaseworkContext } from '../case/world.ts';
import { writeToApplicant } from '../case/write-to-applicant.ts';
import { recordOpening } from './answer-request.ts';
import type { AnswerError, Requests, TypedFields } from './requests.ts';

type Asking = { readonly typed: TypedFields; readonly address: string; readonly language: Language };

/** Mails a link when reference and address belong together. The answer is the same whatever is true (SECURITY.md M02). */
export async function askForLink(
  context: CaseworkContext,
  { typed, address }: Asking,
): ReturnType<Requests['askForLink']> {
  const { stores, now } = context;
  const reference = parseReference(typedIn(typed, 'reference'));
  const email = readEmail(typed, 'email');
  const errors: readonly AnswerError[] = [
    ...(reference === null ? [{ field: 'reference', code: referenceCode(typed) } as const] : []),
    ...(email.kind === 'wrong' ? [{ field: 'email', code: email.code }] : []),
  ];
  if (reference === null || email.kind === 'wrong') return { kind: 'wrong', errors };
  if (!(await stores.accessLinks.countAsking({ reference, email: email.value, address }, now)))
    return { kind: 'asked' };
  const one = await stores.cases.findByReference(reference);
  const { answers } = one ?? {};
  if (!one || !answers?.email || answers.emailConfirmedAt === null) return { kind: 'asked' };
  if (answers.email.toLowerCase() !== email.value.toLowerCase()) return { kind: 'asked' };
  const until = lastDayOfLink(now);
  await writeToApplicant(context, one, { template: 'access-link', values: { until } });
  return { kind: 'asked' };
}

function referenceCode(typed: TypedFields): 'empty' | 'not-right' {
  return typedIn(typed, 'reference') === '' ? 'empty' : 'not-right';
}

/** Opens by a link, once. */
export async function openByLink(context: CaseworkContext, token: string): Promise<CaseId | null> {
  const id = await context.stores.accessLinks.take(token, context.now);
  const one = id && (await context.stores.cases.find(id));
  if (!one) return null;
  await recordOpening(context, one);
  return one.id;
}
