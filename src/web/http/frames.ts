import { type Language, languages } from '../../base/language.ts';
import type { Attempt } from '../../login/index.ts';
import { type CountryWords, openCountryWords } from '../ui/country-words.ts';
import type { Frame } from '../ui/frame.ts';
import { openWords, type Words } from '../ui/words.ts';
import type { Assets } from './assets/assets.ts';

export type FrameOptions = {
  readonly language: Language;
  readonly path: string;
  readonly formToken?: string;
  /** The login on this page, and the present moment: for the warning before it ends. */
  readonly attempt?: Pick<Attempt, 'expiresAt'>;
  readonly now?: Date;
};

/** Makes the frame of each page; words are compiled once per language. */
export type Frames = (options: FrameOptions) => Frame;

/** Opens the four languages. */
export function openFrames(
  assets: Assets,
  demo: boolean,
  countries: CountryWords = openCountryWords(),
): Frames {
  const words = new Map<Language, Words>(languages.map((language) => [language, openWords(language)]));
  return ({ language, path, formToken = '', attempt, now }) => {
    const spoken = words.get(language);
    if (!spoken) throw new Error(`no words in ${language}`);
    return {
      words: spoken,
      countries,
      asset: assets.path,
      demo,
      path,
      languagePath: (other) => `${path}?lang=${other}`,
      formToken,
      ends: attempt && now ? { at: attempt.expiresAt, now } : null,
    };
  };
}
