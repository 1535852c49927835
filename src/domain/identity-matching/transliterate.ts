import { transliterateBulgarian } from './transliterate-bulgarian.ts';
import { transliterateGreek } from './transliterate-greek.ts';

/**
 * Writes a name of another script in Latin script as the law of its country does: Greek by ELOT 743, Bulgarian by the
 * Transliteration Act of 2009. `null` for a script without a rule here, and for a mixture of scripts, which is suspect.
 */
export function transliterate(original: string): string | null {
  const letters = original.normalize('NFC').replace(/[^\p{L}]/gu, '');
  if (letters === '') return null;
  if (/^\p{Script=Greek}+$/u.test(letters)) return transliterateGreek(original);
  if (/^\p{Script=Cyrillic}+$/u.test(letters)) return transliterateBulgarian(original);
  return null;
}
