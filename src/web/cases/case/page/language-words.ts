import type { Language } from '../../../../base/language.ts';
import type { Words } from '../../../ui/words.ts';

/** The name of a language in the language of the page. */
export function languageName(words: Words, language: Language): string {
  return words.say(`case.language.${language}`);
}
