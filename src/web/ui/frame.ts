import type { SpokenLanguage } from '../../base/language.ts';
import type { CountryWords } from './country-words.ts';
import type { Words } from './words.ts';

/** The address of a static file under its content hash; throws on a name that does not exist (a bug). */
export type AssetPath = (name: string) => string;

/** What every page needs besides its own content. */
export type Frame = {
  readonly words: Words;
  readonly countries: CountryWords;
  readonly asset: AssetPath;
  /** Shows the banner that no real identity is checked. */
  readonly demo: boolean;
  /** The page's own address, without query: where its forms are posted. */
  readonly path: string;
  /** The languages in which the page exists. */
  readonly languages: readonly SpokenLanguage[];
  /** Where the same page is shown in another language. */
  languagePath(language: SpokenLanguage): string;
  /** Goes along with every form; bound to the browser. Empty on pages without forms. */
  readonly formToken: string;
  /** When the login on this page ends by itself: the page warns before it. */
  readonly ends: { readonly at: Date; readonly now: Date } | null;
};
