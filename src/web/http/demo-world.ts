import type { Language } from '../../base/language.ts';
import type { CountryCode } from '../../domain/eidas-country/index.ts';

/** A place to go to in the demo. */
export type DemoPlace = {
  readonly kind:
    | 'klip'
    | 'gipod'
    | 'geopunt'
    | 'europe'
    | 'fas'
    | 'authority'
    | 'inbox'
    | 'account'
    | 'access'
    | 'organisation'
    | 'platform'
    | 'cases'
    | 'office'
    | 'invitation';
  readonly url: string;
};

/** Somebody to be in the demo: where, from which country, with which number to type, and what happens then. */
export type DemoStory = {
  readonly at: DemoPlace['kind'];
  readonly name: string;
  readonly country: CountryCode;
  readonly number: string | null;
  readonly happens: Readonly<Record<Language, string>>;
};

/** What only the demo has. */
export type DemoWorld = {
  readonly places: readonly DemoPlace[];
  /** Everybody whom it is worth to be, and what happens then. */
  stories(): Promise<readonly DemoStory[]>;
};
