import type { Language } from '../../../base/language.ts';
import { parseReference } from '../../registration/index.ts';
import { lastDayOfLink } from '../case/case-periods.ts';
import { applicant } from '../case/doer.ts';
import { readEmail, typedIn } from '../case/fields.ts';
import { record, recordingNeeds } from '../case/keep-case.ts';
import type { CaseId } from '../case/model.ts';
import { act } from '../case/world.ts';
import { writeToApplicant, writingNeeds } from '../case/write-to-applicant.ts';
import type { AnswerError, TypedFields } from './request-answer.ts';

/** `address`: of the network that asks. */
export type AskForLink = {
  readonly typed: TypedFields;
  readonly address: string;
  readonly language: Language;
};

/**
 * Mails a link when reference and address belong together. The answer is the same whatever is true, so that nobody learns which requests
 * exist (SECURITY.md M02).
 */
export const askForLink = act(
  ['cases', ...writingNeeds],
  async (
    context,
    { typed, address }: AskForLink,
  ): Promise<
    { readonly kind: 'asked' } | { readonly kind: 'wrong'; readonly errors: readonly AnswerError[] }
  > => {
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
  },
);

function referenceCode(typed: TypedFields): 'empty' | 'not-right' {
  return typedIn(typed, 'reference') === '' ? 'empty' : 'not-right';
}

type Token = { readonly token: string };

/** Whether a link still opens something; looking does not spend it. */
export const isLinkAlive = act(
  ['accessLinks'],
  async ({ stores, now }, { token }: Token): Promise<boolean> =>
    (await stores.accessLinks.find(token, now)) !== null,
);

/** Which request a link leads or led to, used or not: only for who is there already. */
export const findCaseOfLink = act(
  ['accessLinks'],
  ({ stores }, { token }: Token): Promise<CaseId | null> => stores.accessLinks.caseOf(token),
);

/** Opens by a link, once; `null` when it was used, ended or never was. */
export const openByLink = act(
  ['accessLinks', 'cases', ...recordingNeeds],
  async (context, { token }: Token): Promise<CaseId | null> => {
    const id = await context.stores.accessLinks.take(token, context.now);
    const one = id && (await context.stores.cases.find(id));
    if (!one) return null;
    await record(context, one, { kind: 'opened-by-link', by: applicant });
    return one.id;
  },
);
