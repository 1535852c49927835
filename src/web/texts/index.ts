import { fileURLToPath } from 'node:url';
import { isLanguage, type Language, type SpokenLanguage } from '../../base/language.ts';
import type { PageTexts } from './keys.d.ts';
import { readMessages } from './read-texts.ts';
import type { PlainKey } from './values.ts';

/** The key of a text; English is the source of all keys. */
export type TextKey = keyof PageTexts;
/** Every text by its key. */
export type Catalogue = Readonly<Record<TextKey, string>>;

const folder = fileURLToPath(new URL('.', import.meta.url));
/** A law of the tree holds the files against the keys. */
const read = (language: SpokenLanguage) => readMessages(folder, language) as Catalogue;

/** Every text in every language. */
export const texts: Readonly<Record<Language, Catalogue>> = {
  nl: read('nl'),
  fr: read('fr'),
  de: read('de'),
  en: read('en'),
};

/** The texts of one language; what a language of the path alone does not have is said in English, and no page of the path says it. */
export function catalogueIn(language: SpokenLanguage): Catalogue {
  return isLanguage(language) ? texts[language] : { ...texts.en, ...read(language) };
}

/** True for the key of a text that is said as it is. */
export function isPlainKey(key: string): key is PlainKey {
  return Object.hasOwn(texts.en, key) && !/[{<]/.test(texts.en[key as TextKey]);
}
