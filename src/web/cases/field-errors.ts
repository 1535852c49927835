import { isPlainKey } from '../texts/index.ts';
import type { FieldError } from '../ui/form/error-summary.ts';
import type { Words } from '../ui/words.ts';

/** What was wrong with what a case lead typed, in the words of its field, else in those of its code. */
export function fieldErrors(
  errors: readonly { readonly field: string; readonly code: string }[],
  words: Words,
): readonly FieldError[] {
  return errors.map(({ field, code }) => {
    const keys = [`error.${field}.${code}`, `counter.error.${field}.${code}`, `error.any.${code}`];
    const key = keys.find(isPlainKey) ?? 'error.any.not-right';
    return { field, id: field, text: words.say(key) };
  });
}
