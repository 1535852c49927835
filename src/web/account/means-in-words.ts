import type { Authentication, LoginMeansCode } from '../../domain/login-means/index.ts';
import { countryInWords } from '../ui/country-in-words.ts';
import type { Frame } from '../ui/frame.ts';

/** By what somebody logged in, in words: the means, and of an eID of eIDAS its country. */
export function meansInWords(
  frame: Frame,
  { means, country }: Pick<Authentication, 'means' | 'country'>,
): string {
  const { words } = frame;
  return country === null
    ? nameOfMeans(frame, means)
    : words.say('account.eidOf', countryInWords(frame, country));
}

/** Means that are called as another one is: what tells them apart is no word of the person. */
const calledAs = {
  eidashigh: 'eidas',
  eidassubstantial: 'eidas',
  tlsclient: 'certificate',
  staffkey: 'passkey',
} as const satisfies Partial<Record<LoginMeansCode, string>>;

/** The name of a means. */
export function nameOfMeans({ words }: Frame, means: LoginMeansCode): string {
  return words.say(
    `means.${means in calledAs ? calledAs[means as keyof typeof calledAs] : (means as Exclude<LoginMeansCode, keyof typeof calledAs>)}`,
  );
}
