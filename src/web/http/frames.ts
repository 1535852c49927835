import {
  languages as four,
  nearestLanguage,
  openLanguages,
  type SpokenLanguage,
  type SpokenLanguages,
} from '../../base/language.ts';
import type { Attempt } from '../../login/index.ts';
import { type CountryWords, openCountryWords } from '../ui/country-words.ts';
import type { Frame } from '../ui/frame.ts';
import { openWords, type Words } from '../ui/words.ts';
import type { Assets } from './assets/assets.ts';

export type FrameOptions = {
  /** Which the person chose; a page that does not exist in it is in the nearest that does. */
  readonly language: SpokenLanguage;
  /** Whether the page belongs to the path of a login: it exists in every language that is offered, others in four. */
  readonly isOnPath?: boolean;
  readonly path: string;
  readonly formToken?: string;
  /** The login on this page, and the present moment: for the warning before it ends. */
  readonly attempt?: Pick<Attempt, 'expiresAt'>;
  readonly now?: Date;
};

/** Makes the frame of each page; words are compiled once per language. */
export type Frames = (options: FrameOptions) => Frame;

/** Opens the languages that are offered. */
export function openFrames(
  assets: Assets,
  demo: boolean,
  { languages = openLanguages(), countries = openCountryWords() }: FramesOf = {},
): Frames {
  const words = new Map<SpokenLanguage, Words>(
    languages.all.map((language) => [language, openWords(language)]),
  );
  return ({ language, isOnPath = false, path, formToken = '', attempt, now }) => {
    const spoken = (isOnPath && words.get(language)) || words.get(nearestLanguage(language));
    if (!spoken) throw new Error(`no words in ${language}`);
    return {
      words: spoken,
      countries,
      asset: assets.path,
      demo,
      path,
      languages: isOnPath ? languages.all : four,
      languagePath: (other) => `${path}?lang=${other}`,
      formToken,
      ends: attempt && now ? { at: attempt.expiresAt, now } : null,
    };
  };
}

/** What all frames share. */
type FramesOf = { readonly languages?: SpokenLanguages; readonly countries?: CountryWords };
