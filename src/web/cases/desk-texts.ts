import type { DeskError } from '../../domain/casework/index.ts';
import type { PlainKey } from '../texts/values.ts';

/** What is said of an error in the work on cases by its code, whatever the field. */
export const deskTexts = {
  empty: 'case.error.empty',
  choose: 'case.error.choose',
  'too-short': 'case.error.too-short',
  'too-long': 'case.error.too-long',
  'not-a-date': 'case.error.not-a-date',
  'too-soon': 'case.error.too-soon',
  'too-far': 'case.error.too-far',
  'not-a-number': 'case.error.not-a-number',
} as const satisfies Readonly<Record<DeskError['code'], PlainKey>>;
