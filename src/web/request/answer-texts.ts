import type { AnswerErrorCode } from '../../domain/casework/index.ts';
import type { PlainKey } from '../texts/values.ts';

/** What is said of an answer by its code, where its field has no words of its own. */
export const answerTexts = {
  empty: 'error.any.empty',
  choose: 'error.any.choose',
  'too-long': 'error.any.too-long',
  'too-many': 'error.any.too-many',
  letters: 'error.any.letters',
  'not-a-date': 'error.any.not-a-date',
  'in-the-past': 'error.any.in-the-past',
  expired: 'error.any.expired',
  both: 'error.any.both',
  'not-a-country': 'error.any.not-a-country',
  'not-an-email': 'error.any.not-an-email',
  'not-a-telephone': 'error.any.not-a-telephone',
  'not-a-document-number': 'error.any.not-a-document-number',
  digits: 'error.any.digits',
  agree: 'error.any.agree',
  'too-short': 'error.any.too-short',
  'not-right': 'error.any.not-right',
  'needs-eid': 'error.any.needs-eid',
} as const satisfies Readonly<Record<AnswerErrorCode, PlainKey>>;

/** What is said of how somebody can be reached: asked in the request, and changed later. */
export const contactTexts = {
  'email empty': 'error.email.empty',
  'email needs-eid': 'error.email.needs-eid',
  'language choose': 'error.language.choose',
} as const satisfies Readonly<Record<string, PlainKey>>;
