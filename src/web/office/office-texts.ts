import type { PlainKey } from '../texts/values.ts';

/** What is said to an officer of an error by its code, where its field has no words of its own. */
export const officeTexts = {
  empty: 'counter.error.any.empty',
  choose: 'counter.error.any.choose',
  'too-long': 'counter.error.any.too-long',
  'not-right': 'counter.error.any.not-right',
} as const satisfies Readonly<Record<string, PlainKey>>;
