import type { FieldError } from '../ui/error-summary.ts';
import { type TextKey, texts } from '../ui/texts/index.ts';
import type { Words } from '../ui/words.ts';

/** Fields of more than one control: the first of them is where the link in the summary leads. */
const firstControls: Readonly<Record<string, string>> = {
  birthDate: 'birthDate-day',
  documentExpires: 'documentExpires-day',
};

/** What was wrong with what an officer typed, in the words of its field, else in those of its code. */
export function officeErrors(
  errors: readonly { readonly field: string; readonly code: string }[],
  words: Words,
): readonly FieldError[] {
  return errors.map(({ field, code }) => {
    const base = field.replace(/-(?:\d|day|month|year)$/, '');
    const key = [`error.${base}.${code}`, `error.any.${code}`].find(isTextKey) ?? 'error.any.not-right';
    const isDate = Object.hasOwn(firstControls, base);
    return { field: isDate ? base : field, id: firstControls[base] ?? field, text: words.say(key) };
  });
}

function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(texts.en, key);
}
