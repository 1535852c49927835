import { fileURLToPath } from 'node:url';
import type { Language } from '../../base/language.ts';
import type { PageTexts } from './keys.d.ts';
import { readMessages } from './read-texts.ts';
import type { PlainKey } from './values.ts';

/** The key of a text; English is the source of all keys. */
export type TextKey = keyof PageTexts;
type Catalogue = Readonly<Record<TextKey, string>>;

const folder = fileURLToPath(new URL('.', import.meta.url));
/** A law of the tree holds the files against the keys. */
const read = (language: Language) => readMessages(folder, language) as Catalogue;

/** Every text in every language. */
export const texts: Readonly<Record<Language, Catalogue>> = {
  nl: read('nl'),
  fr: read('fr'),
  de: read('de'),
  en: read('en'),
};

/** True for the key of a text that is said as it is. */
export function isPlainKey(key: string): key is PlainKey {
  return Object.hasOwn(texts.en, key) && !/[{<]/.test(texts.en[key as TextKey]);
}
